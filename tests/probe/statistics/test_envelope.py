"""Usable envelopes: planted boundaries, circles, gaps, and what was never measured."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics import envelope, fnmr_by_subject, fnmr_interval, holding_levels

DISTANCES = np.arange(2.0, 15.0, 2.0)
ANGLES = np.arange(0.0, 360.0, 45.0)


@pytest.mark.parametrize("low", [2.0, 4.0, 6.0])
@pytest.mark.parametrize("high", [6.0, 10.0, 14.0])
def test_a_planted_range_is_found(low, high):
    rates = np.where((low <= DISTANCES) & (high >= DISTANCES), 0.05, 0.3)
    found = envelope(DISTANCES, rates, 6.0, 0.1)
    assert (found.low, found.high) == (low, high)
    assert (found.at_low_end, found.at_high_end) == (low == 2, high == 14)
    assert found.levels == tuple(DISTANCES[(low <= DISTANCES) & (high >= DISTANCES)])


def test_a_planted_boundary_is_found_in_simulated_people(rng):
    """Scores fall with distance; FNMR passes 20 % between 8 and 10 m, whatever the noise."""
    found = []
    for _ in range(30):
        person = rng.normal(0, 0.3, size=60)
        rates = [
            fnmr_by_subject([4 + p - 0.35 * d + rng.normal(size=25) for p in person], 0.0)
            for d in DISTANCES
        ]
        found.append(envelope(DISTANCES, [r.mean() for r in rates], 4.0, 0.2).high)
        assert np.all(np.array([fnmr_interval(r).high for r in rates]) >= [r.mean() for r in rates])
    # P(fail) at d is P(N(0, 1.09) <= 0.35 d - 4): 12.5 % at 8 m, 31.6 % at 10 m.
    assert found == [8.0] * 30


def test_it_never_leaves_the_measured_range():
    found = envelope(DISTANCES, np.zeros(7), 4.0, 0.1)
    assert (found.low, found.high) == (2, 14)
    assert found.at_low_end
    assert found.at_high_end
    assert "nothing above 14 was measured" in found.note


def test_an_unbroken_range_does_not_jump_a_failure_or_a_gap():
    rates = [0.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0]
    assert envelope(DISTANCES, rates, 4.0, 0.1).high == 6
    rates[3] = np.nan
    assert envelope(DISTANCES, rates, 4.0, 0.1).high == 6


def test_the_order_of_the_levels_does_not_matter(rng):
    rates = rng.uniform(0, 0.2, 7)
    rates[1] = 0.0
    order = rng.permutation(7)
    assert envelope(DISTANCES[order], rates[order], 4.0, 0.1) == envelope(
        DISTANCES, rates, 4.0, 0.1
    )


def test_a_failing_standard_leaves_no_envelope():
    found = envelope(DISTANCES, np.full(7, 0.25), 4.0, 0.1)
    assert found.empty
    assert found.note == "the standard condition itself has a rate of 25 %"
    missing = np.where(DISTANCES == 4, np.nan, 0.0)
    assert "not measured" in envelope(DISTANCES, missing, 4.0, 0.1).note


@pytest.mark.parametrize("turn", range(8))
@pytest.mark.parametrize(("before", "after"), [(0, 0), (1, 2), (3, 3), (0, 6)])
def test_a_planted_arc_is_found_wherever_the_circle_is_cut(turn, before, after):
    standard = int((4 + turn) % 8)
    rates = np.full(8, 0.5)
    arc = [(standard + k) % 8 for k in range(-before, after + 1)]
    rates[arc] = 0.01
    found = envelope(ANGLES, rates, ANGLES[standard], 0.1, period=360.0)
    assert found.levels == tuple(ANGLES[arc])
    assert (found.low, found.high) == (ANGLES[arc[0]], ANGLES[arc[-1]])
    assert not found.full_circle


def test_a_full_circle():
    found = envelope(ANGLES, np.zeros(8), 180.0, 0.1, period=360.0)
    assert found.full_circle
    assert len(found.levels) == 8


def test_nominal_levels():
    names = ["white", "grey", "no helmet", "shirt"]
    assert holding_levels(names, [0.0, 0.1, 0.2, np.nan], 0.1) == ("white", "grey")


def test_bad_input_is_named():
    with pytest.raises(ComparisonError, match="not among the levels"):
        envelope(DISTANCES, np.zeros(7), 5.0, 0.1)
    with pytest.raises(ComparisonError, match="6 rates for 7 levels"):
        envelope(DISTANCES, np.zeros(6), 4.0, 0.1)
    with pytest.raises(ComparisonError, match="twice"):
        envelope([1.0, 1.0], [0.0, 0.0], 1.0, 0.1)
    with pytest.raises(ComparisonError, match="1 rates for 2 levels"):
        holding_levels(["a", "b"], [0.1], 0.1)
    with pytest.raises(ComparisonError, match="outside one turn"):
        envelope([0.0, 360.0], [0.0, 0.0], 0.0, 0.1, period=360.0)
