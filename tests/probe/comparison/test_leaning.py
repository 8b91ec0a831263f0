"""Precision- or recall-first, pooled over the changed conditions of all protocols."""

import numpy as np
import pytest
from scipy import special

from probe.comparison import Changed, Standing, leanings
from probe.comparison.leaning import errors_of
from probe.statistics import Gap

PEOPLE = tuple(f"p{k}" for k in range(12))


def standing(rng, missed, passed, people=12, pairs=100):
    shares = rng.binomial(25, passed, (people, people)) / 25
    np.fill_diagonal(shares, np.nan)
    misses = rng.binomial(25, missed, people) / 25
    gap = Gap(np.full(people, 0.7), np.where(np.isnan(shares), np.nan, 0.3))
    return Standing(gap, misses, shares, pairs, 10 * pairs)


def changed(seed, missed, passed):
    rng = np.random.default_rng(seed)
    return [Changed(PEOPLE, 12, tuple(standing(rng, missed, passed) for _ in range(2)))]


def test_the_number_is_c_of_the_pooled_rates():
    parts = changed(0, 0.3, 0.02)
    (leaning,) = leanings({"a": parts})
    misses = np.mean([s.miss_rates for s in parts[0].standings])
    matches = np.nanmean(np.mean([s.accepted for s in parts[0].standings], axis=0))
    p, q = (misses * 200 + 0.5) / 201, (matches * 2000 + 0.5) / 2001
    assert leaning.bias.estimate == pytest.approx((special.ndtri(p) - special.ndtri(q)) / 2)
    assert (leaning.fnmr, leaning.fmr) == (pytest.approx(misses), pytest.approx(matches))
    assert (leaning.side, leaning.conditions) == ("precision-first", 2)


def test_two_models_are_compared_second_minus_first():
    strict, lax = changed(1, 0.4, 0.01), changed(2, 0.02, 0.3)
    one, two, pair = leanings({"strict": strict, "lax": lax})
    assert (one.side, two.side, pair.side) == ("precision-first", "recall-first", "")
    assert (pair.against, pair.backbone) == ("strict", "lax")
    assert pair.bias.estimate == pytest.approx(two.bias.estimate - one.bias.estimate)


def test_without_a_threshold_there_is_no_leaning():
    rng = np.random.default_rng(3)
    undecided = standing(rng, 0.2, 0.1)
    nothing = Standing(undecided.gap, np.full(12, np.nan), None)
    assert errors_of([Changed(PEOPLE, 12, (nothing,))]) is None
    (leaning,) = leanings({"a": [Changed(PEOPLE, 12, (nothing,))]})
    assert leaning.bias.refused
    assert leaning.bias.note
    assert errors_of([]) is None


def test_a_side_that_half_a_count_would_decide_is_not_told():
    rng = np.random.default_rng(5)
    nothing_missed = [Changed(PEOPLE, 12, (standing(rng, 0.0, 0.05),))]
    (leaning,) = leanings({"a": nothing_missed})
    assert np.isfinite(leaning.bias.estimate)
    assert leaning.bias.refused
    assert (leaning.side, np.isnan(leaning.adjusted)) == ("", True)


def test_models_and_pairs_of_models_are_decided_together():
    alone = {f"m{k}": changed(10 + k, 0.16, 0.1) for k in range(6)}
    rows = leanings(alone)
    sides, pairs = rows[:6], rows[6:]
    for name, together in zip(alone, sides, strict=True):
        (by_itself,) = leanings({name: alone[name]})
        assert together.adjusted >= by_itself.adjusted
        assert (together.bias.low, together.bias.high) == (by_itself.bias.low, by_itself.bias.high)
    one = next(pair for pair in pairs if (pair.against, pair.backbone) == ("m0", "m1"))
    (*_, by_itself) = leanings({name: alone[name] for name in ("m0", "m1")})
    assert one.adjusted >= by_itself.adjusted
    assert one.bias.low == by_itself.bias.low
