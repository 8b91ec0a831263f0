"""Cllr of planted scores, over all changed conditions."""

import numpy as np
import pytest

from probe.comparison.examination.likelihood import likelihood


def test_the_planted_ratio_comes_out(planted):
    (row,) = likelihood(planted(people=40, apart=(2.0, 2.0, 2.0)))
    assert row["slope"] == pytest.approx(2.0, abs=0.25)
    assert row["offset"] == pytest.approx(-2.0, abs=0.3)
    rng = np.random.default_rng(0)
    true = np.mean(np.logaddexp(0, -2 * (1 + rng.normal(size=200_000)))) / np.log(2)
    assert row["low"] <= true <= row["high"]
    assert row["least"] < row["value"]


def test_without_comparisons_there_is_none(planted):
    nobody = {(c, k) for c in (0, 1) for k in range(12)}
    assert list(likelihood(planted(missing=nobody))) == []
