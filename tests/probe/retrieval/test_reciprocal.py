"""The inner loops of re-ranking against sets and loops of Python."""

import numpy as np
import pytest
from scipy import sparse

from probe.retrieval.reciprocal import grown_neighbours, share_weights
from tests.probe.retrieval.test_rerank import grown


def neighbours(seed, pictures, width):
    """Each picture's nearest ones, itself first."""
    places = np.random.default_rng(seed).normal(size=(pictures, 3))
    distances = ((places[:, None] - places) ** 2).sum(axis=2)
    return np.argsort(distances, axis=1, kind="stable")[:, :width]


@pytest.mark.parametrize(("k1", "width"), [(20, 21), (6, 7), (1, 2), (20, 9), (5, 8)])
def test_neighbours_grow_as_in_equation_5(k1, width):
    nearest = neighbours(k1, 90 if width > 9 else 9, width)
    ends, columns = grown_neighbours(nearest, k1)
    for picture in range(len(nearest)):
        found = columns[ends[picture] : ends[picture + 1]].tolist()
        assert found == sorted(grown(nearest, picture, k1))
    assert ends[-1] == len(columns)


def test_the_smaller_weights_are_summed():
    rng = np.random.default_rng(5)
    dense = np.where(rng.random((12, 9)) < 0.4, rng.random((12, 9)), 0).astype(np.float32)
    parts = [
        (matrix.indptr.astype(np.int64), matrix.indices.astype(np.int64), matrix.data)
        for matrix in (sparse.csr_array(dense), sparse.csc_array(dense[5:]))
    ]
    shared = np.zeros((3, 7), np.float32)
    share_weights(*parts, 2, shared)
    expected = np.minimum(dense[2:5, None], dense[None, 5:]).sum(axis=2)
    np.testing.assert_allclose(shared, expected, rtol=1e-6)
