"""Advice: what each model shows, where it holds, where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.conclusions.findings.outcome import Outcome, invariant, not_shown
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.conclusions.findings.standard import alike
from probe.conclusions.findings.use import limits_of, most_missed
from probe.conclusions.findings.versus import advice_on_models
from probe.protocol.labels import level_value
from probe.runs.stored import Finding
from probe.wording import Message, Value


def advice(cells: Cells, outcomes: Sequence[Outcome]) -> list[Finding]:
    """Three pieces of advice, each from the cells that it names."""
    parts = (
        (Message("advice-title-models"), _models(cells, outcomes)),
        (Message("advice-title-holds"), _holds(cells, outcomes)),
        (Message("advice-title-fails"), _fails(cells, outcomes)),
    )
    return [finding(cells, "advice", sentence, title=title) for title, sentence in parts]


def _models(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    chosen = [outcome.protocol for outcome in invariant(outcomes)]
    figures = (*(("fnmr",) if cells.facts.decided else ()), "retention", "mean")
    worst = next((spots for f in figures if (spots := _worst(cells, chosen, f))), [])
    if not worst:
        return say(Message("advice-nothing-measured"))
    sentence = say(_worst_cases(cells, worst), worst)
    if worst[0].figure == "mean":
        score = cells.facts.score_of(*cells.facts.backbones)
        sentence += say(Message("advice-raw-cosines", score))
    if len(worst) > 1:
        # What decides stands first; the worst case of each model explains it.
        compared = advice_on_models(cells, chosen) or [Message("advice-not-compared")]
        sentence = Sentence(tuple(compared)) + sentence
    return sentence


def _worst_cases(cells: Cells, worst: Sequence[Spot]) -> Message:
    """In the order in which the models were given: one by figures would be a ranking, and which
    model is better is decided by paired comparisons alone.
    """
    if len(worst) <= FEW_MODELS:
        models = tuple(_at_worst(cells, spot) for spot in worst)
        return Message("advice-models", {"models": models})
    values: dict[str, Value] = {"models": len(worst)}
    least, most = (_at_worst(cells, end(worst, key=_value)) for end in (min, max))
    if worst[0].figure == "fnmr":
        return Message("advice-many-models-miss", {**values, "fewest": least, "most": most})
    return Message("advice-many-models", {**values, "most": most, "least": least})


def _value(spot: Spot) -> float:
    return spot.value


def _at_worst(cells: Cells, spot: Spot) -> Message:
    values: dict[str, Value] = {
        "model": cells.facts.names[spot.backbone],
        "value": spot.value,
        "factor": cells.title(spot.protocol),
        "level": cells.level(spot),
    }
    if spot.figure == "fnmr":
        return Message("advice-misses", values)
    if spot.figure == "retention":
        return Message("advice-keeps", values)
    return Message("advice-never-below", {**values, **cells.facts.score_of(spot.backbone)})


def _worst(cells: Cells, protocols: Sequence[str], figure: str) -> list[Spot]:
    """Of each model that has the figure, the level where it is worst."""
    of_worst = most_missed if figure == "fnmr" else lowest
    worst = []
    for name in cells.facts.backbones:
        spots = [s for p in protocols for s in cells.against_standard(p, name, figure)]
        if spot := of_worst(spots):
            worst.append(spot)
    return worst


def _holds(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    if not any(outcome.counted for outcome in outcomes):
        return say(Message("advice-no-range"))
    held = [outcome for outcome in invariant(outcomes) if outcome.holds]
    if not held:
        limit: dict[str, Value] = {"limit": cells.facts.limit}
        if not invariant(outcomes):
            return say(Message("advice-none-asked", limit))
        return say(Message("advice-none-held", limit))
    used = [spot for outcome in held for spot in outcome.worst]
    most = highest(used)
    assert most is not None
    values: dict[str, Value] = {
        "rate": most.value,
        "factors": tuple(cells.title(outcome.protocol) for outcome in held),
        "models": len(cells.facts.backbones),
        **limits_of(used),
    }
    sentence = say(Message("advice-held", values), used)
    return sentence + not_shown(cells, held) + _ends(cells, held)


def _ends(cells: Cells, held: Sequence[Outcome]) -> Sentence:
    ends = [
        level_value(factor, factor.levels[-1].key)
        for outcome in held
        for factor in cells.protocols[outcome.protocol].factors
        if factor.scale.rises
    ]
    return say(Message("advice-not-beyond", {"levels": tuple(ends)})) if ends else NOTHING


def _fails(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    sentence = NOTHING
    for outcome in invariant(outcomes):
        if outcome.already:
            sentence += say(_already(cells, outcome), outcome.already)
        elif outcome.over:
            sentence += say(_fails_where(cells, outcome), outcome.worst)
    if not sentence and any(outcome.counted for outcome in invariant(outcomes)):
        sentence += say(Message("advice-none-failed", {"limit": cells.facts.limit}))
    dressed = alike(cells)
    if dressed.spots:
        nor = Message("advice-dressed-alike", {"sentence": dressed.messages[0]})
        sentence += say(nor, dressed.spots)
    else:
        sentence += dressed
    return sentence + say(Message("advice-nothing-else"))


def _already(cells: Cells, outcome: Outcome) -> Message:
    most = highest(outcome.already)
    assert most is not None
    values: dict[str, Value] = {"factor": cells.title(outcome.protocol), "rate": most.value}
    if outcome.models == 1:
        return Message("advice-already", values)
    model = cells.facts.names[most.backbone]
    return Message("advice-already-with", {**values, "most_model": model})


def _fails_where(cells: Cells, outcome: Outcome) -> Message:
    worst = outcome.most
    crossed = len(cells.protocols[outcome.protocol].factors) > 1
    values: dict[str, Value] = {
        "change": outcome.change,
        "several": crossed and outcome.change == cells.title(outcome.protocol),
        "rate": worst.value,
        "level": cells.level(worst),
        "model": cells.facts.names[worst.backbone] if outcome.models > 1 else None,
        **limits_of([worst]),
    }
    return Message("advice-fails", values)
