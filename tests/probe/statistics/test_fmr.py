"""The interval of a false match rate against loops, limits and planted truths."""

import math

import numpy as np
import pytest
from scipy import stats

from probe.statistics import strangers_from
from probe.statistics.fmr import (
    NO_RATE,
    _both_above,
    _component_variance,
    _components,
    _deletion_variance,
    effective_comparisons,
    false_match_rate,
    people_enough,
)
from probe.statistics.outcomes import StrangerOutcomes, outcomes_of_scores, outcomes_of_table


def drawn(subjects=6, further=3, pictures=4, seed=0, threshold=0.9):
    """Scores with a part of each person, by pair of people, and their outcomes."""
    rng = np.random.default_rng(seed)
    parts = rng.normal(size=subjects + further)
    scores = (
        parts[:subjects, None, None]
        + parts[None, :, None]
        + rng.normal(size=(subjects, subjects + further, pictures))
    )
    others = ~np.eye(subjects, subjects + further, dtype=bool)
    outcomes = outcomes_of_table(
        (scores > threshold).sum(axis=2) * others,
        others * pictures,
        scores.mean(axis=2),
        float(scores[others].var()),
    )
    return scores, others, outcomes


def pairs_by_sharing(outcomes):
    """(same entry, other direction, one person shared) for every two entries, by a loop."""
    for a in range(len(outcomes.first)):
        for b in range(len(outcomes.first)):
            here = {int(outcomes.first[a]), int(outcomes.second[a])}
            there = {int(outcomes.first[b]), int(outcomes.second[b])}
            yield a, b, ("same" if a == b else {2: "back", 1: "one", 0: ""}[len(here & there)])


def test_rate_pairs_and_people_are_counted_as_a_loop_counts_them():
    scores, others, outcomes = drawn(threshold=2.5)
    measured = false_match_rate(outcomes)
    above = (scores > 2.5) & others[..., None]
    assert measured.interval.estimate == pytest.approx(above.sum() / (others.sum() * 4), abs=1e-15)
    carrying = {frozenset(place) for place in np.argwhere(above.any(axis=2)).tolist()}
    assert measured.pairs == len(carrying)
    assert measured.carriers == len(set().union(*carrying))
    assert 0 < measured.pairs < others.sum()


def test_deletion_variance_is_that_of_a_loop_over_people():
    _, _, outcomes = drawn()
    without = []
    for person in range(9):
        kept = (outcomes.first != person) & (outcomes.second != person)
        without.append(outcomes.above[kept].sum() / outcomes.compared[kept].sum())
    groups = (np.array(without[:6]), np.array(without[6:]))
    expected = sum((len(group) - 1) * group.var() for group in groups)
    assert _deletion_variance(outcomes) == pytest.approx(expected, rel=1e-12)


def test_components_are_those_of_a_loop_over_pairs_of_entries():
    _, _, outcomes = drawn()
    deviations = outcomes.means - outcomes.means.mean()
    sums, counts = ({"same": 0.0, "back": 0.0, "one": 0.0, "": 0.0} for _ in range(2))
    for a, b, kind in pairs_by_sharing(outcomes):
        sums[kind] += deviations[a] * deviations[b]
        counts[kind] += 1
    kinds = ("same", "back", "one")
    lost = sum(sums[k] for k in kinds) / counts[""]
    expected = [max(sums[k] / counts[k] + lost, 0.0) for k in kinds]
    assert _components(outcomes) == pytest.approx(expected, rel=1e-10)


def test_components_recover_planted_variances():
    rng, rows = np.random.default_rng(3), []
    for _ in range(200):
        parts = rng.normal(0, 0.5, 12)
        pair = rng.normal(0, 0.3, (12, 12))
        pair = np.triu(pair, 1) + np.triu(pair, 1).T
        means = parts[:, None] + parts[None, :] + pair + rng.normal(0, 0.2, (12, 12))
        counts = (~np.eye(12, dtype=bool)).astype(int)
        rows.append(_components(outcomes_of_table(counts * 0, counts, means, 1.0)))
    # A person 0.25, a pair 0.09, a direction 0.04.
    assert np.mean(rows, axis=0) == pytest.approx([0.63, 0.59, 0.25], rel=0.05)


