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
    measures = [f.text for f in (cell.dprime, cell.auc, cell.eer)]
    return (
        with_interval(cell.mean) or cell.mean.note,
        _strangers(words, cell.strangers, cell.large_passing),
        _strangers(words, cell.alike, cell.alike_passing),
        with_interval(cell.retention) or cell.retention.note,
        f"{missed}, {cell.misses}" if missed else "",
        cell.log10_fmr.text if cell.log10_fmr.value is not None else "",
        ", ".join(measures) if cell.dprime.value is not None else "",
        f"{cell.n_pairs}, {cell.n_subjects}",
    )


def _strangers(words: Words, mean: Figure, passing: Figure) -> str:
    """`.31 (.28 to .34), 1 % (0 % to 8 %) pass`."""
    figure, share = with_interval(mean), with_interval(passing)
    if not (figure and share):
        return figure
    return words.text("report-fact-passing", figure=figure, passing=share)


def with_interval(figure: Figure) -> str:
    """`.87 (.81 to .93)`, empty for no figure."""
    if figure.value is None:
        return ""
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text
