"""Population intervals against brute force (every subject really removed) and textbook cases."""

import numpy as np
import pytest
from scipy import stats

from probe.errors import ComparisonError
from probe.statistics import (
    Gap,
    fnmr_interval,
    mean_interval,
    mean_retention_interval,
    nonmated_interval,
    rarest_kind,
    retention_interval,
)


def pair_matrix(rng, subjects, strangers=0, missing=0.0):
    """Kernel of people with random effects: (S, S + strangers) with its column subjects."""
    effect = rng.normal(size=subjects + strangers)
    pairs = effect[:subjects, None] + effect[None, :] + rng.normal(size=(subjects, len(effect)))
    pairs[rng.random(pairs.shape) < missing] = np.nan
    np.fill_diagonal(pairs, np.nan)
    return pairs, np.r_[np.arange(subjects), np.full(strangers, -1)]


def jackknife(statistic, subjects, level=0.95):
    """Estimate and limits from a statistic that takes the list of kept subjects."""
    estimate = statistic(np.arange(subjects))
    without = np.array([statistic(np.delete(np.arange(subjects), s)) for s in range(subjects)])
    variance = (subjects - 1) / subjects * np.sum((without - without.mean()) ** 2)
    half = stats.t.ppf(0.5 + level / 2, subjects - 1) * np.sqrt(variance)
    return estimate, estimate - half, estimate + half


def triple(interval):
    return interval.estimate, interval.low, interval.high


def test_mean_is_the_one_sample_t_interval(rng):
    values = rng.normal(size=13)
    reference = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert triple(mean_interval(values)) == pytest.approx((values.mean(), *reference), abs=1e-12)
    reference = stats.ttest_1samp(values, 0).confidence_interval(0.8)
    assert triple(mean_interval(values, 0.8))[1:] == pytest.approx(tuple(reference), abs=1e-12)


def test_missing_subjects_are_passed_over(rng):
    values = rng.normal(size=9)
    holes = np.insert(values, [0, 4], np.nan)
    assert mean_interval(holes) == mean_interval(values)
    assert mean_interval(values).subjects == 9


@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_nonmated_deletes_rows_and_columns(rng, missing):
    pairs, _ = pair_matrix(rng, 11, missing=missing)

    def mean(kept):
        return np.nanmean(pairs[np.ix_(kept, kept)])

    assert triple(nonmated_interval(pairs)) == pytest.approx(jackknife(mean, 11), abs=1e-12)


def test_nonmated_of_a_symmetric_kernel_equals_that_of_its_directed_scores(rng):
    pairs, _ = pair_matrix(rng, 8)
    symmetric = (pairs + pairs.T) / 2
    assert triple(nonmated_interval(symmetric)) == pytest.approx(
        triple(nonmated_interval(pairs)), abs=1e-12
    )


def test_further_strangers_add_their_own_variance(rng):
    subjects, strangers = 7, 6
    pairs, columns = pair_matrix(rng, subjects, strangers, missing=0.1)

    def mean(kept, outside):
        return np.nanmean(pairs[np.ix_(kept, np.r_[kept, outside])])

    everybody, others = np.arange(subjects), np.arange(subjects, subjects + strangers)
    by_subject = np.array([mean(np.delete(everybody, s), others) for s in everybody])
    by_stranger = np.array([mean(everybody, np.delete(others, s)) for s in range(strangers)])
    variances = [(len(v) - 1) * np.var(v) for v in (by_subject, by_stranger)]
    welch = sum(variances) ** 2 / (variances[0] ** 2 / 6 + variances[1] ** 2 / 5)
    half = stats.t.ppf(0.975, welch) * np.sqrt(sum(variances))
    found = nonmated_interval(pairs, columns)
    estimate = mean(everybody, others)
    assert triple(found) == pytest.approx((estimate, estimate - half, estimate + half), abs=1e-12)


def test_strangers_who_are_subjects_may_stand_in_any_column(rng):
    pairs, _ = pair_matrix(rng, 9)
    order = rng.permutation(9)
    assert triple(nonmated_interval(pairs[:, order], order)) == pytest.approx(
        triple(nonmated_interval(pairs)), abs=1e-12
    )


def test_retention_deletes_a_subject_from_all_four_parts(rng):
    subjects = 10
    cell = Gap(rng.uniform(0.4, 0.6, subjects), pair_matrix(rng, subjects)[0] * 0.02 + 0.1)
    standard = Gap(rng.uniform(0.7, 0.9, subjects), pair_matrix(rng, subjects)[0] * 0.02 + 0.2)

    def ratio(kept):
        parts = [
            g.mated[kept].mean() - np.nanmean(g.pairs[np.ix_(kept, kept)]) for g in (cell, standard)
        ]
        return parts[0] / parts[1]

    assert triple(retention_interval(cell, standard)) == pytest.approx(
        jackknife(ratio, subjects), abs=1e-12
    )


def test_mean_retention_of_a_factor_deletes_a_subject_from_every_cell(rng):
    subjects = 10
    cells = [
        Gap(rng.uniform(0.4, 0.6, subjects), pair_matrix(rng, subjects)[0] * 0.02 + 0.1)
        for _ in range(3)
    ]
    standard = Gap(rng.uniform(0.7, 0.9, subjects), pair_matrix(rng, subjects)[0] * 0.02 + 0.2)

    def mean_ratio(kept):
        parts = [
            g.mated[kept].mean() - np.nanmean(g.pairs[np.ix_(kept, kept)])
            for g in (*cells, standard)
        ]
        return np.mean(parts[:3]) / parts[3]

    assert triple(mean_retention_interval(cells, standard)) == pytest.approx(
        jackknife(mean_ratio, subjects), abs=1e-12
    )
    with pytest.raises(ComparisonError, match="no cells"):
        mean_retention_interval([], standard)


