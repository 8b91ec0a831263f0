"""Strangers taken in block by block give what all of them at once give."""

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of, person_band, tally
from probe.comparison.cast import Cast, Side
from probe.comparison.scores import PairScores, binned, pair_codes
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.contracts import COSINE_RANGE
from probe.statistics.pair_bands import PairBands
from tests.probe.comparison.test_cells import photographs, rendered, study


def gathered(alike, mated, thresholds, testing=None):
    images, embeddings = study(rendered() if alike == "role" else photographs(), alike=alike)
    scores = VectorScores(embeddings)
    cast = cast_of(images, scores)
    made = StrangerTally(cast, "at_large", mated, thresholds, testing)
    blocks = list(stranger_blocks(scores, cast, "at_large", 0, 1))
    for block in blocks:
        made.add(block)
    whole = [np.concatenate([block.listed()[k] for block in blocks]) for k in range(3)]
    return cast, made, whole


@pytest.mark.parametrize("alike", ["role", "unknown"])
def test_sums_counts_and_places_equal_numpys(alike):
    mated = np.array([-0.2, 0.1, 0.1, 0.6])
    cast, made, (scores, first, second) = gathered(alike, mated, (0.3, 0.5))
    assert made.pairs == made.tested_pairs == len(scores)
    assert made.sum_of_scores == pytest.approx(scores.sum())
    assert made.sd_pairs == pytest.approx(scores.std(ddof=1))
    assert made.false_matches.tolist() == [(scores > 0.3).sum(), (scores > 0.5).sum()]
    np.testing.assert_array_equal(made.histogram, binned(scores, COSINE_RANGE))
    below = [(scores < m).sum() for m in mated]
    np.testing.assert_array_equal(np.cumsum(made.between + made.tied)[:-1][[0, 1, 3]], [
        below[0], below[1], below[3],
    ])  # fmt: skip
    assert made.between.sum() + made.tied.sum() == len(scores)
    person = np.array([first[0], second[0]])
    if person[0] < cast.subjects:
        same = (first == person[0]) & (second == person[1])
        if alike == "role":
            assert made.pair_means[tuple(person)] == pytest.approx(scores[same].mean())
            assert made.accepted[tuple(person)] == pytest.approx((scores[same] > 0.3).mean())


def test_blocks_of_any_size_give_the_same(monkeypatch):
    mated = np.array([0.0, 0.5])
    _, whole, _ = gathered("role", mated, (0.3,))
    monkeypatch.setattr(tally, "BLOCK", 7)
    monkeypatch.setattr(tally, "WIDTH", 5)
    _, small, _ = gathered("role", mated, (0.3,))
    assert small.pairs == whole.pairs
    np.testing.assert_array_equal(small.histogram, whole.histogram)
    np.testing.assert_array_equal(small.between, whole.between)
    np.testing.assert_allclose(small.pair_means, whole.pair_means)


def test_false_matches_are_counted_among_those_who_are_tested():
    testing = np.array([True, True, False, False])
    _, made, (scores, first, second) = gathered("role", np.zeros(1), (0.3,), testing)
    both = testing[first] & testing[second]
    assert made.tested_pairs == both.sum()
    assert made.false_matches.tolist() == [(scores[both] > 0.3).sum()]
    assert made.pairs == len(scores)


def test_nothing_taken_in_has_no_mean():
    images, embeddings = study(photographs(1))
    scores = VectorScores(embeddings)
    made = StrangerTally(cast_of(images, scores), "at_large", np.zeros(1), (0.5,))
    assert np.isnan(made.mean)
    assert np.isnan(made.sd_pairs)
    assert np.isnan(made.accepted).all()


CAMERAS = 3


def planted_side(rng, people, numbers):
    """Up to four pictures each, of a few people nothing; in outfits and before cameras."""
    shown = np.repeat(people, rng.integers(0, 5, len(people)))
    rows = numbers[: len(shown)]
    return Side(rows, shown, rng.integers(-1, 2, len(shown)), rng.integers(0, CAMERAS, len(shown)))


def planted(rule, across, seed):
    """A cast of 7 subjects and 3 further strangers, and tied scores where pictures are compared."""
    rng = np.random.default_rng(seed)
    numbers = rng.permutation(200).reshape(4, 50)
    everybody = np.arange(10)
    shown = tuple(planted_side(rng, everybody[:7], numbers[k]) for k in (0, 1))
    strangers = everybody if rule == "role" else everybody[7:]
    further = tuple(planted_side(rng, strangers, numbers[k]) for k in (2, 3))
    names = tuple(str(k) for k in everybody)
    return Cast(names, 7, 2, 0, shown, further, rule, across), rng


