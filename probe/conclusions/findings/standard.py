"""The standard condition before anything changes, and strangers dressed alike."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.runs.stored import Finding
from probe.wording import Message, Value


def before(cells: Cells) -> Finding:
    """How the same person, strangers at large and strangers dressed alike score at the standard."""
    mated = _standard(cells, "mean", "mated")
    strangers = _standard(cells, "mean", "at_large")
    dressed = _standard(cells, "mean", "alike")
    messages = [*_same_and_strangers(cells, mated, strangers)]
    if strangers and dressed:
        values: dict[str, Value] = {"scores": _scores(cells, dressed)}
        messages.append(_over(cells, dressed, values) or Message("before-alike", values))
    elif strangers:
        messages.append(Message("before-alike-unknown"))
    else:
        messages.append(Message("before-no-strangers"))
    return finding(cells, "before", Sentence(tuple(messages), (*mated, *strangers, *dressed)))


def _same_and_strangers(
    cells: Cells, mated: Sequence[Spot], strangers: Sequence[Spot]
) -> list[Message]:
    if mated and strangers:
        values: dict[str, Value] = {"scores": _scores(cells, mated)}
        values["strangers"] = _scores(cells, strangers)
        return [Message("before-same-and-strangers", values)]
    if mated:
        return [Message("before-same", {"scores": _scores(cells, mated)})]
    nobody = Message("before-nobody")
    if strangers:
        return [nobody, Message("before-strangers", {"scores": _scores(cells, strangers)})]
    return [nobody]


def _standard(cells: Cells, figure: str, kind: str) -> list[Spot]:
    spots = (cells.at_standard(name, figure, kind) for name in cells.facts.backbones)
    return [spot for spot in spots if spot]


def _scores(cells: Cells, spots: Sequence[Spot]) -> Message:
    """`.97 with a and .98 with b`, the figure alone for one model, a range for many."""
    if len(cells.facts.backbones) == 1:
        return Message("score-range", {"scores": (spots[0].value,)})
    if len(spots) > 2:
        return Message("score-range", {"scores": tuple(spot.value for spot in spots)})
    names = cells.facts.names
    parts = tuple(
        Message("score-with-model", {"score": spot.value, "model": names[spot.backbone]})
        for spot in spots
    )
    return Message("score-of-models", {"models": parts})


def _over(cells: Cells, dressed: Sequence[Spot], values: dict[str, Value]) -> Message | None:
    """Says when the mean of strangers dressed alike lies above the threshold."""
    over = []
    for spot in dressed:
        threshold = cells.facts.threshold(spot.backbone)
        if threshold and threshold.value is not None and spot.value > threshold.value:
            over.append(cells.facts.names[spot.backbone])
    if not over:
        return None
    if len(over) == len(cells.facts.backbones):
        return Message("before-alike-over-all", {**values, "models": len(over)})
    if len(over) > FEW_MODELS:
        return Message("before-alike-over-many", {**values, "models": len(over)})
    return Message("before-alike-over-some", {**values, "models": tuple(over)})


def alike(cells: Cells) -> Sentence:
    """How many strangers dressed alike pass, beside the strangers at large who do."""
    dressed = _standard(cells, "fmr_observed", "alike")
    large = _standard(cells, "fmr_observed", "at_large")
    if not large:
        return NOTHING
    if not dressed:
        return say(Message("alike-unknown"))
    values: dict[str, Value] = {
        "rates": tuple(spot.value for spot in dressed),
        "strangers": tuple(spot.value for spot in large),
    }
    return say(Message("alike-pass", values), [*dressed, *large])
