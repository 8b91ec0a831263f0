"""Margins over strangers: their mean and spread are those of the gap."""

import numpy as np
import pytest

from probe.comparison import Standing
from probe.comparison.margins import margin_figures
from probe.statistics import Gap
from probe.statistics.gap import jackknifed_gaps


def test_margins_average_to_the_gap_and_spread_like_its_jackknife():
    rng = np.random.default_rng(4)
    pairs = 0.3 + 0.1 * rng.standard_normal((9, 9))
    np.fill_diagonal(pairs, np.nan)
    gap = Gap(0.8 + 0.05 * rng.standard_normal(9), pairs)
    figures = margin_figures({1: Standing(gap, np.zeros(9))}, 3)
    assert figures.shape == (9, 3)
    assert np.isnan(figures[:, [0, 2]]).all()
    (expected,), _ = jackknifed_gaps(gap)
    margins = figures[:, 1]
    assert margins.mean() == pytest.approx(expected.estimate)
    assert margins.var(ddof=1) / 9 == pytest.approx(expected.variance)
