"""The rates a study asks for, and the thresholds it says it has."""

import math

import pytest

from probe.comparison import VectorScores, standard_strangers, tuning_half
from probe.comparison.thresholds import RateRequest, rate_request_of, value_of
from probe.runs.manifest import MOST_TIMES
from probe.statistics import people_needed, threshold_at
from probe.statistics.fmr import false_match_rate
from probe.statistics.outcomes import outcomes_of_scores
from tests.probe.comparison.test_cells import photographs, study


@pytest.fixture
def strangers():
    images, embeddings = study(photographs(12))
    return standard_strangers([images], VectorScores(embeddings))


def test_every_rate_has_its_threshold_the_deciding_one_first(strangers):
    request = RateRequest(0.1, (0.05, 0.00001))
    assert request.rates == (0.1, 0.05, 0.00001)
    thresholds = request.thresholds(strangers)
    assert [t.value for t in thresholds[:2]] == [
        threshold_at(strangers.ranked, rate).value for rate in (0.1, 0.05)
    ]
    entries = request.entries("a", "unmasked", strangers)
    assert [entry.resolved for entry in entries] == [True, True, False]
    assert value_of(entries[0]) == thresholds[0].value
    assert math.isnan(value_of(entries[2]))
    assert entries[2].note
    assert entries[0].comparisons == strangers.ranked.comparisons


def test_a_threshold_says_what_rate_it_has_among_other_people(strangers):
    (entry,) = RateRequest(0.1).entries("a", "unmasked", strangers)
    outcomes = outcomes_of_scores(strangers.ranked, entry.value)
    measured = false_match_rate(outcomes)
    assert (entry.true_low, entry.true_high) == (measured.interval.low, measured.interval.high)
    assert entry.true_low < 0.1 < entry.true_high
    assert (entry.carrying_pairs, entry.carrying_people) == (measured.pairs, measured.carriers)
    assert entry.effective == measured.effective
    assert entry.rate_open == (entry.true_high > MOST_TIMES * 0.1)


def test_a_rate_that_these_people_do_not_carry_names_one_that_they_do():
    images, embeddings = study(photographs(12))
    strangers = standard_strangers([images], VectorScores(embeddings))
    (entry,) = RateRequest(0.02).entries("a", "unmasked", strangers)
    assert entry.rate_open
    assert entry.people_enough > 12
    assert entry.resolves in (0.05, 0.1, 0.2)
    held = RateRequest(entry.resolves).entries("a", "unmasked", strangers)[0]
    assert not held.rate_open
    assert held.resolves is held.people_enough is None


def test_where_people_are_split_the_others_say_what_rate_it_has():
    images, embeddings = study(photographs(24))
    scores = VectorScores(embeddings)
    half = tuning_half([images])
    strangers = standard_strangers([images], scores, half)
    (entry,) = RateRequest(0.1, tuning=half).entries("a", "unmasked", strangers)
    tested = false_match_rate(outcomes_of_scores(strangers.testing_scores, entry.value))
    assert (entry.true_low, entry.true_high) == (tested.interval.low, tested.interval.high)
    share = entry.tested_false_matches / entry.tested_comparisons
    assert tested.interval.estimate == pytest.approx(share, abs=1e-15)


def test_without_strangers_it_says_so():
    images, embeddings = study(photographs(1))
    alone = standard_strangers([images], VectorScores(embeddings))
    (entry,) = RateRequest(0.1).entries("a", "unmasked", alone)
    assert RateRequest(0.1).thresholds(alone) == ()
    assert entry.value is None
    assert entry.note


def test_a_stored_run_says_what_it_was_asked_for():
    images, _ = study(photographs(6))
    old = rate_request_of({"fmr": 0.02}, [images])
    assert old == RateRequest(0.02)
    split = rate_request_of({"fmr": 0.02, "further_fmr": [0.1], "split_strangers": True}, [images])
    assert split.rates == (0.02, 0.1)
    assert split.tuning is not None


def test_a_rate_that_is_not_resolved_says_how_many_people_would_hold_it():
    """More than would resolve it; none where too few people give no interval."""
    images, embeddings = study(photographs(8))
    eight = standard_strangers([images], VectorScores(embeddings))
    (entry,) = RateRequest(0.01).entries("a", "unmasked", eight)
    assert entry.value is None
    assert entry.people_enough > people_needed(0.01, 2)
    images, embeddings = study(photographs(4))
    four = standard_strangers([images], VectorScores(embeddings))
    (entry,) = RateRequest(0.01).entries("a", "unmasked", four)
    assert entry.people_enough is None
