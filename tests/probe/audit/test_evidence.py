"""Cllr against the pipeline's and scikit-learn's ways to it."""

import numpy as np
import pytest

from probe.audit.evidence import Trials, evidence_figures, least_bits, line
from probe.audit.standing import Cell
from tests.probe.audit.test_false_matches import all_pairs, comparisons


@pytest.fixture
def planted():
    rng = np.random.default_rng(2)
    own = np.repeat(np.arange(10), 4)
    return Cell(comparisons(2 + rng.normal(size=40), own, own, 10), all_pairs(10, 3), None)


def test_the_pipeline_comes_to_the_same_by_newton_and_by_scipy(planted):
    from probe.statistics import calibration as pipeline

    own, met = planted.mated, planted.at_large
    trials = pipeline.Trials(own.scores, own.first, met.scores, met.first, met.second, 10)
    theirs, ours = pipeline.calibration(trials), evidence_figures([planted])
    assert ours["value"] == pytest.approx(theirs.cllr.estimate, abs=1e-9)
    assert ours["high"] == pytest.approx(theirs.cllr.high, abs=1e-8)
    assert ours["least"] == pytest.approx(theirs.least.estimate, abs=1e-9)
    assert ours["least_low"] == pytest.approx(theirs.least.low, abs=1e-8)
    assert (ours["slope"], ours["offset"]) == pytest.approx((theirs.slope, theirs.offset), abs=1e-7)


def test_pooling_neighbours_is_isotonic_regression(planted):
    from sklearn.isotonic import IsotonicRegression

    trials = Trials([planted])
    weights = trials.weights(trials.chosen(None))
    share = IsotonicRegression().fit(trials.scores, trials.same, weights).predict(trials.scores)
    share = np.clip(share, 1e-300, 1 - 1e-16)
    bits = -(weights * np.where(trials.same, np.log2(share), np.log2(1 - share))).sum()
    assert least_bits(trials, None) == pytest.approx(bits, abs=1e-6)


def test_scores_that_are_all_the_same_say_nothing(planted):
    flat = Cell(
        comparisons(np.ones(40), planted.mated.first, planted.mated.second, 10),
        comparisons(np.ones(45), planted.at_large.first, planted.at_large.second, 10), None,
    )  # fmt: skip
    assert line(Trials([flat]), Trials([flat]).chosen(None)) == pytest.approx((0, 0))
    figures = evidence_figures([flat])
    assert (figures["value"], figures["least"]) == pytest.approx((1, 1))


def test_one_person_leaves_nobody_to_calibrate_on(planted):
    one = planted.mated.where(planted.mated.first == 0)
    assert evidence_figures([Cell(one, planted.at_large, None)]) == {}


def test_the_least_has_no_limit_above_cllrs_as_in_the_pipeline():
    from probe.statistics import calibration as pipeline

    rng = np.random.default_rng(7)
    people, (first, second) = np.repeat(np.arange(5), 4), np.triu_indices(5, 1)
    own = comparisons(2 + rng.normal(size=20), people, people, 5)
    first, second = np.repeat(first, 4), np.repeat(second, 4)
    met = comparisons(rng.normal(size=40), first, second, 5)
    trials = pipeline.Trials(own.scores, people, met.scores, first, second, 5)
    theirs, ours = pipeline.calibration(trials), evidence_figures([Cell(own, met, None)])
    assert ours["least_high"] == ours["high"] == pytest.approx(theirs.cllr.high, abs=1e-8)
    assert ours["least_low"] == pytest.approx(theirs.least.low, abs=1e-8)


def test_four_people_have_no_limits_to_cut():
    own = np.repeat(np.arange(4), 4)
    rng = np.random.default_rng(6)
    cell = Cell(comparisons(2 + rng.normal(size=16), own, own, 4), all_pairs(4, 6), None)
    figures = evidence_figures([cell])
    assert np.isnan([figures["high"], figures["least_high"]]).all()