def met_by_loop(cast, kind, i, j):
    """Rows and people of every comparison of a cell, each once."""
    sides = {("subject", k): cast.subject_sides[k] for k in (0, 1)}
    sides |= {("stranger", k): cast.stranger_sides[k] for k in (0, 1)}
    roles = ("subject", "stranger")
    wanted = {"role": {"at_large": ("stranger",), "alike": ("subject",)}[kind]}
    pairs = {}
    for role in wanted.get(cast.rule, roles if kind == "at_large" else ("subject",)):
        for a, b in {(i, j), (j, i)}:
            left, right = sides["subject", a], sides[role, b]
            for m in range(len(left.rows)):
                for n in range(len(right.rows)):
                    alike = left.outfits[m] == right.outfits[n] != -1
                    if (
                        left.people[m] == right.people[n]
                        or (cast.across and left.places[m] == right.places[n])
                        or (cast.rule == "outfit" and alike != (kind == "alike"))
                    ):
                        continue
                    code = frozenset((left.rows[m], right.rows[n]))
                    pairs[code] = (left.rows[m], right.rows[n], left.people[m], right.people[n])
    return np.array(list(pairs.values())).reshape(-1, 4).T


@pytest.mark.parametrize("testers", [None, (0, 2, 3, 5, 8)])
@pytest.mark.parametrize("place", [(0, 1), (1, 1)])
@pytest.mark.parametrize(
    ("rule", "kind", "across"),
    [
        ("role", "at_large", False),
        ("role", "alike", True),
        ("outfit", "at_large", False),
        ("outfit", "alike", True),
        ("unknown", "at_large", True),
    ],
)
@pytest.mark.parametrize("band", [None, 1, 3, 100])
def test_every_figure_equals_a_loop_over_comparisons(
    rule, kind, across, place, testers, band, monkeypatch
):
    if band is not None:
        monkeypatch.setattr(person_band, "MOST_TABLED", 0)
        monkeypatch.setattr(person_band, "BAND_PAIRS", 10 * band)
    monkeypatch.setattr(tally, "BLOCK", 40)
    monkeypatch.setattr(tally, "WIDTH", 11)
    cast, rng = planted(rule, across, seed=len(rule) + sum(place))
    first, second, left, right = met_by_loop(cast, kind, *place)
    scores = rng.uniform(-1, 1, len(first)).round(1).astype(np.float32)
    source = PairScores(
        tuple(map(str, range(200))), np.stack([first, second], axis=1), scores, COSINE_RANGE
    )
    assert len(np.unique(pair_codes(source.pairs, 200))) == len(first)
    exact = scores.astype(np.float64)
    mated = np.sort(np.concatenate([exact[:20], exact[:3], [-1.0, 0.05]]))
    thresholds = (0.25, np.nan, float(exact[0]))
    testing = None if testers is None else np.isin(np.arange(10), testers)
    made = StrangerTally(cast, kind, mated, thresholds, testing)
    for part in tally.tally_blocks(source, cast, kind, *place):
        made.add(part)
    tested = np.ones(len(first), bool) if testing is None else testing[left] & testing[right]
    assert made.pairs == len(first)
    assert made.tested_pairs == tested.sum()
    above = exact[:, None] > np.array(thresholds)
    np.testing.assert_array_equal(made.false_matches, above[tested].sum(axis=0))
    np.testing.assert_array_equal(made.histogram, binned(exact, COSINE_RANGE))
    ends = np.concatenate([[-np.inf], mated, [np.inf]])
    for k in range(len(mated) + 1):
        between = (exact > ends[k]) & (exact < ends[k + 1])
        assert made.between[k] == between.sum()
    firsts = np.unique(mated, return_index=True)[1]
    equal = [(exact == value).sum() for value in mated]
    expected = [n if k in firsts else 0 for k, n in enumerate(equal)]
    np.testing.assert_array_equal(made.tied, [*expected, 0])
    assert made.sum_of_scores == pytest.approx(exact.sum(), abs=1e-12)
    assert made.sd_pairs == pytest.approx(exact.std(ddof=1), rel=1e-12)
    means = np.full(7, np.nan)
    for a in range(7):
        met = [exact[_of(a, b, left, right, rule, kind)] for b in range(10)]
        if any(map(len, met)):
            means[a] = np.mean([scores.mean() for scores in met if len(scores)])
    np.testing.assert_allclose(made.subject_means, means, rtol=1e-12)
    pairs, accepted = as_table(made.pair_means), as_table(made.accepted)
    assert made.mean == pytest.approx(np.nanmean(pairs), rel=1e-12)
    for a in range(7):
        for b in range(10):
            theirs = _of(a, b, left, right, rule, kind)
            check_pair((pairs[a, b], accepted[a, b]), exact[theirs], above[theirs & tested, 0])


def _of(a, b, left, right, rule, kind):
    """Which comparisons are those of two people, in either direction where there is none."""
    theirs = (left == a) & (right == b)
    if rule != "role" or kind == "alike":
        theirs |= (left == b) & (right == a)
    return theirs


def as_table(pairs):
    return pairs.table() if isinstance(pairs, PairBands) else pairs


def check_pair(made, scores, above):
    """Mean and share of false matches of a pair of people; NaN where they never met."""
    mean, accepted = made
    assert np.isnan(mean) == (len(scores) == 0)
    assert np.isnan(accepted) == (len(above) == 0)
    if len(scores):
        assert mean == pytest.approx(scores.mean(), abs=1e-12)
    if len(above):
        assert accepted == above.mean()
