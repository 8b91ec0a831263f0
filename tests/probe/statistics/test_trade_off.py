"""Curves of errors against scikit-learn's, and at their ends."""

import numpy as np
import pytest

from probe.statistics import strangers_from
from probe.statistics.trade_off import HIGHEST, POINTS, trade_off

PEOPLE = 10


def planted(seed=0, digits=None, takes=4):
    rng = np.random.default_rng(seed)
    first, second = np.triu_indices(PEOPLE, 1)
    blocks = rng.normal(size=(6, len(first)))
    own = [1.5 + rng.normal(size=takes + k % 3) for k in range(PEOPLE)]
    if digits is not None:
        blocks, own = blocks.round(digits), [scores.round(digits) for scores in own]
    met = strangers_from([(scores, first, second) for scores in blocks], PEOPLE)
    return own, met


@pytest.mark.parametrize("digits", [None, 1, 0])
def test_every_point_is_one_of_scikit_learn(digits):
    metrics = pytest.importorskip("sklearn.metrics")
    own, met = planted(3, digits)
    fmr, fnmr = trade_off(own, met)
    labels = np.repeat([1, 0], [sum(map(len, own)), met.comparisons])
    # Every subject weighs the same, however many scores there are.
    weights = np.concatenate(
        [*(np.full(len(s), 1 / len(s)) for s in own), np.ones(met.comparisons)]
    )
    scores = np.concatenate([*own, met.scores])
    fpr, fnr, _ = metrics.det_curve(labels, scores, sample_weight=weights, drop_intermediate=False)
    for x, y in zip(fmr, fnmr, strict=True):
        assert np.hypot(fpr - x, fnr - y).min() < 1e-12


def test_curves_fall_from_the_lowest_resolved_rate_to_a_half():
    own, met = planted()
    fmr, fnmr = trade_off(own, met)
    assert fmr[0] == 5 / met.comparisons
    assert fmr[-1] == pytest.approx(HIGHEST)
    assert len(fmr) <= POINTS
    assert (np.diff(fmr) > 0).all()
    assert (np.diff(fnmr) <= 0).all()


def test_a_model_of_constant_scores_has_no_curve():
    own, met = planted()
    flat = strangers_from([(0 * met.scores, met.first, met.second)], PEOPLE)
    assert len(trade_off([0 * s for s in own], flat)[0]) == 0


def test_few_comparisons_and_nobody_have_none():
    own, met = planted()
    few = strangers_from([(met.scores[:9], met.first[:9], met.second[:9])], PEOPLE)
    assert len(trade_off(own, few)[0]) == 0
    assert len(trade_off([np.empty(0)], met)[0]) == 0
