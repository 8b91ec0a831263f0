"""A protocol compared: every cell once, progress told, standings of every condition."""

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, standard_strangers
from probe.statistics import threshold_at
from tests.probe.comparison.test_cells import photographs, study


def test_every_pair_of_conditions_is_there_once_and_progress_is_told():
    images, embeddings = study(photographs())
    scores, steps = VectorScores(embeddings), []
    strangers = standard_strangers([images], scores)
    made = compare(images, scores, strangers, 0.4, 0.1, lambda *step: steps.append(step))
    places = [(c["i"], c["j"]) for c in made.cells if c["kind"] == "mated"]
    assert places == [(0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2)]
    assert steps == [(k, 6) for k in range(1, 7)]
    assert list(made.standings) == [0, 1, 2]
    assert made.people[: made.subjects] == tuple(images.subjects)
    assert made.rates == ()


def test_rates_are_stated_at_every_threshold_asked_for():
    images, embeddings = study(photographs(12))
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    thresholds = [threshold_at(strangers.tuning_scores, fmr) for fmr in (0.1, 0.05)]
    made = compare(images, scores, strangers, thresholds[0].value, 0.1, thresholds=thresholds)
    assert len(made.rates) == 2 * 6
    misses = {(c["i"], c["j"]): c["misses"] for c in made.cells if c["kind"] == "mated"}
    for rate in made.rates:
        if rate["fmr_asked"] == 0.1:
            assert rate["misses"] == misses[rate["i"], rate["j"]]
    assert np.isfinite([rate["fnmr"] for rate in made.rates]).all()


@pytest.mark.parametrize("spread", [0.5, 1.5])
def test_mated_means_are_placed_among_the_strangers_of_the_standard_condition(spread):
    images, embeddings = study(photographs(takes=(3, 3, 3)), spread=spread)
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    made = compare(images, scores, strangers, 0.4, 0.1)
    for cell in made.cells:
        if cell["kind"] == "mated":
            share = max((strangers.ranked.scores >= cell["mean"]).sum(), 1) / len(
                strangers.ranked.scores
            )
            assert cell["log10_fmr"] == pytest.approx(np.log10(share))
            assert cell["log10_fmr_floored"] == (strangers.ranked.scores < cell["mean"]).all()
        else:
            assert np.isnan(cell["log10_fmr"])


def test_without_strangers_no_mean_is_placed():
    images, embeddings = study(photographs(1))
    scores = VectorScores(embeddings)
    made = compare(images, scores, standard_strangers([images], scores), np.nan, 0.1)
    assert np.isnan([cell["log10_fmr"] for cell in made.cells]).all()
