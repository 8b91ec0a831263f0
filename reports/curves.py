"""Score counts as smooth shapes on one axis for all models of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.runs.stored import Histograms

POINTS = 121
"""Points of a shape (ours): half the kernel's width apart on an axis from .3 to 1."""

BANDWIDTH = 0.012
"""Standard deviation of the smoothing kernel, in units of cosine (ours: a little over two bins of
the stored counts, which hides their steps and widens a shape by little)."""

TAIL = 0.002
"""Share of a row's scores that may lie below the axis (ours): a single outlier must not squeeze all
shapes."""

COSINES = 2.0
"""Length of the scale of cosines."""


@dataclass(frozen=True)
class ScoreAxis:
    """The score axis `low..high` that shapes are drawn on.

    Attributes:
        low, high: its ends.
        scale: length of the whole scale of the score, 1 for cosines: smoothing is in its units.
    """

    low: float
    high: float
    scale: float = 1.0

    def place(self, score: float) -> float:
        """Place of a score on the axis, 0..100."""
        return round(100 * (score - self.low) / (self.high - self.low), 2)

    @property
    def marks(self) -> tuple[float, ...]:
        """Scores to print below the axis: four to six round ones."""
        width = self.high - self.low
        if width <= COSINES:
            gap = 0.1 if width <= 0.55 else 0.2 if width <= 1.3 else 0.5
        else:
            power = 10.0 ** np.floor(np.log10(width / 5))
            gap = power * next(k for k in (1, 2, 5, 10) if width / (power * k) <= 6)
        first, last = np.ceil(self.low / gap - 1e-9), np.floor(self.high / gap + 1e-9)
        return tuple(round(k * gap, 6) for k in range(int(first), int(last) + 1))

    def shape(
        self, counts: NDArray[np.int64] | None, edges: NDArray[np.float64]
    ) -> tuple[float, ...]:
        """Counts smoothed with a Gaussian, scaled to a peak of 1; empty without counts."""
        if counts is None or not counts.any():
            return ()
        centres = (edges[:-1] + edges[1:]) / 2
        at = np.linspace(self.low, self.high, POINTS)
        kernel = np.exp(-0.5 * ((at[:, None] - centres) / (BANDWIDTH * self.scale)) ** 2)
        smooth = kernel @ counts
        return tuple(float(v) for v in np.round(smooth / max(smooth.max(), 1e-12), 3))


def own_axis(score_range: tuple[float, float]) -> ScoreAxis:
    """The axis of a score that is no cosine: its whole scale."""
    low, high = score_range
    return ScoreAxis(low, high, scale=(high - low) / COSINES)


def score_axis(
    histograms: Histograms, thresholds: Iterable[float] = (), backbones: Iterable[str] = ()
) -> ScoreAxis:
    """The axis of cosines that holds 99.8 % of every row of counts, ending at 1.

    Args:
        histograms: score counts of a run.
        thresholds: thresholds to be on it.
        backbones: those whose scores are cosines.
    """
    centres = (histograms.edges[:-1] + histograms.edges[1:]) / 2
    lows = [float(t) - 0.05 for t in thresholds]  # room for its line (ours)
    names = set(backbones)
    rows = zip(histograms.rows, histograms.counts, strict=True)
    for counts in (counts for row, counts in rows if row["backbone"] in names):
        if counts.any():
            part = np.cumsum(counts) / counts.sum()
            lows.append(float(centres[int(np.searchsorted(part, TAIL))]))
    low = min(lows, default=0.0)
    # At least .7 to 1 (ours): a narrower axis would magnify what is noise.
    return ScoreAxis(max(-1.0, np.floor(10 * min(low, 0.7) + 1e-9) / 10), 1.0)
