"""One rule says of levels what may be done there, in the summary and in the advice on a site."""

import math

import pytest

from probe.conclusions.findings.facts import Spot
from probe.conclusions.findings.use import answer_of, limits_of, most_missed

LIMIT = 0.1


def spot(value: float, low: float, high: float, i: int = 0) -> Spot:
    return Spot("p", "a", "mated", "fnmr", i, 9, value, joint_low=low, joint_high=high)


@pytest.mark.parametrize(
    ("levels", "held", "answer"),
    [
        ([(0.02, 0.0, 0.09), (0.0, 0.0, 0.05)], True, "use"),
        ([(0.02, 0.0, 0.09)], False, "promising"),
        ([(0.02, 0.0, 0.11), (0.0, 0.0, 0.05)], True, "promising"),
        ([(0.0, math.nan, math.nan)], True, "promising"),
        ([(0.2, 0.05, 0.4), (0.0, 0.0, 0.05)], True, "doubtful"),
        ([(0.2, 0.11, 0.4), (0.0, 0.0, 0.05)], True, "avoid"),
    ],
)
def test_limits_decide(levels, held, answer) -> None:
    spots = [spot(*level) for level in levels]
    assert answer_of(spots, LIMIT, strangers_held=held) == answer


def test_the_worst_level_may_be_another_than_the_one_with_most_misses() -> None:
    worst = most_missed([spot(0.3, 0.05, 0.5, 1), spot(0.25, 0.15, 0.4, 2)])
    assert (worst.i, worst.value, worst.joint_low, worst.joint_high) == (1, 0.3, 0.15, 0.5)
    assert limits_of([worst])["limits"].values == {"low": 0.15, "high": 0.5}


def test_one_level_without_limits_leaves_the_worst_without() -> None:
    spots = [spot(0.3, 0.1, 0.5), spot(0.0, math.nan, math.nan)]
    assert math.isnan(most_missed(spots).joint_high)
    assert limits_of(spots) == {}
    assert limits_of([]) == {}
