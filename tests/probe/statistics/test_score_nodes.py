"""Sums of smooth functions over nodes are those over the scores."""

import numpy as np
import pytest

from probe.compiling import exact
from probe.statistics.score_nodes import AROUND, add, among, blocks_of, nodes_of


@exact
def share_all(nodes, weights, row):
    buffer = np.empty(AROUND)
    for n in range(len(weights)):
        add(row, nodes, n, weights[n], buffer)


def held(nodes, weights):
    row = np.zeros(len(nodes.x))
    share_all(nodes, weights, row)
    return row


@pytest.mark.parametrize(("step", "error"), [(0.1, 1e-11), (0.01, 1e-14)])
def test_sums_of_a_logistic_curve_are_exact_to_the_eighth_order(step, error, rng):
    scores, weights = rng.normal(size=3000), rng.random(3000) / 3000
    nodes = nodes_of(scores, step)
    assert len(nodes.x) < len(scores) / 2

    def curve(x):
        return 1 / (1 + np.exp(-(1.5 * x - 0.3)))

    row = held(nodes, weights)
    for power in range(3):
        summed = row @ (curve(nodes.x) * nodes.x**power)
        assert summed == pytest.approx(weights @ (curve(scores) * scores**power), abs=error)


def test_polynomials_of_the_seventh_degree_are_exact(rng):
    scores = rng.uniform(-1, 1, 100)
    nodes = nodes_of(scores, 0.25)
    for power in range(8):
        summed = held(nodes, np.ones(100)) @ nodes.x**power
        assert summed == pytest.approx((scores**power).sum(), rel=1e-12, abs=1e-11)


def test_few_scores_are_nodes_themselves(rng):
    scores = rng.normal(size=50).round(1)
    nodes = nodes_of(scores, 1e-4)
    row, inside = held(nodes, np.ones(50)), slice(3, -4)
    distinct, counts = np.unique(scores, return_counts=True)
    np.testing.assert_array_equal(nodes.x[inside], distinct)
    np.testing.assert_array_equal(row[inside], counts)
    assert not row[:3].any()
    assert not row[-4:].any()


@pytest.mark.parametrize("scores", [[0.5], [0.5] * 9, [-1.0, 1.0], [0.0, 1e9]])
def test_the_ends_have_room(scores):
    nodes = nodes_of(np.array(scores), 0.5)
    row = held(nodes, np.ones(len(scores)))
    assert row.sum() == pytest.approx(len(scores))
    assert row @ nodes.x == pytest.approx(sum(scores))


def test_a_part_of_the_scores_has_the_same_nodes(rng):
    scores = rng.normal(size=400)
    nodes = nodes_of(scores, 0.1)
    parts = [among(nodes, part) for part in (slice(None, 150), slice(150, None))]
    both = held(parts[0], np.ones(150)) + held(parts[1], np.ones(250))
    np.testing.assert_allclose(both, held(nodes, np.ones(400)), atol=1e-12)


def test_blocks_hold_everybody_once():
    people = np.arange(10)
    assert [len(block) for block in blocks_of(people, 100, entries=300)] == [3, 3, 3, 1]
    assert [len(block) for block in blocks_of(people, 1000, entries=300)] == [1] * 10
    np.testing.assert_array_equal(np.concatenate(blocks_of(people, 7, entries=30)), people)
