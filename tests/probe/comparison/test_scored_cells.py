"""Cells scored in threads are those scored one after another."""

from itertools import combinations_with_replacement

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of, scored_cells, standard_strangers
from probe.comparison.cell_scores import CellContext
from probe.comparison.scored_cells import threads_for
from tests.probe.comparison.test_cells import photographs, study

PLACES = list(combinations_with_replacement(range(3), 2))


def context():
    images, embeddings = study(photographs(6))
    scores = VectorScores(embeddings)
    strangers = standard_strangers([images], scores)
    return CellContext(scores, cast_of(images, scores), strangers, 0.3, 0.01)


def figures(threads):
    scored = list(scored_cells.scored_cells(context(), PLACES, threads))
    assert [place for place, _ in scored] == PLACES
    for _, cell in scored:
        yield cell.mated.scores
        yield cell.tallies["at_large"].pair_means
        yield cell.tallies["at_large"].between
        yield cell.tallies["at_large"].false_matches


@pytest.mark.parametrize("threads", [2, 5, 20])
def test_threads_change_no_figure(threads):
    for alone, together in zip(figures(1), figures(threads), strict=True):
        np.testing.assert_array_equal(alone, together)


def test_a_fault_in_a_thread_is_raised():
    with pytest.raises(IndexError):
        list(scored_cells.scored_cells(context(), [(0, 0), (0, 7)], 2))


def test_large_cells_have_threads_as_far_as_memory_goes(monkeypatch):
    monkeypatch.setattr(scored_cells, "cores", lambda: 8)
    cast = context().cast
    assert threads_for(cast) == 1
    monkeypatch.setattr(scored_cells, "LARGE", 100)
    assert threads_for(cast) == 8
    monkeypatch.setattr(scored_cells, "PAIRS_AT_ONCE", 3 * 6 * 6)
    assert threads_for(cast) == 3
    monkeypatch.setattr(scored_cells, "PAIRS_AT_ONCE", 1)
    assert threads_for(cast) == 1
