"""The figures of a cell as the page shows them on pointing."""

from __future__ import annotations

from probe.reports.cells import Cell
from probe.reports.figure import Figure

FACTS = (
    "fact_cosine",
    "fact_strangers",
    "fact_alike",
    "fact_retention",
    "fact_missed",
    "fact_log10",
    "fact_dprime",
    "fact_pairs",
)
"""Names of the figures that `facts_of` gives, as phrases."""


def facts_of(cell: Cell) -> list[str]:
    """The figures of a cell, in the order of `FACTS`; empty where there is none."""
    missed = with_interval(cell.fnmr)
    passing = cell.alike_passing.text if cell.alike_passing.value is not None else ""
    alike = with_interval(cell.alike)
    measures = [f.text for f in (cell.dprime, cell.auc, cell.eer)]
    return [
        with_interval(cell.mean) or cell.mean.note,
        with_interval(cell.strangers),
        f"{alike}, {passing} pass" if alike and passing else alike,
        with_interval(cell.retention),
        f"{missed}, {cell.misses}" if missed else "",
        cell.log10_fmr.text if cell.log10_fmr.value is not None else "",
        ", ".join(measures) if cell.dprime.value is not None else "",
        f"{cell.n_pairs}, {cell.n_subjects}",
    ]


def with_interval(figure: Figure) -> str:
    """`.87 (.81 to .93)`, empty for no figure."""
    if figure.value is None:
        return ""
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text
