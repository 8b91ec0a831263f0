"""The change along one factor at both ends of another: planted surfaces, places in words."""

import numpy as np
import pytest

from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of
from probe.statistics.interaction.grid import grid_of
from probe.statistics.interaction.slices import ordered_pair, slices
from probe.statistics.interaction.terms import Term
from probe.wording import wording_of

HEAD = "name: g\ntitle: G\nquestion: Q?\nphotos: {pattern: '{subject}/{take}.png'}\nfactors:\n"
TURN = '  - {name: orientation, unit: "°", kind: circular, levels: [0, 90, 180], standard: 180}\n'
FAR = "  - {name: distance, unit: m, kind: ordered, levels: [2, 4, 10], standard: 4}\n"
PACK = "  - {name: pack, levels: [without, with], standard: without}\n"
COAT = "  - {name: coat, levels: [white, grey, red], standard: white}\n"


def grid(*factors):
    return grid_of(protocol_of(parse_yaml(HEAD + "".join(factors), "g.yaml")))


def ends(made, surface, scale=1.0):
    """Both slices of a surface over the numbers of two levels: (place in words, change)."""
    means = np.array([surface(*codes) for codes in made.codes], float)
    names = tuple(axis.name for axis in made.axes)
    nan = float("nan")
    term = Term(names, (), None, nan, nan, False)
    return [(wording_of()(end.place), end.change) for end in slices(made, term, means, scale)]


def test_a_change_that_grows_with_distance_is_said_at_its_nearest_and_farthest():
    # Turning costs 0.1 at 2 m and 0.1 more at every further level.
    near, far = ends(grid(TURN, FAR), lambda turn, at: -(0.1 + 0.1 * at) * (turn < 2))
    assert near == ("at 2\u00a0m", pytest.approx(-0.1))
    assert far == ("at 10\u00a0m", pytest.approx(-0.3))


def test_a_change_that_does_not_depend_on_the_other_is_the_same_at_both_ends():
    first, second = ends(grid(TURN, FAR), lambda turn, at: -0.2 * (turn < 2) + 0.4 * at)
    assert (first[1], second[1]) == pytest.approx((-0.2, -0.2))


def test_the_figure_is_in_units_of_the_scale():
    plain = ends(grid(TURN, FAR), lambda turn, at: -0.1 * at * (turn < 2))
    scaled = ends(grid(TURN, FAR), lambda turn, at: -0.1 * at * (turn < 2), 0.5)
    assert [2 * change for _, change in plain] == pytest.approx([c for _, c in scaled])


def test_a_factor_of_names_is_split_into_its_standard_and_the_rest():
    two = ends(grid(TURN, PACK), lambda turn, pack: -(0.1 + 0.4 * pack) * (turn < 2))
    assert two == [("for “without”", pytest.approx(-0.1)), ("for “with”", pytest.approx(-0.5))]
    three = ends(grid(TURN, COAT), lambda turn, coat: -0.1 * coat * (turn < 2))
    assert [place for place, _ in three] == ["for “white”", "elsewhere on average"]
    assert [change for _, change in three] == pytest.approx([0, -0.15])


def test_what_it_may_depend_on_is_the_ordered_factor_of_the_two():
    turn, far = grid(TURN, FAR).axes
    assert ordered_pair(turn, far) == ordered_pair(far, turn) == (turn, far)
    _, pack = grid(TURN, PACK).axes
    assert ordered_pair(turn, pack) == (turn, pack)
    assert ordered_pair(pack, turn) == (pack, turn)
