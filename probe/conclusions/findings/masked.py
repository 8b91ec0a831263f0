"""What removing the background changes, for each model, and for strangers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, lowest
from probe.conclusions.findings.versus import amount_of, decided, size_of
from probe.runs.store import Finding
from probe.wording.numbers import amount, listed, short_names, unit

Row = Mapping[str, Any]


def masked(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a mask variant; its `title` is the variant."""
    found = []
    for variant in cells.facts.variants:
        if variant == cells.facts.variant:
            continue
        other = Cells(cells.protocols, cells.table, replace(cells.facts, variant=variant))
        lines = [_same(cells, other, protocol), _strangers(cells, other, protocol)]
        text = " ".join(line for line, _ in lines if line)
        used = tuple(cell for _, spots in lines for cell in spots)
        if text:
            found.append(Finding("masked", text, protocol, variant, used))
    return found


Told = tuple[str, Sequence[Mapping[str, Any]]]


def _same(cells: Cells, other: Cells, protocol: str) -> Told:
    names = short_names(cells.facts.backbones)
    rows, missed = (
        {row["backbone"]: row for row in overall(cells, other.facts.variant, protocol, figure)}
        for figure in ("retention", "fnmr")
    )
    parts: list[str] = []
    used: list[Mapping[str, Any]] = []
    for name in cells.facts.backbones:
        before = lowest(cells.against_standard(protocol, name, "mean"))
        after = lowest(other.against_standard(protocol, name, "mean"))
        if before is None or after is None:
            continue
        used += [before.cell(cells.facts.variant), after.cell(other.facts.variant)]
        told = f"from {unit(before.value)} to {unit(after.value)} with {names[name]}"
        parts.append(f"{told}{_kept(rows.get(name))}{_missed(missed.get(name))}")
    if not parts:
        return "", ()
    if len(parts) > FEW_MODELS:
        return _range(cells, rows), used
    lead = "With the background removed the lowest cosine against the standard goes"
    return f"{lead} {'; '.join(parts)}.", used


def overall(cells: Cells, variant: str, protocol: str, figure: str = "retention") -> Sequence[Row]:
    """The changes over all levels but the standard one (the only one, where there is one)."""
    own = [
        row
        for row in cells.facts.changes
        if (row["protocol"], row["variant"], row["figure"]) == (protocol, variant, figure)
    ]
    standard = cells.protocols[protocol].standard.key
    together = [row for row in own if not row["condition"]]
    return together or [row for row in own if row["condition"] != standard]


def _kept(row: Row | None) -> str:
    """What a paired change of retention carries: a direction, or that none is shown."""
    if row is None or not decided(row):
        return ""
    size, ends = size_of(row)
    if row["differs"]:
        more = "more" if row["difference"] > 0 else "less"
        return f", which keeps {size} {more} of its margin over strangers ({ends})"
    seen = amount_of("retention", row["detectable"])
    return (
        f", whose margin over strangers is not shown to change ({ends}; a change of {seen} would "
        "have been seen four times in five)"
    )


def _missed(row: Row | None) -> str:
    """A change of misses, where it is shown."""
    if row is None or not decided(row) or not row["differs"]:
        return ""
    size, ends = size_of(row)
    return f" and misses {size} {'more' if row['difference'] > 0 else 'fewer'} ({ends})"


def _range(cells: Cells, rows: Mapping[str, Row]) -> str:
    known = [row for row in rows.values() if decided(row)]
    gained = sum(bool(row["differs"]) and row["difference"] > 0 for row in known)
    lost = sum(bool(row["differs"]) and row["difference"] < 0 for row in known)
    return (
        f"With the background removed {gained} of {amount(len(cells.facts.backbones), 'model')} "
        f"keep more of their margin over strangers, {lost} keep less; for the others no change is "
        "shown."
    )


def _strangers(cells: Cells, other: Cells, protocol: str) -> Told:
    """Whether masking makes strangers alike, and what margin it leaves at the standard."""
    names = short_names(cells.facts.backbones)
    parts: list[str] = []
    used: list[Mapping[str, Any]] = []
    for name in cells.facts.backbones:
        before, after = (_standard(each, name, protocol) for each in (cells, other))
        if before is None or after is None:
            continue
        used += [before.cell(cells.facts.variant), after.cell(other.facts.variant)]
        own = [each.at_standard(name, "mean", protocol=protocol) for each in (cells, other)]
        told = f"{unit(after.value)} instead of {unit(before.value)} with {names[name]}"
        if own[0] and own[1]:
            margins = (own[0].value - before.value, own[1].value - after.value)
            used += [own[0].cell(cells.facts.variant), own[1].cell(other.facts.variant)]
            told += f" (margin {unit(margins[1])} instead of {unit(margins[0])})"
        parts.append(told)
    if not parts or len(parts) > FEW_MODELS:
        return "", ()
    return f"Strangers in the standard condition then score {listed(parts)}.", used


def _standard(cells: Cells, backbone: str, protocol: str) -> Spot | None:
    return cells.at_standard(backbone, "mean", "at_large", protocol)