def test_component_variance_is_the_sum_over_all_pairs_of_entries():
    _, _, outcomes = drawn()
    rate, counts = 0.2, outcomes.compared
    same, back, one = _components(outcomes)
    spread = float(np.average((outcomes.means - outcomes.means.mean()) ** 2, weights=counts))
    whole = outcomes.variance - spread + same
    limit = stats.norm.isf(rate)
    shared = {
        kind: stats.multivariate_normal([0, 0], [[1, part / whole], [part / whole, 1]]).cdf(
            [-limit, -limit]
        )
        - rate**2
        for kind, part in (("same", same), ("back", back), ("one", one))
    }
    total = 0.0
    for a, b, kind in pairs_by_sharing(outcomes):
        value = shared.get(kind, 0.0)
        if kind == "same":
            value = (rate * (1 - rate) + (counts[a] - 1) * value) / counts[a]
        total += value * counts[a] * counts[b] / counts.sum() ** 2
    assert _component_variance(outcomes, rate) == pytest.approx(total, rel=1e-4)


@pytest.mark.parametrize("correlation", [0.0, 0.2, 0.6, 0.95])
@pytest.mark.parametrize("threshold", [-0.5, 0.0, 1.3, 3.1])
def test_both_above_is_the_bivariate_normal_tail(threshold, correlation):
    covariance = [[1.0, correlation], [correlation, 1.0]]
    expected = stats.multivariate_normal([0, 0], covariance).cdf([-threshold, -threshold])
    assert _both_above(threshold, np.array([correlation])) == pytest.approx(expected, abs=2e-5)


def test_comparisons_that_share_nobody_count_at_least_half():
    """Deleting people takes each of them twice, with either of its people."""
    rng = np.random.default_rng(0)
    scores = rng.normal(size=400)
    above = (scores > 1.2).astype(int)
    people = np.arange(400)
    outcomes = StrangerOutcomes(
        above, np.ones(400, int), scores, people, people + 400, 400, float(scores.var())
    )
    assert effective_comparisons(outcomes) == pytest.approx(200, rel=0.02)
    assert _component_variance(outcomes, 0.1) == pytest.approx(0.09 / 400, rel=0.02)


def test_people_who_carry_all_false_matches_make_the_effective_number_small():
    scores, others, apart = drawn(subjects=20, further=0, seed=1, threshold=4.1)
    wolf = scores.copy()
    wolf[:, 7] += 3.0
    wolf[7, :] += 3.0
    above = ((wolf > 5.5).sum(axis=2)) * others
    carried = outcomes_of_table(above, others * 4, wolf.mean(axis=2), float(wolf[others].var()))
    assert effective_comparisons(carried) < effective_comparisons(apart) / 2


def test_a_pair_that_stands_in_both_places_counts_once():
    scores, _, _ = drawn(subjects=7, further=0)
    means = scores.mean(axis=2)
    means = (means + means.T) / 2
    upper = np.triu(np.ones((7, 7), int), 1)
    above, compared = upper * 1, upper * 3
    whole = outcomes_of_table(above + above.T, compared + compared.T, means, 2.0, mirrored=True)
    once = outcomes_of_table(above, compared, means, 2.0)
    assert false_match_rate(whole) == false_match_rate(once)


def test_the_last_of_the_subjects_is_left_out_as_the_others_are():
    """Photographs: a pair of people has no direction, so that the last one is never the first."""
    rng = np.random.default_rng(3)
    pairs = [(a, b) for a in range(6) for b in range(a + 1, 6)]
    blocks = [(rng.normal(size=4), np.full(4, a), np.full(4, b)) for a, b in pairs]
    turned = [(scores, 5 - a, 5 - b) for scores, a, b in blocks]
    there, back = (
        false_match_rate(outcomes_of_scores(strangers_from(part, 6, subjects=6), 1.0))
        for part in (blocks, turned)
    )
    assert there.effective == pytest.approx(back.effective, rel=1e-12)
    assert there.interval.subjects == 6


