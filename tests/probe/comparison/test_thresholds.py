"""The rates a study asks for, and the thresholds it says it has."""

import math

import pytest

from probe.comparison import VectorScores, standard_strangers
from probe.comparison.thresholds import RateRequest, rate_request_of, value_of
from probe.statistics import threshold_at
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
