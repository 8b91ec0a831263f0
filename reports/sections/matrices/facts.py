"""The figures of a cell as the page shows them on pointing."""

from __future__ import annotations

from probe.reports.cells import Cell
from probe.reports.figure import Figure
from probe.reports.words import Words

FACTS = (
    "report-fact-cosine",
    "report-fact-strangers",
    "report-fact-alike",
    "report-fact-retention",
    "report-fact-missed",
    "report-fact-log10",
    "report-fact-measures",
    "report-fact-pairs",
)
"""Names of the figures that `facts_of` gives, as messages."""


def facts_of(words: Words, cell: Cell) -> tuple[str, ...]:
    """The figures of a cell, in the order of `FACTS`; empty where there is none."""
    missed = with_interval(cell.fnmr)
    passing = cell.alike_passing.text if cell.alike_passing.value is not None else ""
    alike = with_interval(cell.alike)
    if alike and passing:
        alike = words.text("report-fact-alike-passing", figure=alike, passing=passing)
    measures = [f.text for f in (cell.dprime, cell.auc, cell.eer)]
    return (
        with_interval(cell.mean) or cell.mean.note,
        with_interval(cell.strangers),
        alike,
        with_interval(cell.retention),
        f"{missed}, {cell.misses}" if missed else "",
        cell.log10_fmr.text if cell.log10_fmr.value is not None else "",
        ", ".join(measures) if cell.dprime.value is not None else "",
        f"{cell.n_pairs}, {cell.n_subjects}",
    )


def with_interval(figure: Figure) -> str:
    """`.87 (.81 to .93)`, empty for no figure."""
    if figure.value is None:
        return ""
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text
