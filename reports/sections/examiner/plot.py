"""Drawn trade-offs of misses and false matches: a plot a condition, a curve a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from probe.reports.study import Chapter
from probe.runs.examination import CurveRecord, ExaminationRecord, TraceRecord

MOST_PLOTS = 12
"""Conditions drawn, those with the most misses (ours: three rows of a page)."""

MOST_MODELS = 6
"""Models drawn (ours: more curves and bands in one plot cannot be told apart)."""

LOWEST_MISSES, HIGHEST_MISSES = 0.005, 0.99
"""Ends of the axis of misses (ours): below and beyond, curves run along the edge."""

MARKS = (0.0001, 0.001, 0.01, 0.05, 0.2, 0.5)
"""False match rates that may stand at the axis."""

STARTS = tuple(digit / size for size in (10_000, 1000, 100) for digit in (1, 2, 5))
"""False match rates at which the axis may begin: the highest below all curves."""

MISS_MARKS = (0.01, 0.05, 0.2, 0.5, 0.8, 0.95)

Points = tuple[tuple[float, float], ...]
Mark = tuple[float, str]


@dataclass(frozen=True)
class Trace:
    """A model's curve in a plot: places 0..100 from the left and from the top.

    Attributes:
        model: its number.
        line: the curve.
        band: outline of its intervals, rate by rate; empty without any.
    """

    model: int
    line: Points
    band: Points


@dataclass(frozen=True)
class Plot:
    """A condition."""

    label: str
    traces: tuple[Trace, ...]


@dataclass(frozen=True)
class Plots:
    """Plots on the same axes.

    Attributes:
        caption: how to read them.
        across, down: titles of the axes.
        rates, misses: marks of the axes: place 0..100 and text.
        models: names of the models drawn, in the order of their numbers.
        plots: one a condition.
    """

    caption: str
    across: str
    down: str
    rates: tuple[Mark, ...]
    misses: tuple[Mark, ...]
    models: tuple[str, ...]
    plots: tuple[Plot, ...]


def plots_of(chapter: Chapter, record: ExaminationRecord) -> Plots | None:
    """The plots of a protocol; None where nobody is missed on any curve, or in an older run."""
    names = chapter.source.run.backbones[:MOST_MODELS]
    traces = [row for row in record.get("traces", ()) if row["backbone"] in names and row["fmr"]]
    worst = _worst(traces)
    conditions = sorted(worst, key=lambda c: -worst[c])[:MOST_PLOTS]
    if not conditions:
        return None
    lowest = min(trace["fmr"][0] for trace in traces)
    start = max((rate for rate in STARTS if rate <= lowest), default=STARTS[0])
    axis = _Axes(start)
    text, printer = chapter.words.text, chapter.source.printer
    counts = {
        "shown": len(conditions),
        "missed": len(worst),
        "every": len(conditions) == len(worst),
    }
    return Plots(
        caption=text("report-examiner-plots", **counts),
        across=text("report-examiner-false-matches"),
        down=text("report-examiner-misses"),
        rates=tuple((axis.across(m), printer.rate(m)) for m in MARKS if m >= start),
        misses=tuple((axis.down(m), printer.percent(m)) for m in MISS_MARKS),
        models=tuple(chapter.source.shorts[name] for name in names),
        plots=tuple(
            Plot(
                chapter.axis.full[condition],
                tuple(_traces(axis, names, traces, record["curves"], condition)),
            )
            for condition in sorted(conditions)
        ),
    )


def _worst(traces: Sequence[TraceRecord]) -> dict[int, float]:
    """Condition -> the most misses on its curves, where there are any."""
    worst: dict[int, float] = {}
    for trace in traces:
        worst[trace["condition"]] = max(worst.get(trace["condition"], 0.0), *trace["fnmr"])
    return {condition: missed for condition, missed in worst.items() if missed > 0}


class _Axes:
    """Both rates on the normal scale.

    Args:
        start: lowest false match rate.
    """

    def __init__(self, start: float) -> None:
        self._start = start

    def across(self, rate: float) -> float:
        """Place of a false match rate, 0..100 from the left."""
        return _place(rate, self._start, MARKS[-1])

    def down(self, rate: float) -> float:
        """Place of misses, 0..100 from the top."""
        return round(100 - _place(rate, LOWEST_MISSES, HIGHEST_MISSES), 2)


def _place(rate: float, low: float, high: float) -> float:
    normal = NormalDist()
    at, start, end = (normal.inv_cdf(min(max(r, low), high)) for r in (rate, low, high))
    return round(100 * (at - start) / (end - start), 2)


def _traces(
    axis: _Axes,
    names: Sequence[str],
    traces: Sequence[TraceRecord],
    curves: Sequence[CurveRecord],
    condition: int,
) -> list[Trace]:
    drawn = []
    for trace in (trace for trace in traces if trace["condition"] == condition):
        place = (trace["backbone"], condition)
        bounds = [row for row in curves if (row["backbone"], row["condition"]) == place]
        rates = zip(trace["fmr"], trace["fnmr"], strict=True)
        line = tuple((axis.across(x), axis.down(y)) for x, y in rates)
        drawn.append(Trace(names.index(trace["backbone"]), line, _band(axis, bounds)))
    return drawn


def _band(axis: _Axes, rows: Sequence[CurveRecord]) -> Points:
    """Upper limits from left to right, then lower ones back; empty with fewer than two."""
    limits = [
        (axis.across(row["fmr"]), axis.down(row["low"]), axis.down(row["high"]))
        for row in sorted(rows, key=lambda row: row["fmr"])
        if row["low"] is not None and row["high"] is not None
    ]
    if len(limits) < 2:
        return ()
    return (*((x, high) for x, _, high in limits), *((x, low) for x, low, _ in reversed(limits)))
