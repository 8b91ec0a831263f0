"""Paired intervals against textbook cases and real deletions."""

import numpy as np
import pytest
from scipy import stats

from probe.errors import ComparisonError
from probe.statistics import (
    Gap,
    mean_retention_interval,
    paired_fnmr_interval,
    paired_mean_interval,
    paired_retention_interval,
)
from probe.wording import wording_of

in_words = wording_of().stored


def test_mean_difference_is_the_paired_t_interval(rng):
    first, second = rng.normal(size=(2, 14))
    reference = stats.ttest_rel(second, first).confidence_interval(0.95)
    found = paired_mean_interval(first, second)
    assert (found.low, found.high) == pytest.approx(tuple(reference), abs=1e-12)
    assert found.method == "paired subject t"
    assert paired_mean_interval(first[:3], second[:3]).method == "none"


def gap(rng, level, subjects=9):
    pairs = 0.1 + 0.02 * rng.normal(size=(subjects, subjects))
    np.fill_diagonal(pairs, np.nan)
    return Gap(rng.normal(level, 0.05, subjects), pairs)


def test_retention_difference_equals_real_deletions(rng):
    models = [(gap(rng, 0.5), gap(rng, 0.8)), (gap(rng, 0.6), gap(rng, 0.9))]

    def difference(kept):
        values = []
        for model in models:
            top, bottom = (
                g.mated[kept].mean() - np.nanmean(g.pairs[np.ix_(kept, kept)]) for g in model
            )
            values.append(top / bottom)
        return values[1] - values[0]

    everybody = np.arange(9)
    without = [difference(np.delete(everybody, s)) for s in everybody]
    half = stats.t.ppf(0.975, 8) * np.sqrt(8 * np.var(without))
    found = paired_retention_interval(*models)
    estimate = difference(everybody)
    assert (found.estimate, found.low, found.high) == pytest.approx(
        (estimate, estimate - half, estimate + half), abs=1e-12
    )


def test_the_difference_over_several_cells_is_that_of_their_mean_retentions(rng):
    models = [[gap(rng, 0.5), gap(rng, 0.7), gap(rng, 0.8)] for _ in range(2)]
    found = paired_retention_interval(*models)
    means = [mean_retention_interval(m[:-1], m[-1]).estimate for m in models]
    assert found.estimate == pytest.approx(means[1] - means[0])
    assert found.low < found.estimate < found.high
    same = paired_retention_interval(models[0], models[0])
    assert (same.estimate, same.width) == (0, 0)
    with pytest.raises(ComparisonError, match="cannot be paired"):
        paired_retention_interval(models[0], models[1][1:])


def test_the_standard_cell_does_not_differ_by_definition(rng):
    one, other = gap(rng, 0.8), gap(rng, 0.7)
    assert "by definition" in in_words(paired_retention_interval((one, one), (other, other)).note)


def test_fnmr_difference_of_zeros_and_ones_is_agresti_and_min():
    first = np.repeat([0.0, 0.0, 1.0, 1.0], [500, 60, 25, 415])
    second = np.repeat([0.0, 1.0, 0.0, 1.0], [500, 60, 25, 415])
    subjects = len(first)
    only_second, only_first = (60 + 0.5) / (subjects + 1), (25 + 0.5) / (subjects + 1)
    centre = only_second - only_first
    half = 1.959964 * np.sqrt((only_second + only_first - centre**2) / subjects)
    found = paired_fnmr_interval(first, second)
    assert found.estimate == pytest.approx(0.035)
    assert (found.low, found.high) == pytest.approx((centre - half, centre + half), rel=3e-3)


def test_fnmr_difference_changes_sign_with_the_models(rng):
    first, second = rng.uniform(size=(2, 12))
    one, other = paired_fnmr_interval(first, second), paired_fnmr_interval(second, first)
    assert (one.low, one.high) == pytest.approx((-other.high, -other.low))


def test_no_difference_seen_in_few_subjects_excludes_little():
    interval = paired_fnmr_interval(np.zeros(6), np.zeros(6))
    assert interval.estimate == 0
    assert -1 <= interval.low < -0.2 < 0.2 < interval.high <= 1


def test_models_must_speak_about_the_same_subjects():
    with pytest.raises(ComparisonError, match="there are 5 and 6 subjects"):
        paired_mean_interval(np.ones(5), np.ones(6))
    with pytest.raises(ComparisonError, match="outside"):
        paired_fnmr_interval(np.zeros(6), np.full(6, 1.5))
