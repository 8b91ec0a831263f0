"""Cells of the run as printed figures: the one place where a stored number becomes text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from probe.reports.document import Cell, Figure
from probe.reports.source import Source
from probe.wording.numbers import NONE, count, decimal, percent, span, unit

Row = Mapping[str, Any]
Rows = Mapping[tuple[int, int], Row]
Further = tuple[tuple[str, Figure], ...]
_EMPTY: Row = {}


def number(row: Row, name: str) -> float | None:
    """A finite figure of a row, None when there is none."""
    value = row.get(name)
    if value is None or isinstance(value, str) or not math.isfinite(value):
        return None
    return float(value)


def figure(row: Row, name: str, low: str = "", high: str = "", note: str = "") -> Figure:
    """A figure in hundredths (`.87`) with its interval."""
    return _figure(row, (name, low, high, note), as_percent=False)


def share(row: Row, name: str, low: str = "", high: str = "", note: str = "") -> Figure:
    """A figure in per cent (`37 %`) with its interval."""
    return _figure(row, (name, low, high, note), as_percent=True)


def _figure(row: Row, names: tuple[str, str, str, str], *, as_percent: bool) -> Figure:
    told = percent if as_percent else unit
    value, low, high = (number(row, name) for name in names[:3])
    interval = ""
    if low is not None and high is not None:
        interval = span(told(low), told(high))
    note = str(row.get(names[3]) or "") if names[3] else ""
    return Figure(told(value), value, low, high, interval, note)


def rarity(row: Row) -> Figure:
    """log10 FMR of the cell's mean: `−2.3`, or `< −3.1` when no stranger scored as high."""
    value = number(row, "log10_fmr")
    floored = bool(row.get("log10_fmr_floored")) and value is not None
    return Figure(("<\u00a0" if floored else "") + decimal(value), value)


def cells_of(source: Source, protocol: str, backbone: str) -> tuple[Cell, ...]:
    """The cells `i <= j` of a protocol and model, row by row."""
    kinds = {kind: _rows(source, protocol, backbone, kind) for kind in KINDS}
    from probe.reports.decisions import further_of

    n = len(source.protocols[protocol].conditions)
    further = further_of(source, protocol, backbone)
    return tuple(
        _cell(
            source,
            (i, j),
            further.get((i, j), ()),
            [kinds[kind].get((i, j), _EMPTY) for kind in KINDS],
        )
        for i in range(n)
        for j in range(i, n)
    )


KINDS = ("mated", "at_large", "alike")


def _rows(source: Source, protocol: str, backbone: str, kind: str) -> Rows:
    cells = source.run.cells
    wanted = cells[
        (cells["protocol"] == protocol)
        & (cells["backbone"] == backbone)
        & (cells["variant"] == source.variant)
        & (cells["kind"] == kind)
    ]
    return {
        (row["i"], row["j"]): {str(k): v for k, v in row.items()}
        for row in wanted.to_dict("records")
    }


def _cell(source: Source, place: tuple[int, int], further: Further, rows: list[Row]) -> Cell:
    mated, large, alike = rows
    fnmr = share(mated, "fnmr", "fnmr_low", "fnmr_high", "fnmr_note")
    return Cell(
        i=place[0],
        j=place[1],
        mean=figure(mated, "mean", "low", "high", "interval_note"),
        sd_pairs=unit(number(mated, "sd_pairs")),
        sd_subjects=unit(number(mated, "sd_subjects")),
        n_pairs=_count(mated, "n_pairs"),
        n_subjects=_count(mated, "n_subjects"),
        strangers=figure(large, "mean", "low", "high", "interval_note"),
        alike=figure(alike, "mean", "low", "high", "interval_note"),
        retention=figure(mated, "retention", "retention_low", "retention_high", "retention_note"),
        fnmr=fnmr,
        further=further,
        log10_fmr=rarity(mated),
        dprime=Figure(decimal(number(mated, "dprime"), 2), number(mated, "dprime")),
        auc=Figure(decimal(number(mated, "auc"), 3), number(mated, "auc")),
        eer=share(mated, "eer", note="eer_note"),
        misses=_misses(source, mated, fnmr, "of"),
        missed_pairs=_misses(source, mated, fnmr, "missed_pairs"),
        large_passing=share(large, "fmr_observed"),
        alike_passing=share(alike, "fmr_observed"),
        over=fnmr.value is not None and fnmr.value > source.limit,
    )


def _count(row: Row, name: str) -> str:
    value = number(row, name)
    return NONE if value is None else count(int(value))


def _misses(source: Source, row: Row, fnmr: Figure, phrase: str) -> str:
    if fnmr.value is None:
        return ""
    return source.words[phrase].format(a=_count(row, "misses"), b=_count(row, "n_pairs"))
