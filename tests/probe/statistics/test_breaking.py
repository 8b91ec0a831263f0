"""Where a rate crosses a limit: planted crossings, and intervals that hold them."""

import math

import numpy as np
import pytest

from probe.statistics.breaking import breaking_along, known_places

NONE = [math.nan] * 4


def test_a_planted_crossing_is_found_between_its_levels():
    found = breaking_along([4, 6, 8, 10], [0.0, 0.05, 0.15, 0.6], NONE, NONE, 0.1)
    assert found.level == pytest.approx(7)
    assert math.isnan(found.near)
    assert math.isnan(found.far)


def test_downwards_levels_fall():
    lows, highs = [0.0, 0.0, 0.05, 0.5], [0.02, 0.1, 0.3, 0.8]
    found = breaking_along([0, -1, -2, -4], [0.01, 0.02, 0.18, 0.7], lows, highs, 0.1)
    assert found.level == pytest.approx(-1.5)
    assert found.near == pytest.approx(-1)
    assert found.far == pytest.approx(-2 - 2 * 0.05 / 0.45)


def test_the_first_crossing_counts():
    found = breaking_along([1, 2, 3, 4], [0.0, 0.2, 0.0, 0.9], NONE, NONE, 0.1)
    assert found.level == pytest.approx(1.5)


def test_open_ends():
    found = breaking_along([1, 2, 3], [0.05, 0.08, 0.2], [0.0, 0.0, 0.09], [0.3, 0.3, 0.4], 0.1)
    assert found.near == 1
    assert found.far == math.inf
    assert breaking_along([1, 0], [0.0, 0.2], [0.0, 0.0], [0.1, 0.4], 0.1).far == -math.inf


@pytest.mark.parametrize("rates", [[0.2, 0.3], [0.0, 0.1], []])
def test_without_a_crossing_there_is_none(rates):
    levels = list(range(len(rates)))
    assert breaking_along(levels, rates, rates, rates, 0.1) is None


def test_bands_that_hold_the_curve_hold_its_crossing():
    rng = np.random.default_rng(5)
    for _ in range(200):
        levels = np.cumsum(rng.uniform(0.5, 2, 6)).tolist()
        true = np.sort(rng.uniform(0, 0.5, 6))
        true[0], true[-1] = 0.02, 0.6
        seen = np.clip(true + rng.normal(0, 0.03, 6), 0, 1)
        seen[0] = min(seen[0], 0.09)
        off = np.abs(seen - true).max() + 1e-6
        low, high, rates = ((seen + by).tolist() for by in (-off, off, 0))
        found = breaking_along(levels, rates, low, high, 0.1)
        truth = breaking_along(levels, true.tolist(), low, high, 0.1).level
        assert found.near - 1e-9 <= truth <= found.far + 1e-9
        assert found.near <= found.level <= found.far


@pytest.mark.parametrize(
    ("uncertainty", "places"),
    [(0.12, 2), (0.354, 2), (0.36, 1), (0.95, 1), (2.1, 1), (4, 0), (28, 0), (124, -1), (940, -2)],
)
def test_decimals_follow_the_uncertainty(uncertainty, places):
    assert known_places(uncertainty) == places


def test_decimals_are_those_of_the_closer_end_of_the_interval():
    rates, lows, highs = [0.0, 0.05, 0.15], [0.0, 0.0, 0.0], [0.01, 0.07, 0.2]
    assert breaking_along([1000, 100, 10], rates, lows, highs, 0.1).places == 0  # 55 (79 to -)
    assert breaking_along([1000, 100, 10], rates, rates, highs, 0.1).places == 0
    lows, highs = [0.0, 0.049, 0.149], [0.01, 0.051, 0.151]
    assert breaking_along([4, 6, 8], rates, lows, highs, 0.1).places == 3  # 7 (6.98 to 7.02)


def test_without_an_interval_they_are_those_of_the_levels_around():
    found = breaking_along([20000, 12000, 8000, 6500], [0.0, 0.05, 0.08, 0.15], NONE, NONE, 0.1)
    assert found.places == -2
    found = breaking_along([0, 0.1, 0.3, 1], [0.0, 0.05, 0.15, 0.2], NONE, NONE, 0.1)
    assert found.places == 2


def test_an_interval_without_width_does_not_make_up_decimals():
    rates = [0.0, 0.05, 0.17]
    found = breaking_along([0, 2, 4], rates, rates, rates, 0.1)
    assert found.near == found.far == found.level
    assert 0 <= found.places <= 4
