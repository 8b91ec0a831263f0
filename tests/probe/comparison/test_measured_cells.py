"""Cells measured in threads, or on nodes, are those measured one after another."""

from itertools import combinations_with_replacement

import numpy as np
import pytest

from probe.cluster import Here, Threads
from probe.cluster.ray_nodes import RayNodes, ray_nodes
from probe.comparison import VectorScores, cast_of, measured_cells, scores, standard_strangers
from probe.comparison.cell_scores import CellContext
from probe.comparison.measured_cells import Place, executor_for
from probe.statistics import threshold_at
from tests.probe.cluster.two_nodes import two_nodes
from tests.probe.comparison.test_cells import photographs, study

STANDARD = Place(1, 1)
PLACES = [
    STANDARD,
    *(
        p
        for p in (Place(*ij) for ij in combinations_with_replacement(range(3), 2))
        if p != STANDARD
    ),
]


def context(people=6, dimension=6):
    images, embeddings = study(photographs(people), dimension=dimension)
    source = VectorScores(embeddings)
    strangers = standard_strangers([images], source)
    thresholds = (threshold_at(strangers.ranked, 0.1),)
    named = strangers.without_scores()
    return CellContext(source, cast_of(images, source), named, 0.3, 0.1, thresholds)


def flat(cell):
    """Everything that is kept of a cell, as comparable values."""
    numbers = [row[name] for row in (*cell.cells, *cell.rates) for name in sorted(row)]
    arrays = [cell.pairs.scores, cell.pairs.rows, *cell.histograms.values()]
    if cell.standing is not None:
        arrays += [cell.standing.gap.pairs, cell.standing.miss_rates, cell.standing.accepted]
    return numbers, arrays


def assert_same(cells, others):
    for one, other in zip(cells, others, strict=True):
        (numbers, arrays), (those, more) = flat(one), flat(other)
        assert repr(numbers) == repr(those)
        for array, another in zip(arrays, more, strict=True):
            np.testing.assert_array_equal(array, another)


@pytest.mark.parametrize("threads", [2, 5, 20])
def test_threads_change_no_figure(monkeypatch, threads):
    monkeypatch.setattr(measured_cells, "LARGE", 1)
    monkeypatch.setattr(measured_cells, "cores", lambda: 1)
    alone = list(measured_cells.measured_cells(context(), PLACES))
    monkeypatch.setattr(measured_cells, "cores", lambda: threads)
    assert isinstance(executor_for(context().cast), Threads)
    assert_same(alone, measured_cells.measured_cells(context(), PLACES))


def test_a_fault_in_a_thread_is_raised(monkeypatch):
    monkeypatch.setattr(measured_cells, "LARGE", 1)
    monkeypatch.setattr(measured_cells, "cores", lambda: 2)
    with pytest.raises(IndexError):
        list(measured_cells.measured_cells(context(), [STANDARD, Place(0, 7)]))


def test_large_cells_have_threads_as_far_as_memory_goes(monkeypatch):
    monkeypatch.setattr(measured_cells, "cores", lambda: 8)
    cast = context().cast
    assert executor_for(cast) == Here()
    monkeypatch.setattr(measured_cells, "LARGE", 100)
    assert executor_for(cast) == Threads(8)
    monkeypatch.setattr(measured_cells, "PAIRS_AT_ONCE", 3 * 6 * 6)
    assert executor_for(cast) == Threads(3)
    monkeypatch.setattr(measured_cells, "PAIRS_AT_ONCE", 1)
    assert executor_for(cast) == Here()


def test_what_is_sent_to_a_node_leaves_the_scores_of_all_strangers_here():
    images, embeddings = study(photographs(6))
    strangers = standard_strangers([images], VectorScores(embeddings))
    assert strangers.without_scores().ranked.comparisons == 0
    people = context().cast.people
    assert strangers.without_scores().numbers_of(people) == strangers.numbers_of(people)


def machine():
    return {}


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_two_nodes_of_which_one_dies_change_no_figure(monkeypatch):
    monkeypatch.setattr(scores, "ALL_AT_ONCE", 10)
    asked = context(120, dimension=64)
    alone = list(measured_cells.measured_cells(asked, PLACES))
    monkeypatch.setattr(measured_cells, "LARGE", 1)
    with two_nodes() as cluster, ray_nodes(cluster.address, machine, 1) as nodes:
        assert isinstance(executor_for(asked.cast, nodes), RayNodes)
        there = []
        for cell in measured_cells.measured_cells(context(120, dimension=64), PLACES, nodes):
            there.append(cell)
            if len(there) == 2:
                cluster.remove_node(cluster.second, allow_graceful=False)
    assert_same(alone, there)
