"""Fits over nodes are those over all comparisons, one person after another left out in full."""

import numpy as np
import pytest

from probe.statistics import logistic
from probe.statistics.logistic import RIDGE, STEEPEST, fitted, left_out_lines

KINDS = ["even", "many", "apart", "reversed", "few pictures", "ties", "an outlier",
         "scores that one person makes", "a pair of people"]  # fmt: skip


def in_full(trials):
    """Slope and offset by Newton's method over every comparison."""
    if not len(trials.mated) or not len(trials.strangers):
        return 0.0, 0.0
    scores = np.concatenate([trials.mated, trials.strangers])
    centre, scale = scores.mean(), scores.std() or 1.0
    x, weights = (scores - centre) / scale, np.concatenate(trials.weights)
    labels = np.arange(len(x)) < len(trials.mated)
    slope = offset = 0.0
    for _ in range(100):
        share = 1 / (1 + np.exp(-np.clip(slope * x + offset, -500, 500)))
        apart, spread = weights * (labels - share), weights * share * (1 - share)
        gradient = np.array([apart @ x - RIDGE * slope, apart.sum()])
        curvature = np.array([[spread @ (x * x) + RIDGE, spread @ x], [spread @ x, spread.sum()]])
        step = np.linalg.solve(curvature + 1e-12 * np.eye(2), gradient)
        slope, offset = slope + step[0], offset + step[1]
        if np.abs(step).max() < 1e-12:
            break
    return slope / scale, offset - slope * centre / scale


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_is_fitted_as_in_full(kind, hard_trials):
    trials = hard_trials[kind]
    np.testing.assert_allclose(fitted(trials), in_full(trials), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("kind", KINDS)
def test_each_one_left_out_is_fitted_as_in_full(kind, hard_trials, monkeypatch):
    trials = hard_trials[kind]
    people = np.arange(trials.numbers)
    expected = [in_full(trials.without(person)) for person in people]
    np.testing.assert_allclose(left_out_lines(trials, people), expected, rtol=1e-9, atol=1e-9)
    in_blocks = [people[:5], people[5:]]
    monkeypatch.setattr(logistic, "blocks_of", lambda *_: [part for part in in_blocks if len(part)])
    np.testing.assert_allclose(left_out_lines(trials, people), expected, rtol=1e-9, atol=1e-9)


def test_the_ratio_is_that_of_the_two_distributions(planted_trials):
    slope, offset = fitted(planted_trials(1, people=60))
    assert slope == pytest.approx(2.0, abs=0.2)
    assert offset == pytest.approx(-2.0, abs=0.25)


def test_no_slope_is_steeper_than_its_penalty_allows(planted_trials):
    trials = planted_trials(7, apart=1e6)
    spread = np.concatenate([trials.mated, trials.strangers]).std()
    assert 1 < fitted(trials)[0] * spread < STEEPEST