def test_outcomes_of_listed_scores_are_those_of_the_table():
    scores, others, table = drawn()
    first, second = np.nonzero(others)
    listed = strangers_from(
        [
            (scores[a, b], np.full(4, a), np.full(4, b))
            for a, b in zip(first.tolist(), second.tolist(), strict=True)
        ],
        people=9,
        subjects=6,
    )
    outcomes = outcomes_of_scores(listed, 0.9)
    assert outcomes.subjects == 6
    for name in ("above", "compared", "first", "second"):
        assert (getattr(outcomes, name) == getattr(table, name)).all()
    one, other = false_match_rate(outcomes), false_match_rate(table)
    assert (one.interval.low, one.interval.high) == pytest.approx(
        (other.interval.low, other.interval.high), rel=1e-9
    )


def test_no_false_match_at_all_leaves_an_upper_limit():
    _, _, outcomes = drawn(threshold=99)
    interval = false_match_rate(outcomes).interval
    assert interval.estimate == interval.low == 0
    assert 0.02 < interval.high < 1


def test_every_comparison_above_the_threshold_leaves_a_lower_limit():
    _, _, outcomes = drawn(threshold=-99)
    interval = false_match_rate(outcomes).interval
    assert interval.estimate == interval.high == 1
    assert 0 < interval.low < 0.98


def test_scores_that_are_all_the_same_give_limits():
    counts = (~np.eye(6, dtype=bool)).astype(int)
    outcomes = outcomes_of_table(counts * 0, counts, np.full((6, 6), 0.5), 0.0)
    interval = false_match_rate(outcomes).interval
    assert 0 == interval.low < interval.high <= 1


@pytest.mark.parametrize(("subjects", "further"), [(4, 0), (1, 30), (4, 30)])
def test_few_subjects_carry_no_interval(subjects, further):
    _, _, outcomes = drawn(subjects=subjects, further=further)
    measured = false_match_rate(outcomes)
    assert measured.interval.refused
    assert "subject" in measured.interval.note
    assert 0 < measured.interval.estimate < 1
    assert math.isnan(measured.effective)


def test_nobody_compared_is_refused_in_words():
    nobody = outcomes_of_table(np.zeros((3, 3)), np.zeros((3, 3)), np.zeros((3, 3)), 0.0)
    measured = false_match_rate(nobody)
    assert measured.interval.refused
    assert "note-no-strangers" in measured.interval.note
    assert NO_RATE.interval.refused


def test_the_interval_covers_the_rate_of_other_people():
    """A threshold set on these very people at 1 % (`benchmarks/fmr_coverage.py` in full)."""
    rng = np.random.default_rng(5)
    covered = []
    for _ in range(120):
        parts = rng.normal(0, 0.5, 12)
        scores = parts[:, None] + parts[None, :] + rng.normal(size=(12, 12))
        others = ~np.eye(12, dtype=bool)
        threshold = float(np.sort(scores[others])[::-1][int(0.05 * others.sum())])
        truth = stats.norm.sf(threshold / math.sqrt(1 + 2 * 0.25))
        interval = false_match_rate(
            outcomes_of_table(
                (scores > threshold) * others, others * 1, scores, float(scores[others].var())
            )
        ).interval
        covered.append(interval.covers(truth))
    assert np.mean(covered) >= 0.93


def test_people_enough_would_keep_the_upper_limit_within_its_bound():
    enough = people_enough(0.01, 3.0, 41, 8)
    assert enough == 56
    grown = 41 * enough / 8
    matches = 0.01 * grown
    assert stats.beta.ppf(0.975, matches + 1, grown - matches) == pytest.approx(0.03, rel=0.03)
    assert people_enough(0.1, 3.0, 1000, 8) == 9
