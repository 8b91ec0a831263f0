"""A rectangle of comparisons: what is meant of it."""

import numpy as np

from probe.comparison.stranger_block import StrangerBlock


def block():
    rng = np.random.default_rng(0)
    first, second = np.array([0, 0, 2, 2, 2, 5]), np.array([1, 1, 2, 4, 4])
    return StrangerBlock(rng.normal(size=(6, 5)), first[:, None] != second, first, second)


def test_flat_and_listed_are_the_same_comparisons():
    made = block()
    scores, first, second = made.listed()
    np.testing.assert_array_equal(scores, made.flat)
    assert len(scores) == 6 * 5 - 3
    assert (first != second).all()
    row, column = 3, 4
    place = np.count_nonzero(made.compared[:row]) + np.count_nonzero(made.compared[row, :column])
    assert (scores[place], first[place], second[place]) == (made.scores[row, column], 2, 4)


def test_among_keeps_comparisons_of_which_both_are_chosen():
    chosen = np.array([True, True, True, False, True, False])
    _, first, second = block().among(chosen).listed()
    assert set(first) == {0, 2}
    assert set(second) == {1, 2, 4}
    _, first, _ = block().among(~chosen).listed()
    assert not len(first)
