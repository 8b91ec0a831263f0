"""Thresholds from counts and the scores that decide are those of the sorted list."""

import numpy as np
import pytest

from probe.statistics import score_grid as module
from probe.statistics import strangers_from, threshold_at
from probe.statistics.score_grid import ScoreGrid
from probe.statistics.threshold import threshold_from


@pytest.fixture(params=[None, 1], ids=["distinct", "ties"])
def rectangle(request):
    """Scores of 12 people's pictures with those of 15 people, of whom each pair counts once."""
    rng = np.random.default_rng(0)
    first, second = np.repeat(np.arange(12), 4), np.repeat(np.arange(15), 3)
    scores = rng.normal(size=(len(first), len(second))) + rng.normal(size=15)[second]
    scores = np.tanh(scores)
    if request.param is not None:
        scores = scores.round(request.param)
    return scores, first[:, None] < second, first, second


def parts(rectangle, rows=7):
    scores, meant, first, second = rectangle
    for start in range(0, len(first), rows):
        part = slice(start, start + rows)
        yield scores[part], meant[part], first[part], second


@pytest.mark.parametrize("steps", [4, 1 << 20])
@pytest.mark.parametrize("rate", [0.0005, 0.01, 0.2, 0.9])
def test_every_threshold_is_that_of_the_list(rate, steps, rectangle, monkeypatch):
    monkeypatch.setattr(module, "STEPS", steps)
    scores, meant, first, second = rectangle
    rows, columns = np.nonzero(meant)
    listed = strangers_from([(scores[meant], first[rows], second[columns])], 15)
    grid = ScoreGrid(15, (-1.0, 1.0))
    for part in parts(rectangle):
        grid.add(*part)
    assert grid.involving.tolist() == listed.involving.tolist()
    assert grid.mean == pytest.approx(listed.scores.mean(), rel=1e-12)
    assert grid.variance == pytest.approx(listed.scores.var(), rel=1e-12)
    window = grid.window(rate)
    for part in parts(rectangle):
        window.add(*part)
    window.rank()
    found, expected = threshold_from(rate, listed, window.without), threshold_at(listed, rate)
    np.testing.assert_array_equal(found.value, expected.value)
    np.testing.assert_array_equal(found.deleted, expected.deleted)
    assert found.refusal == expected.refusal


def test_few_scores_are_kept_of_many(rectangle):
    grid = ScoreGrid(15, (-1.0, 1.0))
    for part in parts(rectangle):
        grid.add(*part)
    assert grid.window(0.01).kept < grid.comparisons / 2
