"""Which model: the paired differences of models on the same people, and what they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from probe.protocol.model import Protocol
from probe.reports.cells import number
from probe.reports.masked import points, signed
from probe.reports.source import Source
from probe.wording.numbers import NONE, amount, listed, span

MOST_ROWS = 30
FIGURES = ("retention", "fnmr")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Difference:
    """A paired difference, second model minus first.

    Attributes:
        text: as printed.
        interval: its 95 % interval, empty where none is known.
        differs: whether it is shown (after Holm's adjustment).
        levels: single conditions that differ.
    """

    text: str
    interval: str
    differs: bool
    levels: str


@dataclass(frozen=True)
class VersusRow:
    """Two models under one factor: differences in retention and misses."""

    key: str
    title: str
    first: str
    second: str
    figures: tuple[Difference, ...]


@dataclass(frozen=True)
class Versus:
    """The comparison of models.

    Attributes:
        findings: title and sentence of every factor.
        rows: the pairs, those that differ where there are too many.
        more: what is not shown, in words.
    """

    findings: tuple[tuple[str, str], ...]
    rows: tuple[VersusRow, ...]
    more: str


def versus_of(source: Source) -> Versus | None:
    """The comparison; None for one model, or a run that holds none."""
    if not source.differences:
        return None
    rows = [row for protocol in source.protocols.values() for row in _rows(source, protocol)]
    shown = rows
    if len(rows) > MOST_ROWS:
        shown = [row for row in rows if any(f.differs for f in row.figures)][:MOST_ROWS]
    findings = tuple(
        (protocol.title.language(source.language), source.sentence("versus", name))
        for name, protocol in source.protocols.items()
        if source.sentence("versus", name)
    )
    rest = len(rows) - len(shown)
    more = source.words["versus_more"].format(n=amount(rest, "pair")) if rest else ""
    return Versus(findings, tuple(shown), more)


def _rows(source: Source, protocol: Protocol) -> list[VersusRow]:
    own = [row for row in source.differences if row["protocol"] == protocol.name]
    pairs = dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in own)
    return [
        VersusRow(
            protocol.name,
            protocol.title.language(source.language),
            source.shorts[a],
            source.shorts[b],
            tuple(
                _difference(source, protocol, figure, [r for r in own if _of(r, a, b, figure)])
                for figure in FIGURES
            ),
        )
        for a, b in pairs
    ]


def _of(row: Row, a: str, b: str, figure: str) -> bool:
    return (row["backbone_a"], row["backbone_b"], row["figure"]) == (a, b, figure)


def _difference(source: Source, protocol: Protocol, figure: str, rows: Sequence[Row]) -> Difference:
    """Over all levels but the standard (the only one, where there is one)."""
    standard = protocol.standard.key
    singles = [r for r in rows if r["condition"] and r["condition"] != standard]
    row = next((r for r in rows if not r["condition"]), singles[0] if singles else None)
    if row is None or (value := number(row, "difference")) is None:
        return Difference(NONE, "", False, "")
    told = points if figure == "fnmr" else signed
    low, high = number(row, "low"), number(row, "high")
    ends = span(told(low), told(high)) if low is not None and high is not None else ""
    by_key = {c.key: protocol.label(c, source.language) for c in protocol.conditions}
    levels = [by_key[r["condition"]] for r in singles if r["differs"]]
    named = listed(levels) if levels else ""
    if len(levels) == len(singles) > 1:
        named = source.words["versus_all_levels"]
    return Difference(told(value), ends, bool(row["differs"]), named)
