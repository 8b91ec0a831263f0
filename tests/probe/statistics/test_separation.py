"""AUC and d' without each person: as if the person had not been there."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics import d_prime
from probe.statistics.separation import (
    MOST_EDGES,
    SeparationSums,
    mean_separation,
    paired_auc,
    paired_dprime,
)


def drawn(rng, subjects=6, further=3, most=4, lift=1.0):
    """Mated scores by subject, and comparisons of strangers, some of them tied."""
    mated = [np.round(rng.normal(lift, 1, rng.integers(1, most + 1)), 1) for _ in range(subjects)]
    people = subjects + further
    first = rng.integers(0, subjects, 200)
    second = (first + rng.integers(1, people, 200)) % people
    return mated, np.round(rng.normal(0, 1, 200), 1), first, second


def separation_of(mated, scores, first, second, people):
    sums = SeparationSums(np.concatenate(mated), np.array([len(m) for m in mated]), people)
    half = len(scores) // 2
    sums.add(scores[:half], first[:half], second[:half])
    sums.add(scores[half:], first[half:], second[half:])
    return sums.separation(auc(mated, scores), dprime(mated, scores))


def auc(mated, scores):
    """By definition: over subjects, all pairs counted one by one."""
    areas = [np.mean((m[:, None] > scores) + (m[:, None] == scores) / 2) for m in mated if len(m)]
    return float(np.mean(areas))


def dprime(mated, scores):
    """Of mated scores every subject weighs the same."""
    both = np.concatenate(mated)
    weights = np.concatenate([np.full(len(m), 1 / len(m)) for m in mated if len(m)])
    mean = np.average(both, weights=weights)
    variance = np.average((both - mean) ** 2, weights=weights)
    shares = weights / weights.sum()
    sd = np.sqrt(variance / (1 - np.sum(shares**2)))
    return d_prime(mean, sd, scores.mean(), scores.std(ddof=1))


def test_deletions_are_the_figures_of_those_who_stay(rng):
    mated, scores, first, second = drawn(rng)
    mated[2] = np.empty(0)
    found = separation_of(mated, scores, first, second, 9)
    for person in range(9):
        stay = (first != person) & (second != person)
        kept = [m for k, m in enumerate(mated) if k != person]
        assert found.auc.without[person] == pytest.approx(auc(kept, scores[stay]), abs=1e-12)
        expected = dprime(kept, scores[stay])
        assert found.dprime.without[person] == pytest.approx(expected, abs=1e-9)


def test_counts_between_quantiles_are_near(rng):
    mated = [rng.normal(1, 1, 200) for _ in range(6)]
    _, _, first, second = drawn(rng)
    scores = rng.normal(0, 1, 200)
    assert len(np.concatenate(mated)) > MOST_EDGES
    found = separation_of(mated, scores, first, second, 9)
    stay = (first != 1) & (second != 1)
    expected = auc([m for k, m in enumerate(mated) if k != 1], scores[stay])
    moved = expected - auc(mated, scores)
    assert found.auc.without[1] - found.auc.estimate == pytest.approx(moved, abs=5e-4)


def test_who_takes_no_part_changes_nothing(rng):
    mated, scores, first, second = drawn(rng, further=4)
    there = second != 9
    found = separation_of(mated, scores[there], first[there], second[there], 10)
    assert not found.taking_part[9]
    assert found.auc.without[9] == found.auc.estimate


def test_the_paired_interval_is_the_jackknife_of_the_difference(rng):
    mated, scores, first, second = drawn(rng, further=0)
    a = separation_of(mated, scores, first, second, 6)
    b = separation_of([m + 1 for m in mated], scores, first, second, 6)
    interval = paired_auc(a, b)(0.95)
    without = b.auc.without - a.auc.without
    error = np.sqrt(5 / 6 * np.sum((without - without.mean()) ** 2))
    assert interval.estimate == pytest.approx(b.auc.estimate - a.auc.estimate)
    assert interval.width == pytest.approx(2 * 2.5706 * error, rel=1e-4)
    assert paired_dprime(a, b)(0.95).low > 0


def test_subjects_are_those_with_scores_of_their_own(rng):
    """Who was only compared with strangers is left out in turn, and is not counted."""
    cells = []
    for lift in (0.0, 0.4):
        mated, *strangers = drawn(rng, subjects=9, lift=1 + lift)
        cells.append(separation_of([*mated[:7], mated[7][:0], mated[8][:0]], *strangers, people=12))
    for paired in (paired_auc, paired_dprime):
        interval = paired(*cells)(0.95)
        assert not interval.refused
        assert interval.subjects == 7


def test_equal_models_and_perfect_ones_decide_nothing(rng):
    mated, scores, first, second = drawn(rng, lift=100.0)
    found = separation_of(mated, scores, first, second, 9)
    interval = paired_auc(found, found)(0.95)
    assert interval.refused
    assert "no-overlap" in interval.note


def test_the_mean_of_cells_is_that_of_their_figures(rng):
    cells = [separation_of(*drawn(rng), 9) for _ in range(2)]
    mean = mean_separation(cells)
    assert mean.auc.estimate == pytest.approx(np.mean([c.auc.estimate for c in cells]))
    np.testing.assert_allclose(
        mean.dprime.without, np.mean([c.dprime.without for c in cells], axis=0)
    )


def test_few_people_and_other_people_are_refused(rng):
    mated, scores, first, second = drawn(rng, subjects=3)
    few = separation_of(mated, scores, first, second, 6)
    assert paired_auc(few, few)(0.95).refused
    more = separation_of(mated, scores, first, second, 7)
    with pytest.raises(ComparisonError):
        paired_auc(few, more)


def test_the_paired_interval_covers(rng):
    """Two models of the same people; the whole study: `benchmarks/paired_coverage.py`."""
    covered = 0
    for _ in range(150):
        person, other = rng.normal(size=(12, 1)), rng.normal(size=(12, 12))
        noise = rng.normal(size=(2, 12, 6))
        first, second = np.nonzero(~np.eye(12, dtype=bool))
        models = [
            separation_of(
                list(1.2 + 0.5 * person + noise[k]), other[first, second] + k * 0, first, second, 12
            )
            for k in (0, 1)
        ]
        covered += paired_auc(*models)(0.95).covers(0.0)
    assert covered >= 0.90 * 150


def test_scores_that_do_not_vary_have_no_interval(rng):
    """A network before its training gives everybody one vector; d' is infinite, or no number."""
    varied, scores, first, second = drawn(rng)
    flat = [np.ones(len(m)) for m in varied]
    for strangers in (np.zeros(200), np.ones(200)):
        still = separation_of(flat, strangers, first, second, 9)
        moving = separation_of(varied, scores, first, second, 9)
        for a, b in ((still, still), (still, moving), (moving, still)):
            interval = paired_dprime(a, b)(0.95)
            assert np.isnan(interval.low)
            assert "note-scores-do-not-vary" in interval.note
