"""FNMR by subject, and the variance an estimated threshold adds, against real deletions."""

import numpy as np
import pytest

from probe.statistics import (
    fnmr_by_subject,
    fnmr_interval,
    paired_fnmr_interval,
    paired_population_fnmr_interval,
    paired_threshold_variance,
    population_fnmr_interval,
    strangers_from,
    threshold_at,
    threshold_variance,
)
from probe.wording import wording_of

in_words = wording_of().stored


PEOPLE, SUBJECTS = 16, 12


def strangers(rng, people=PEOPLE, pictures=5):
    who = np.repeat(np.arange(people), pictures)
    effect = rng.normal(size=people)
    a, b = np.nonzero(np.triu(who[:, None] != who[None, :]))
    scores = effect[who[a]] + effect[who[b]] + rng.normal(size=len(a))
    return scores, who[a], who[b]


def mated(rng):
    """Unequal numbers of scores; the last subject has none."""
    counts = [*rng.integers(1, 26, SUBJECTS - 1), 0]
    return [rng.normal(3, 2, size=n) + rng.normal() for n in counts]


def slow_rate(scores, sides, own, kept_people, kept_subjects, fmr):
    chosen = np.isin(sides[0], kept_people) & np.isin(sides[1], kept_people)
    left = np.sort(scores[chosen])[::-1]
    threshold = left[int(np.floor(round(fmr * len(left), 9)))]
    return np.mean([np.mean(own[s] <= threshold) for s in kept_subjects])


def slow_excess(rng_scores, own, fmr=0.05):
    scores, *sides = rng_scores
    everybody, having = np.arange(PEOPLE), np.arange(SUBJECTS - 1)
    by_subject = [
        slow_rate(scores, sides, own, np.delete(everybody, s), np.delete(having, s), fmr)
        for s in having
    ]
    outside = np.arange(SUBJECTS - 1, PEOPLE)
    by_stranger = [
        slow_rate(scores, sides, own, np.delete(everybody, s), having, fmr) for s in outside
    ]
    rates = [slow_rate(scores, sides, own, everybody, [s], fmr) for s in having]
    variance = sum((len(v) - 1) * np.var(v) for v in (by_subject, by_stranger))
    return rates, variance - np.var(rates, ddof=1) / len(rates)


def test_rates_and_threshold_variance_equal_real_deletions(rng):
    others, own = strangers(rng), mated(rng)
    threshold = threshold_at(strangers_from([others], PEOPLE), 0.05)
    rates, excess = slow_excess(others, own)
    found = fnmr_by_subject(own, threshold.value)
    np.testing.assert_allclose(found[:-1], rates)
    assert np.isnan(found[-1])
    assert threshold_variance(own, threshold) == pytest.approx(max(0, excess), abs=1e-12)
    interval = population_fnmr_interval(own, threshold)
    assert interval == fnmr_interval(found, threshold_variance(own, threshold))
    assert interval.width >= fnmr_interval(found).width


def test_subjects_may_have_any_number_among_the_people(rng):
    others, own = strangers(rng), mated(rng)
    new = rng.permutation(PEOPLE)
    moved = (others[0], new[others[1]], new[others[2]])
    first = threshold_at(strangers_from([others], PEOPLE), 0.05)
    second = threshold_at(strangers_from([moved], PEOPLE), 0.05)
    assert threshold_variance(own, second, new[:SUBJECTS]) == pytest.approx(
        threshold_variance(own, first), abs=1e-12
    )


def test_two_equal_models_do_not_differ(rng):
    others, own = strangers(rng), mated(rng)
    threshold = threshold_at(strangers_from([others], PEOPLE), 0.05)
    model = (own, threshold)
    assert paired_threshold_variance(model, model) == 0
    interval = paired_population_fnmr_interval(model, model)
    assert interval.estimate == 0
    assert interval.low == -interval.high


def test_the_paired_variance_is_not_that_of_independent_models(rng):
    others, own = strangers(rng), mated(rng)
    noisier = (others[0] + 0.3 * rng.normal(size=len(others[0])), *others[1:])
    models = [
        ([scores + shift for scores in own], threshold_at(strangers_from([o], PEOPLE), 0.05))
        for o, shift in ((others, 0.0), (noisier, 0.2))
    ]
    rates = [fnmr_by_subject(scores, t.value) for scores, t in models]
    interval = paired_population_fnmr_interval(*models)
    assert interval.estimate == pytest.approx(np.nanmean(rates[1] - rates[0]))
    assert interval.width >= paired_fnmr_interval(*rates).width


def test_an_unresolved_rate_has_no_interval_of_the_population(rng):
    scores, first, second = strangers(rng, people=5)
    threshold = threshold_at(strangers_from([(scores, first, second)], 5), 0.001)
    own = [rng.normal(size=4) for _ in range(5)]
    assert np.isnan(fnmr_by_subject(own, threshold.value)).all()
    interval = population_fnmr_interval(own, threshold)
    assert interval.refused
    assert (
        in_words(interval.note)
        == "0.1\u00a0% needs at least 21 people with five pictures each, there are 5"
    )
    assert paired_population_fnmr_interval((own, threshold), (own, threshold)).refused
