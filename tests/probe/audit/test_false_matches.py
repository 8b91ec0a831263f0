"""Effective comparisons of planted scores."""

import numpy as np
import pytest

from probe.audit.comparisons import Comparisons
from probe.audit.false_matches import effective, limits_of_rate, rate_above


def comparisons(scores, first, second, subjects):
    images = np.full((len(scores), 2), "x")
    return Comparisons(np.asarray(scores, float), np.asarray(first), np.asarray(second), images,
                       subjects, directed=False)  # fmt: skip


def all_pairs(people, seed, person=0.0):
    rng = np.random.default_rng(seed)
    own = person * rng.normal(size=people)
    first, second = np.triu_indices(people, 1)
    return comparisons(
        own[first] + own[second] + rng.normal(size=len(first)), first, second, people
    )


def test_the_rate_is_the_share_above():
    assert rate_above(comparisons([0.1, 0.2, 0.3], [0, 0, 1], [1, 2, 2], 3), 0.2) == (
        pytest.approx(1 / 3)
    )


def test_people_who_resemble_many_make_comparisons_tell_less():
    alone, alike = (all_pairs(30, 4, person) for person in (0.0, 1.0))
    told = [effective(met, np.quantile(met.scores, 0.9), np.var(met.scores))
            for met in (alone, alike)]  # fmt: skip
    assert told[1] < 0.5 * told[0] <= 0.5 * len(alone)


@pytest.mark.parametrize("person", [0.0, 1.0, 6.0])
def test_the_pipeline_comes_to_the_same_by_sums(person):
    from probe.statistics import strangers_from
    from probe.statistics.fmr import false_match_rate
    from probe.statistics.outcomes import outcomes_of_scores

    met = all_pairs(14, 7, person)
    listed = strangers_from([(met.scores, met.first, met.second)], 14, subjects=14)
    told = false_match_rate(outcomes_of_scores(listed, 1.5)).effective
    assert effective(met, 1.5, float(np.var(met.scores))) == pytest.approx(told, rel=1e-9)


def test_limits_hold_the_rate_and_need_five_people():
    met = all_pairs(12, 5)
    low, high = limits_of_rate(met, 1.0, float(np.var(met.scores)))
    assert low < rate_above(met, 1.0) < high
    assert np.isnan(limits_of_rate(all_pairs(4, 5), 1.0, 1.0)).all()
