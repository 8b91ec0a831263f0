"""Files held against what was computed again."""

import numpy as np
import pytest

from probe.audit.computed import computed_again
from probe.audit.held import histograms_held, pairs_held, tables_held, tables_of, thresholds_held
from probe.runs.stored import Histograms


@pytest.fixture
def computed(stored):
    return computed_again(stored)


def test_every_table_of_the_run_is_held(stored, computed):
    held = {column.table for column in tables_held(stored, computed)}
    assert held == set(tables_of(stored))


def test_a_row_that_was_taken_away_differs(stored, computed):
    key = next(iter(computed.rows["cells.parquet"]))
    del computed.rows["cells.parquet"][key]
    columns = {c.column: c for c in tables_held(stored, computed) if c.table == "cells.parquet"}
    assert columns["mean"].differing == 1
    assert columns["n_pairs"].row == 0


def test_pairs_thresholds_and_counts_agree(stored, computed):
    held = [*pairs_held(stored, computed), *thresholds_held(stored, computed),
            *histograms_held(stored, computed)]  # fmt: skip
    assert [column for column in held if column.differing] == []
    assert {column.column for column in held} >= {"score", "value", "counts", "true_high"}


def test_a_count_that_moved_differs(stored, computed, monkeypatch):
    counts = stored.histograms.counts.copy()
    counts[0, np.argmax(counts[0])] += 1
    changed = Histograms(stored.histograms.edges, counts, stored.histograms.rows)
    monkeypatch.setitem(stored.__dict__, "histograms", changed)
    assert [column.differing for column in histograms_held(stored, computed)] == [1]
