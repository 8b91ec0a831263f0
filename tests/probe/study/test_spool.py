"""Large tables lie in a file, and say the same there."""

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, standard_strangers
from probe.comparison.workspace import Workspace
from probe.study.spool import Spool
from tests.probe.comparison.test_cells import photographs, study


def in_a_file(array):
    while array is not None and not isinstance(array, np.memmap):
        array = array.base
    return array is not None


def test_large_tables_lie_in_a_file_without_a_name(tmp_path):
    spool = Spool(tmp_path, small=100)
    tables = [np.random.default_rng(k).normal(size=(k, 7)) for k in range(1, 9)]
    kept = [spool.kept(table) for table in tables]
    for table, same in zip(tables, kept, strict=True):
        np.testing.assert_array_equal(same, table)
        assert same.dtype == table.dtype
        assert in_a_file(same) == (table.nbytes > 100)
    with pytest.raises(ValueError, match="read-only"):
        kept[-1][0] = 0
    assert not list(tmp_path.iterdir())


def test_tables_outlive_their_spool(tmp_path):
    table = np.arange(1000)
    kept = Spool(tmp_path, small=0).kept(table[::2])
    np.testing.assert_array_equal(kept, table[::2])


def test_a_comparison_is_the_same_from_the_file(tmp_path):
    images, embeddings = study(photographs(6))
    scores = VectorScores(embeddings)
    asked = images, scores, standard_strangers([images], scores), 0.3, 0.01
    spool, plain = Spool(tmp_path, small=0), compare(*asked)
    spooled = compare(*asked, workspace=Workspace(keep=spool.standing))
    assert repr(spooled.cells) == repr(plain.cells)  # NaN equals nothing
    pairs = spool.pairs(plain.pairs)
    assert in_a_file(pairs.scores)
    np.testing.assert_array_equal(pairs.scores, plain.pairs.scores)
    np.testing.assert_array_equal(pairs.rows, plain.pairs.rows)
    assert spooled.standings.keys() == plain.standings.keys()
    for at, standing in plain.standings.items():
        kept = spooled.standings[at]
        assert in_a_file(kept.gap.pairs)
        np.testing.assert_array_equal(kept.gap.pairs, standing.gap.pairs)
        np.testing.assert_array_equal(kept.gap.mated, standing.gap.mated)
        assert in_a_file(kept.accepted)
        np.testing.assert_array_equal(kept.accepted, standing.accepted)
