"""Limits of misses that hold for all levels, protocols and models together."""

import numpy as np
import pytest

from probe.comparison.joint import MeasuredProtocol, joint_limits
from probe.comparison.models import Standing
from probe.statistics import Gap, fnmr_interval
from tests.probe.conclusions.planted import CLOTHES, DISTANCE, TURN, protocol


@pytest.fixture
def rng():
    return np.random.default_rng(3)


NO_GAP = Gap([], np.empty((0, 0)))


def measured(text: str, rates: dict[str, list]) -> MeasuredProtocol:
    standings = {
        name: {k: Standing(NO_GAP, np.asarray(rate, float)) for k, rate in enumerate(levels)}
        for name, levels in rates.items()
    }
    return MeasuredProtocol(protocol(text), standings)


def rates(rng, levels: int, people: int = 12):
    return [rng.binomial(25, 0.2, people) / 25 for _ in range(levels)]


def ends(rate, several_low: int, several_high: int) -> tuple[float, float]:
    low = fnmr_interval(rate, level=1 - 0.05 / several_low).low
    return low, fnmr_interval(rate, level=1 - 0.05 / several_high).high


def test_levels_in_order_cost_the_upper_limit_nothing(rng) -> None:
    levels = rates(rng, 5)
    limits = joint_limits({"d": measured(DISTANCE, {"a": levels})})
    for k, rate in enumerate(levels):
        assert limits["d", "a", k] == pytest.approx(ends(rate, 5, 1))


def test_every_series_is_a_range_and_every_unordered_level_a_claim(rng) -> None:
    turn, clothes = rates(rng, 8), rates(rng, 3)
    limits = joint_limits({"t": measured(TURN, {"a": turn})})
    assert limits["t", "a", 3] == pytest.approx(ends(turn[3], 8, 2))
    limits = joint_limits({"c": measured(CLOTHES, {"a": clothes})})
    assert limits["c", "a", 1] == pytest.approx(ends(clothes[1], 3, 3))


def test_models_and_protocols_share_the_error(rng) -> None:
    far = {"a": rates(rng, 5), "b": rates(rng, 5)}
    clothes = {"a": rates(rng, 3), "b": rates(rng, 3)}
    limits = joint_limits({"d": measured(DISTANCE, far), "c": measured(CLOTHES, clothes)})
    assert limits["d", "b", 2] == pytest.approx(ends(far["b"][2], 16, 2 * (1 + 3)))


def test_conditions_without_misses_are_no_part_of_the_family(rng) -> None:
    levels = rates(rng, 5)
    nobody = np.full(12, np.nan)
    limits = joint_limits({"d": measured(DISTANCE, {"a": [*levels[:4], nobody]})})
    assert ("d", "a", 4) not in limits
    assert limits["d", "a", 0] == pytest.approx(ends(levels[0], 4, 1))


def test_too_few_people_have_no_limits(rng) -> None:
    limits = joint_limits({"d": measured(DISTANCE, {"a": rates(rng, 5, people=4)})})
    assert np.isnan(list(limits.values())).all()
    assert joint_limits({}) == {}
