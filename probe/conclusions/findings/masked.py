"""What removing the background changes, for each model, and for strangers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from statistics import fmean

from probe.conclusions.findings.difference import (
    decided,
    interval,
    over_all_levels,
    size,
)
from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, lowest
from probe.conclusions.findings.identity import rises_without_identity
from probe.conclusions.findings.sentence import paragraph
from probe.runs.rows import ChangeRow
from probe.runs.stored import Finding
from probe.wording import Message, Value

Rests = list[Mapping[str, object]]


def masked(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a mask variant; its `title` is the variant."""
    findings = []
    for variant in cells.facts.variants:
        if variant == cells.facts.variant:
            continue
        other = Cells(cells.protocols, cells.table, replace(cells.facts, variant=variant))
        raised, first = _raised(cells, other, protocol)
        same, rests = _same(cells, other, protocol)
        strangers, more = _strangers(cells, other, protocol)
        told = (raised, same, strangers, _left_out(other, protocol))
        messages = [message for message in told if message]
        if messages:
            rests = first + rests + more
            findings.append(Finding("masked", paragraph(messages), protocol, variant, tuple(rests)))
    return findings


def _left_out(other: Cells, protocol: str) -> Message | None:
    """How many pictures have no mask, where a change is told of the others."""
    rows = overall(other, other.facts.variant, protocol, "auc")
    if not rows or not rows[0]["left_out"]:
        return None
    left_out = rows[0]["left_out"]
    return Message("masked-left-out", {"left_out": left_out, "all": rows[0]["pictures"] + left_out})


def _raised(cells: Cells, other: Cells, protocol: str) -> tuple[Message | None, Rests]:
    """Where cosines rise and people are told apart no better: the rise is of strangers, too.

    Means over the conditions against the standard one, where both have the figure.
    """
    models: list[Message] = []
    rests: Rests = []
    for name in cells.facts.backbones:
        mean, auc = (_both(cells, other, protocol, name, figure) for figure in ("mean", "auc"))
        if mean is None or auc is None or not rises_without_identity(mean, auc):
            continue
        values: dict[str, Value] = {"model": cells.facts.names[name]}
        values |= {"mean": mean[0], "mean_masked": mean[1], "auc": auc[0], "auc_masked": auc[1]}
        models.append(Message("masked-raised-model", values))
        for one in (cells, other):
            spots = one.against_standard(protocol, name, "auc")
            rests += [spot.cell(one.facts.variant) for spot in spots]
    if not models:
        return None, []
    score = cells.facts.score_of(*cells.facts.backbones)
    if len(models) > FEW_MODELS:
        counts: dict[str, Value] = {"count": len(models), "models": len(cells.facts.backbones)}
        return Message("masked-raised-many", {**counts, **score}), rests
    return Message("masked-raised", {"models": tuple(models), **score}), rests


def _both(
    cells: Cells, other: Cells, protocol: str, name: str, figure: str
) -> tuple[float, float] | None:
    """Mean of a figure over the levels that have it in both variants; None where none has."""
    before, after = (
        {spot.i: spot.value for spot in one.against_standard(protocol, name, figure)}
        for one in (cells, other)
    )
    shared = sorted(before.keys() & after.keys())
    if not shared:
        return None
    return fmean(before[i] for i in shared), fmean(after[i] for i in shared)


def _same(cells: Cells, other: Cells, protocol: str) -> tuple[Message | None, Rests]:
    margins, misses = (
        {row["backbone"]: row for row in overall(cells, other.facts.variant, protocol, figure)}
        for figure in ("retention", "fnmr")
    )
    for name in cells.facts.backbones:
        if not all(one.keeps_margin(protocol, name) for one in (cells, other)):
            margins.pop(name, None)
    models: list[Message] = []
    rests: Rests = []
    for name in cells.facts.backbones:
        before = lowest(cells.against_standard(protocol, name, "mean"))
        after = lowest(other.against_standard(protocol, name, "mean"))
        if before is None or after is None:
            continue
        rests += [before.cell(cells.facts.variant), after.cell(other.facts.variant)]
        values: dict[str, Value] = {
            "model": cells.facts.names[name],
            "before": before.value,
            "after": after.value,
            "margin": _margin(margins.get(name)),
            "misses": _misses(misses.get(name)),
        }
        models.append(Message("masked-model", values))
    if not models:
        return None, []
    if len(models) > FEW_MODELS:
        return _range(cells, margins), rests
    score = cells.facts.score_of(*cells.facts.backbones)
    return Message("masked-lowest", {"models": tuple(models), **score}), rests


def overall(
    cells: Cells, variant: str, protocol: str, figure: str = "retention"
) -> list[ChangeRow]:
    """The changes over all levels but the standard one (the only one, where there is one)."""
    wanted = (protocol, variant, figure)
    rows = (
        row
        for row in cells.facts.changes
        if (row["protocol"], row["variant"], row["figure"]) == wanted
    )
    return over_all_levels(cells, protocol, rows)


def _margin(row: ChangeRow | None) -> Message:
    """What a paired change of retention carries: a direction, or that none is shown."""
    if row is None or not decided(row):
        return Message("nothing")
    if row["differs"]:
        values: dict[str, Value] = {"size": size(row), "interval": interval(row)}
        if row["difference"] > 0:
            return Message("masked-margin-more", values)
        return Message("masked-margin-less", values)
    return Message("masked-margin-alike", {"interval": interval(row)})


def _misses(row: ChangeRow | None) -> Message:
    """A change of misses, where it is shown."""
    if row is None or not decided(row) or not row["differs"]:
        return Message("nothing")
    values: dict[str, Value] = {"size": size(row), "interval": interval(row)}
    if row["difference"] > 0:
        return Message("masked-misses-more", values)
    return Message("masked-misses-fewer", values)


def _range(cells: Cells, margins: Mapping[str, ChangeRow]) -> Message:
    decided_rows = [row for row in margins.values() if decided(row)]
    more = sum(bool(row["differs"]) and row["difference"] > 0 for row in decided_rows)
    less = sum(bool(row["differs"]) and row["difference"] < 0 for row in decided_rows)
    models = len(cells.facts.backbones)
    return Message("masked-many", {"more": more, "less": less, "models": models})


def _strangers(cells: Cells, other: Cells, protocol: str) -> tuple[Message | None, Rests]:
    """Whether masking makes strangers alike, and what margin it leaves at the standard."""
    models: list[Message] = []
    rests: Rests = []
    both = (cells, other)
    for name in cells.facts.backbones:
        before, after = (_at_large(one, name, protocol) for one in both)
        if before is None or after is None:
            continue
        rests += [before.cell(cells.facts.variant), after.cell(other.facts.variant)]
        values: dict[str, Value] = {"model": cells.facts.names[name]}
        values |= {"before": before.value, "after": after.value}
        mated = [one.at_standard(name, "mean", protocol=protocol) for one in both]
        if mated[0] and mated[1]:
            rests += [mated[0].cell(cells.facts.variant), mated[1].cell(other.facts.variant)]
            values["margin_before"] = mated[0].value - before.value
            values["margin_after"] = mated[1].value - after.value
            models.append(Message("masked-strangers-margin", values))
        else:
            models.append(Message("masked-strangers-model", values))
    if not models or len(models) > FEW_MODELS:
        return None, []
    return Message("masked-strangers", {"models": tuple(models)}), rests


def _at_large(cells: Cells, backbone: str, protocol: str) -> Spot | None:
    return cells.at_standard(backbone, "mean", "at_large", protocol)
