"""Intervals of one subject against real deletions of pictures and SciPy's Wilson interval."""

import numpy as np
import pytest
from scipy import stats

from probe.errors import ComparisonError
from probe.statistics import (
    CONDITIONAL,
    PictureScores,
    picture_fnmr_interval,
    picture_mean_interval,
    picture_retention_interval,
)


@pytest.fixture
def vectors(rng):
    """Pictures of three conditions, 5, 6 and 5 of them, near one direction."""
    person = rng.normal(size=24)
    found = [person + 0.4 * rng.normal(size=(n, 24)) for n in (5, 6, 5)]
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
    x, y = vectors[:2]
    variances = deletions(lambda a, b: (a @ b.T).mean(), x, y)
    welch = variances.sum() ** 2 / (variances[0] ** 2 / 4 + variances[1] ** 2 / 5)
    half = stats.t.ppf(0.975, welch) * np.sqrt(variances.sum())
    found = picture_mean_interval(PictureScores(x @ y.T, "a", "b"))
    mean = (x @ y.T).mean()
    assert (found.low, found.high) == pytest.approx((mean - half, mean + half), abs=1e-12)


def test_matched_pictures_leave_together(vectors):
    x, y = vectors[0], vectors[2]

    def mean(kept):
        return (x[kept] @ y[kept].T)[~np.eye(len(kept), dtype=bool)].mean()

    without = [mean(np.delete(np.arange(5), k)) for k in range(5)]
    half = stats.t.ppf(0.975, 4) * np.sqrt(4 * np.var(without))
    found = picture_mean_interval(PictureScores(x @ y.T, "a", "b", matched=True))
    assert found.estimate == pytest.approx(mean(np.arange(5)))
    assert found.width == pytest.approx(2 * half)


def test_two_models_on_the_same_pictures(vectors):
    x, y = vectors[:2]
    scores = PictureScores(x @ y.T, "a", "b")
    shifted = PictureScores(x @ y.T + 0.1, "a", "b")
    found = picture_mean_interval(shifted, scores)
    assert (found.estimate, found.width) == pytest.approx((0.1, 0), abs=1e-9)


@pytest.mark.parametrize(("i", "j"), [(0, 1), (1, 2), (1, 1)])
def test_retention(vectors, i, j):
    used = sorted({0, i, j})

    def ratio(*sides):
        at = dict(zip(used, sides, strict=True))
        top = off_diagonal(at[i]) if i == j else (at[i] @ at[j].T).mean()
        return (top - 0.1) / (off_diagonal(at[0]) - 0.15)

    sides = [vectors[k] for k in used]
    half = stats.t.ppf(0.975, 4) * np.sqrt(deletions(ratio, *sides).sum())
    scores = PictureScores(vectors[i] @ vectors[j].T, i, j)
    standard = PictureScores(vectors[0] @ vectors[0].T, 0, 0)
    found = picture_retention_interval(scores, standard, (0.1, 0.15))
    assert found.estimate == pytest.approx(ratio(*sides))
    assert found.width == pytest.approx(2 * half)


def test_fnmr_is_wilson_on_pictures(vectors):
    x, y = vectors[:2]
    scores = PictureScores(x @ y.T, "a", "b")
    threshold = np.sort(x @ y.T, axis=None)[11]
    reference = stats.binomtest(2, 5).proportion_ci(0.95, "wilson")
    found = picture_fnmr_interval(scores, float(threshold))
    assert found.estimate == pytest.approx(0.4)
    assert (found.low, found.high) == pytest.approx(tuple(reference), abs=1e-9)


@pytest.mark.parametrize(("columns", "upper"), [("b", 0.43), ("a", 0.61)])
def test_no_failure_in_five_pictures_says_almost_nothing(columns, upper):
    found = picture_fnmr_interval(PictureScores(np.ones((5, 5)), "a", columns), 0.5)
    assert (found.estimate, found.low) == (0, 0)
    assert found.high == pytest.approx(upper, abs=0.01)


def test_too_few_pictures_are_refused_in_words():
    two = PictureScores(np.ones((2, 2)), "a", "a")
    assert "at least 3" in picture_mean_interval(two).note
    assert "at least 2" in picture_mean_interval(PictureScores(np.ones((1, 4)), "a", "b")).note
    assert (
        "at least 3"
        in picture_retention_interval(
            PictureScores(np.ones((2, 5)), "b", "a"),
            PictureScores(np.ones((5, 5)), "a", "a"),
            (0, 0),
        ).note
    )
    one = PictureScores(np.ones((1, 1)), "a", "a")
    assert picture_fnmr_interval(one, 0.5).refused


def test_bad_input_is_named():
    with pytest.raises(ComparisonError, match="cannot have the shape"):
        picture_mean_interval(PictureScores(np.ones((2, 3)), "a", "a"))


def test_no_retention_where_the_standard_condition_does_not_separate(rng):
    scores = PictureScores(rng.normal(size=(5, 5)), "b", "a")
    noise = rng.normal(size=(5, 5))
    standard = PictureScores(noise + noise.T, "a", "a")
    assert "not clearly apart" in picture_retention_interval(scores, standard, (0, 0)).note
    assert "by definition" in picture_retention_interval(standard, standard, (0, 0)).note
