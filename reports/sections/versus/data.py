"""Which model: the paired differences of models on the same people, and what they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.protocol.model import Protocol
from probe.reports.figure import number
from probe.reports.section import Json, Names, Section, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.rows import DifferenceRow
from probe.wording.numbers import NONE

Differences = Sequence[DifferenceRow]
"""Rows of the run's table of paired differences."""

MOST_ROWS = 30
"""Pairs of models and factors in the table at most (ours: a page); differences.parquet has all."""

HEADS = {
    "auc": "report-versus-auc",
    "dprime": "report-versus-dprime",
    "fnmr": "report-versus-points",
    "retention": "report-column-retention",
}
"""Figures by which models are compared, those that decide first, and what their columns say.

Cosines of two models are on scales of their own."""


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
    """Two models under one factor: their differences, one a figure."""

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
        heads: what the columns of figures say.
        rows: the pairs, those that differ where there are too many.
        more: what is not shown, in words.
    """

    findings: tuple[tuple[str, str], ...]
    heads: tuple[str, ...]
    rows: tuple[VersusRow, ...]
    more: str


def build(study: Study) -> Versus | None:
    """The comparison; None for one model, or a run that holds none."""
    source = study.source
    if not source.differences:
        return None
    rows = [row for protocol in source.protocols.values() for row in _rows(source, protocol)]
    shown = rows
    if len(rows) > MOST_ROWS:
        shown = [row for row in rows if any(f.differs for f in row.figures)][:MOST_ROWS]
    findings = tuple(
        (protocol.title.language(source.language), sentence)
        for name, protocol in source.protocols.items()
        if (sentence := source.sentence("versus", name))
    )
    rest = len(rows) - len(shown)
    more = source.words.text("report-versus-more", more=rest) if rest else ""
    heads = tuple(source.words.text(HEADS[figure]) for figure in _figures(source))
    return Versus(findings, heads, tuple(shown), more)


def to_json(data: Versus | None, _: Names) -> Mapping[str, Json]:
    """`versus`: the whole comparison; null where there is none."""
    return {"versus": plain(data)}


def _figures(source: Source) -> list[str]:
    """The figures that the run holds: older ones have no AUC and d'."""
    held = {row["figure"] for row in source.differences}
    return [figure for figure in HEADS if figure in held]


def _rows(source: Source, protocol: Protocol) -> list[VersusRow]:
    here = [row for row in source.differences if row["protocol"] == protocol.name]
    pairs = dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in here)
    return [
        VersusRow(
            protocol.name,
            protocol.title.language(source.language),
            source.shorts[a],
            source.shorts[b],
            tuple(
                _difference(source, protocol, figure, _of_pair(here, (a, b), figure))
                for figure in _figures(source)
            ),
        )
        for a, b in pairs
    ]


def _of_pair(rows: Differences, pair: tuple[str, str], figure: str) -> Differences:
    wanted = (*pair, figure)
    return [r for r in rows if (r["backbone_a"], r["backbone_b"], r["figure"]) == wanted]


def _difference(source: Source, protocol: Protocol, figure: str, rows: Differences) -> Difference:
    """Over all levels but the standard (the only one, where there is one)."""
    standard = protocol.standard.key
    singles = [r for r in rows if r["condition"] and r["condition"] != standard]
    row = next((r for r in rows if not r["condition"]), singles[0] if singles else None)
    if row is None or (value := number(row, "difference")) is None:
        return Difference(NONE, "", False, "")
    printer = source.printer
    printed = printer.change_in_points if figure == "fnmr" else printer.change_in_units
    levels = _levels(source, protocol, singles)
    return Difference(printed(value), printer.interval(row, printed), bool(row["differs"]), levels)


def _levels(source: Source, protocol: Protocol, singles: Differences) -> str:
    """The single conditions that differ, in words."""
    labels = {c.key: protocol.label(c, source.language) for c in protocol.conditions}
    differing = [labels[r["condition"]] for r in singles if r["differs"]]
    if len(differing) == len(singles) > 1:
        return source.words.text("report-versus-all-levels")
    if not differing:
        return ""
    return source.words.text("report-names", names=tuple(differing))


SECTION = Section(__name__, build, to_json)
