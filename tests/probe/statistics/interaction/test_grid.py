"""Contrasts of a grid: they sum to zero, ask one thing, and leave the other factors alone."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.statistics.interaction.grid import direction, grid_of

HEAD = "name: g\ntitle: G\nquestion: Q?\nphotos: {pattern: '{subject}/{take}.png'}\nfactors:\n"
TURN = '  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180], standard: 180}\n'
FAR = "  - {name: distance, unit: m, kind: ordered, levels: [2, 4, 10], standard: 4}\n"


def grid(*factors):
    return grid_of(protocol_of(parse_yaml(HEAD + "".join(factors), "g.yaml")))


def figures(made, surface):
    """A figure of every condition from the numbers of its two levels."""
    return np.array([surface(*codes) for codes in made.codes])


def test_contrasts_sum_to_zero_and_single_out_their_term():
    made = grid(TURN, FAR)
    additive = figures(made, lambda a, b: 3.0 * a + b**2)
    for contrast in (*made.whole(), *made.single()):
        assert contrast.weights.sum() == pytest.approx(0)
        assert contrast.weights @ additive == pytest.approx(0)
    effects = {contrast.levels: contrast.weights @ additive for contrast in made.effects()}
    assert effects["0",] == pytest.approx(-6.0)
    assert effects["10",] == pytest.approx(3.0)


def test_a_pair_of_levels_is_a_difference_of_differences():
    made = grid(TURN, FAR)
    joint = figures(made, lambda a, b: float(a == 0 and b == 2))
    single = {contrast.levels: contrast.weights @ joint for contrast in made.single()}
    assert single["0", "10"] == pytest.approx(1.0)
    assert single["90", "2"] == pytest.approx(0.0)


def test_the_direction_of_an_ordered_factor_is_the_least_squares_line():
    made = grid(TURN, FAR)
    values, y = np.array([2.0, 4.0, 10.0]), np.array([0.3, 0.7, 0.1])
    slope = np.polyfit(values, y, 1)[0]
    assert direction(made.axis("distance")) @ y == pytest.approx(slope * 8)
    assert direction(made.axis("orientation")) @ y == pytest.approx((0.3 + 0.7) / 2 - 0.1)


def test_one_factor_cannot_interact():
    with pytest.raises(ComparisonError, match="one factor only"):
        grid(FAR)
