"""A picture and its mirror image, summed."""

import numpy as np
import pytest

from probe.remedies.scoring import Side
from probe.remedies.shipped.flip_average import spec


def test_the_sum_has_length_one_and_no_side(remedy_views):
    side = Side(np.eye(2), np.arange(2), np.array(["a", "b"]))

    def embed_again(name, change):
        assert name == "flipped"
        view = remedy_views("q", (0,), 1)[0]
        np.testing.assert_array_equal(change(view).picture, view.picture[:, ::-1])
        return np.array([[0.0, 1.0], [0.0, 1.0]])

    changed = spec.change_side(side, remedy_views("q", (0, 1), 1), embed_again)
    assert changed.vectors[0] == pytest.approx([np.sqrt(0.5), np.sqrt(0.5)])
    assert changed.vectors[1] == pytest.approx([0, 1])
    assert changed.mirror_free


def test_opposite_vectors_give_zero_and_no_warning(remedy_views):
    side = Side(np.array([[1.0, 0.0]]), np.arange(1), np.array(["a"]))
    views = remedy_views("q", (0,), 1)
    changed = spec.change_side(side, views, lambda name, change: -side.vectors)
    np.testing.assert_array_equal(changed.vectors, [[0, 0]])
