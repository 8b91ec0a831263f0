"""Misses at false match rates beyond the first."""

from __future__ import annotations

from probe.reports.figure import Columns, Figure
from probe.reports.source import Source
from probe.runs.rows import RateRow

FNMR = Columns("fnmr", "low", "high", "note")

Further = tuple[tuple[str, Figure], ...]
"""FNMR at further false match rates, each with the rate as printed."""


def further_of(source: Source, protocol: str, backbone: str) -> dict[tuple[int, int], Further]:
    """FNMR of every cell (i <= j) at the further rates that any model resolves, in order."""
    cells: dict[tuple[int, int], list[tuple[str, Figure]]] = {}
    for row in source.rates:
        here = (row["protocol"], row["backbone"]) == (protocol, backbone)
        if here and row["fmr_asked"] in source.further_rates:
            figures = cells.setdefault((row["i"], row["j"]), [])
            figures.append((source.printer.rate(row["fmr_asked"]), missed(source, row)))
    return {place: tuple(figures) for place, figures in cells.items()}


def missed(source: Source, row: RateRow) -> Figure:
    """FNMR of a row of `rates.parquet`, with its interval."""
    return source.printer.figure(row, FNMR, source.printer.percent)