def test_retention_uses_only_subjects_that_enter_every_part(rng):
    subjects, gone = 9, [2, 5]
    kept = np.delete(np.arange(subjects), gone)
    mated = [rng.uniform(0.4, 0.6, subjects), rng.uniform(0.8, 0.9, subjects)]
    pairs = [pair_matrix(rng, subjects)[0] * 0.01 for _ in mated]
    whole = [Gap(m[kept], p[np.ix_(kept, kept)]) for m, p in zip(mated, pairs, strict=True)]
    mated[0][2] = np.nan
    pairs[1][5], pairs[1][:, 5] = np.nan, np.nan
    holes = [Gap(m, p) for m, p in zip(mated, pairs, strict=True)]
    found = retention_interval(*holes)
    assert found.subjects == 7
    assert triple(found) == pytest.approx(triple(retention_interval(*whole)), abs=1e-12)


def test_retention_with_further_strangers_ignores_an_affine_map(rng):
    pairs, columns = pair_matrix(rng, 8, 5)
    mated = rng.uniform(0.7, 0.9, 8)
    cell, standard = Gap(mated - 0.3, pairs * 0.01, columns), Gap(mated, pairs * 0.02, columns)
    mapped = [Gap(5 * g.mated - 3, 5 * g.pairs - 3, columns) for g in (cell, standard)]
    assert triple(retention_interval(*mapped)) == pytest.approx(
        triple(retention_interval(cell, standard)), abs=1e-9
    )


def test_no_retention_interval_where_the_standard_condition_does_not_separate(rng):
    pairs = pair_matrix(rng, 8)[0]
    interval = retention_interval(Gap(rng.normal(size=8), pairs), Gap(rng.normal(size=8), pairs))
    assert interval.refused
    assert "not clearly apart" in interval.note
    standard = Gap(rng.normal(size=8) + 50, pairs)
    assert "by definition" in retention_interval(standard, standard).note


def test_fnmr_of_zeros_and_ones_is_jeffreys_interval_in_large_samples():
    rates = np.zeros(100_000)
    rates[:2_000] = 1
    jeffreys = stats.beta.ppf([0.025, 0.975], 2_000.5, 98_000.5)
    assert triple(fnmr_interval(rates))[1:] == pytest.approx(tuple(jeffreys), rel=1e-4)


@pytest.mark.parametrize(("subjects", "upper"), [(5, 0.55), (20, 0.12), (50, 0.050), (100, 0.025)])
def test_no_failure_in_few_subjects_excludes_little(subjects, upper):
    interval = fnmr_interval(np.zeros(subjects))
    assert (interval.estimate, interval.low) == (0, 0)
    assert interval.high == pytest.approx(upper, rel=0.05)
    mirrored = fnmr_interval(np.ones(subjects))
    assert mirrored.high == 1
    assert mirrored.low == pytest.approx(1 - interval.high, abs=1e-9)


def test_fnmr_widens_with_the_variance_of_the_threshold(rng):
    rates = rng.uniform(size=15)
    widths = [fnmr_interval(rates, extra).width for extra in (0.0, 0.001, 0.01)]
    assert widths == sorted(widths)
    assert widths[0] < widths[2]


def test_fnmr_tends_to_the_t_interval(rng):
    rates = rng.uniform(0.3, 0.7, size=2_000)
    assert triple(fnmr_interval(rates)) == pytest.approx(triple(mean_interval(rates)), abs=2e-4)


@pytest.mark.parametrize(
    ("subjects", "words"),
    [(0, "no subject"), (1, "one subject"), (2, "at least 5"), (4, "at least 5")],
)
def test_too_few_subjects_are_refused_in_words(subjects, words):
    values = np.full(subjects, 0.5)
    pairs = np.full((subjects, subjects), 0.1)
    np.fill_diagonal(pairs, np.nan)
    gap, standard = Gap(values, pairs), Gap(values + 0.1, pairs)
    for interval in (
        mean_interval(values),
        fnmr_interval(values),
    ):
        assert interval.refused
        assert words in interval.note
    for interval in (nonmated_interval(pairs), retention_interval(gap, standard)):
        assert interval.refused
        assert "subject" in interval.note


def test_few_subjects_are_said_beside_the_interval():
    assert mean_interval(np.arange(8.0)).note.startswith("few subjects (8)")
    assert "rarer than 14 %" in mean_interval(np.arange(20.0)).note
    assert rarest_kind(5) == pytest.approx(0.45, abs=0.005)


def test_a_figure_resting_on_one_person_has_no_interval():
    pairs = np.full((6, 6), np.nan)
    pairs[0, 1:] = 0.3
    interval = nonmated_interval(pairs)
    assert interval.estimate == pytest.approx(0.3)
    assert "one person" in interval.note


def test_bad_input_is_named():
    with pytest.raises(ComparisonError, match="himself"):
        nonmated_interval(np.ones((6, 6)))
    with pytest.raises(ComparisonError, match="who their columns are"):
        nonmated_interval(np.ones((6, 5)))
    with pytest.raises(ComparisonError, match="one finite figure"):
        mean_interval([0.1, np.inf])
    with pytest.raises(ComparisonError, match=r"outside 0\.\.1"):
        fnmr_interval([0.1] * 5 + [1.5])
    pairs = np.full((6, 6), np.nan)
    with pytest.raises(ComparisonError, match="different numbers of subjects"):
        retention_interval(Gap(np.ones(5), pairs), Gap(np.ones(6), pairs))
