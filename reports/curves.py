"""Score counts as smooth shapes on one axis for all models of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.runs.store import Histograms

POINTS = 121
BANDWIDTH = 0.012
"""Standard deviation of the smoothing kernel, in units of cosine."""


@dataclass(frozen=True)
class ScoreAxis:
    """The score axis `low..high` that every shape of a report is drawn on."""

    low: float
    high: float

    def place(self, score: float) -> float:
        """Place of a score on the axis, 0..100."""
        return round(100 * (score - self.low) / (self.high - self.low), 2)

    @property
    def marks(self) -> tuple[float, ...]:
        """Scores to print below the axis: four to six round ones."""
        width = self.high - self.low
        gap = 0.1 if width <= 0.55 else 0.2 if width <= 1.3 else 0.5
        first = int(np.ceil(self.low / gap - 1e-9))
        return tuple(round(k * gap, 1) for k in range(first, int(self.high / gap + 1e-9) + 1))

    def shape(
        self, counts: NDArray[np.int64] | None, edges: NDArray[np.float64]
    ) -> tuple[float, ...]:
        """Counts smoothed with a Gaussian, scaled to a peak of 1; empty without counts."""
        if counts is None or not counts.any():
            return ()
        centres = (edges[:-1] + edges[1:]) / 2
        at = np.linspace(self.low, self.high, POINTS)
        kernel = np.exp(-0.5 * ((at[:, None] - centres) / BANDWIDTH) ** 2)
        smooth = kernel @ counts
        return tuple(float(v) for v in np.round(smooth / max(smooth.max(), 1e-12), 3))


def score_axis(histograms: Histograms, thresholds: Iterable[float] = ()) -> ScoreAxis:
    """The axis that holds 99.8 % of every row of counts, ending at 1."""
    centres = (histograms.edges[:-1] + histograms.edges[1:]) / 2
    lows = [float(t) - 0.05 for t in thresholds]
    for counts in histograms.counts:
        if counts.any():
            part = np.cumsum(counts) / counts.sum()
            lows.append(float(centres[int(np.searchsorted(part, 0.002))]))
    low = min(lows, default=0.0)
    return ScoreAxis(max(-1.0, np.floor(10 * min(low, 0.7) + 1e-9) / 10), 1.0)
