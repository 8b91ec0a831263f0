"""Histograms and masks as a run keeps them."""

import numpy as np
import pytest

from probe.runs.stored import Histograms, StoredMasks


def test_counts_are_asked_by_any_of_their_columns():
    rows = ({"kind": "mated", "i": 0}, {"kind": "mated", "i": 1}, {"kind": "alike", "i": 1})
    histograms = Histograms(np.linspace(-1, 1, 3), np.arange(6).reshape(3, 2), rows)
    assert histograms.find(kind="alike").tolist() == [4, 5]
    assert histograms.find(kind="mated", i=1).tolist() == [2, 3]
    assert histograms.find(kind="at_large") is None


@pytest.mark.parametrize("shape", [(3, 5), (8, 8), (1, 1)])
def test_masks_come_back_in_their_shape(shape):
    mask = np.random.default_rng(0).random(shape) < 0.4
    stored = StoredMasks({"a": np.packbits(mask)}, {"a": shape}, {"b": "empty"}, 128)
    np.testing.assert_array_equal(stored.mask("a"), mask)
    assert stored.mask("b") is None
    assert stored.coverages().tolist() == [mask.mean()]
