"""The standard condition before anything changes, and strangers dressed alike."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot
from probe.runs.store import Finding
from probe.wording.numbers import listed, percents, short_names, unit, units


def before(cells: Cells) -> Finding:
    """How the same person, strangers at large and strangers dressed alike score at the standard."""
    lines: list[str] = []
    used: list[Spot] = []
    mated = _standard(cells, "mean", "mated")
    strangers = _standard(cells, "mean", "at_large")
    dressed = _standard(cells, "mean", "alike")
    if mated:
        lines.append(
            f"In the standard condition pictures of one person score {_each(cells, mated)}"
        )
        lines[-1] += f", strangers at large {_each(cells, strangers)}." if strangers else "."
    else:
        lines.append("The standard condition holds no two pictures of one person to compare.")
        if strangers:
            lines.append(f"Strangers at large score {_each(cells, strangers)}.")
    if strangers and dressed:
        lines.append(
            f"Strangers dressed alike score {_each(cells, dressed)}{_over(cells, dressed)}."
        )
    elif strangers:
        lines.append("How strangers dressed alike score was not measured.")
    else:
        lines.append("No strangers were compared.")
    used = [*mated, *strangers, *dressed]
    rests = tuple(spot.cell(cells.facts.variant) for spot in used)
    return Finding("before", " ".join(lines), cells=rests)


def _standard(cells: Cells, figure: str, kind: str) -> list[Spot]:
    found = (cells.at_standard(name, figure, kind) for name in cells.facts.backbones)
    return [spot for spot in found if spot]


def _each(cells: Cells, spots: Sequence[Spot]) -> str:
    """`.97 with a and .98 with b`, the figure alone for one model, a range for many."""
    names = short_names(cells.facts.backbones)
    if len(cells.facts.backbones) == 1:
        return unit(spots[0].value)
    if len(spots) > 2:
        return units(spot.value for spot in spots)
    return listed(f"{unit(spot.value)} with {names[spot.backbone]}" for spot in spots)


def _over(cells: Cells, dressed: Sequence[Spot]) -> str:
    """Says when the mean of strangers dressed alike lies above the threshold."""
    names = short_names(cells.facts.backbones)
    over = []
    for spot in dressed:
        threshold = cells.facts.threshold(spot.backbone)
        if threshold and threshold.value is not None and spot.value > threshold.value:
            over.append(names[spot.backbone])
    if not over:
        return ""
    if len(over) == len(cells.facts.backbones):
        return ", on average above the threshold" + (" of every model" if len(over) > 1 else "")
    if len(over) > FEW_MODELS:
        return f", on average above the threshold of {len(over)} models"
    return f", on average above the threshold of {listed(over)}"


def alike(cells: Cells) -> tuple[str, Sequence[Spot]]:
    """How many strangers dressed alike pass, beside the strangers at large who do."""
    dressed = _standard(cells, "fmr_observed", "alike")
    large = _standard(cells, "fmr_observed", "at_large")
    if not large:
        return "", ()
    if not dressed:
        return "How strangers dressed alike fare was not measured.", ()
    passing = percents(spot.value for spot in dressed)
    beside = percents(spot.value for spot in large)
    return (
        f"In the standard condition {passing} of strangers dressed alike pass as the same person, "
        f"where {beside} of strangers at large do.",
        [*dressed, *large],
    )
