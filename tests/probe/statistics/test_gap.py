"""Pairs of people and gaps against real deletions."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics.gap import Gap, jackknifed_gaps, pairs_of
from probe.statistics.jackknife import SUBJECTS


def pair_means(rng, subjects, strangers=0):
    means = rng.normal(size=(subjects, subjects + strangers))
    np.fill_diagonal(means[:, :subjects], np.nan)
    return means


def test_gaps_and_their_deletions_equal_gaps_of_fewer_people(rng):
    mated, means = rng.normal(2, 1, 6), pair_means(rng, 6)
    mated[4] = np.nan
    (gap,), subjects = jackknifed_gaps(Gap(mated, means))
    assert subjects == 5

    def by_hand(kept):
        return mated[kept].mean() - np.nanmean(means[np.ix_(kept, kept)])

    there = np.array([0, 1, 2, 3, 5])
    assert gap.estimate == pytest.approx(by_hand(there))
    expected = [by_hand(np.delete(there, k)) for k in range(5)]
    np.testing.assert_allclose(gap.deleted[SUBJECTS], expected, atol=1e-12)


def test_pairs_are_numbered_anew_among_some_people(rng):
    means = pair_means(rng, 4, 2)
    pairs = pairs_of(means, [0, 1, 2, 3, -1, -1])
    assert pairs.strangers().tolist() == [8, 9]
    kept = pairs.among(np.array([1, 3]), np.array([9]))
    assert kept.people.tolist() == [0, 1, 2]
    np.testing.assert_array_equal(kept.means, means[np.ix_([1, 3], [1, 3, 5])])


def test_who_meets_nobody_does_not_take_part(rng):
    means = pair_means(rng, 4)
    means[2], means[:, 2] = np.nan, np.nan
    assert pairs_of(means).taking_part().tolist() == [True, True, False, True]


def test_bad_pairs_are_named(rng):
    with pytest.raises(ComparisonError, match="himself"):
        pairs_of(np.ones((3, 3)))
    with pytest.raises(ComparisonError, match="do not say who"):
        pairs_of(pair_means(rng, 3, 1))
    with pytest.raises(ComparisonError, match="must be a matrix"):
        pairs_of(np.ones(3))
    with pytest.raises(ComparisonError, match="different numbers of subjects"):
        jackknifed_gaps(Gap(np.ones(4), pair_means(rng, 3)))
