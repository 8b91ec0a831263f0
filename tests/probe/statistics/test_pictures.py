"""Intervals of one subject against real deletions of pictures."""

import numpy as np
import pytest
from scipy import stats

from probe.errors import ComparisonError
from probe.statistics import CONDITIONAL, PictureScores, picture_mean_interval


@pytest.fixture
def vectors(rng):
    """Pictures of two conditions, 5 and 6 of them, near one direction."""
    person = rng.normal(size=24)
    found = [person + 0.4 * rng.normal(size=(n, 24)) for n in (5, 6)]
    return [x / np.linalg.norm(x, axis=1, keepdims=True) for x in found]


def off_diagonal(x):
    scores = x @ x.T
    return scores[np.triu_indices(len(x), 1)].mean()


def deletions(statistic, *sides):
    """Jackknife variance of each side's pictures."""
    variances = []
    for k, side in enumerate(sides):
        values = []
        for gone in range(len(side)):
            left = list(sides)
            left[k] = np.delete(side, gone, axis=0)
            values.append(statistic(*left))
        variances.append((len(side) - 1) * np.var(values))
    return np.array(variances)


def test_one_condition(vectors):
    x = vectors[0]
    (variance,) = deletions(off_diagonal, x)
    half = stats.t.ppf(0.975, 4) * np.sqrt(variance)
    found = picture_mean_interval(PictureScores(x @ x.T, "a", "a"))
    mean = off_diagonal(x)
    assert (found.low, found.high) == pytest.approx((mean - half, mean + half), abs=1e-12)
    assert found.note == CONDITIONAL


def test_two_conditions_add_their_variances(vectors):
    x, y = vectors
    variances = deletions(lambda a, b: (a @ b.T).mean(), x, y)
    welch = variances.sum() ** 2 / (variances[0] ** 2 / 4 + variances[1] ** 2 / 5)
    half = stats.t.ppf(0.975, welch) * np.sqrt(variances.sum())
    found = picture_mean_interval(PictureScores(x @ y.T, "a", "b"))
    mean = (x @ y.T).mean()
    assert (found.low, found.high) == pytest.approx((mean - half, mean + half), abs=1e-12)


def test_too_few_pictures_are_refused_in_words():
    two = PictureScores(np.ones((2, 2)), "a", "a")
    assert "at least 3" in picture_mean_interval(two).note
    assert "at least 2" in picture_mean_interval(PictureScores(np.ones((1, 4)), "a", "b")).note


def test_bad_input_is_named():
    with pytest.raises(ComparisonError, match="cannot have the shape"):
        picture_mean_interval(PictureScores(np.ones((2, 3)), "a", "a"))
