"""Shifted pictures averaged in."""

from dataclasses import replace

import numpy as np
import pytest

from probe.remedies.scoring import Side
from probe.remedies.shipped.shifted_crops import shifted_view, spec


def test_a_view_is_moved_and_its_border_repeated(remedy_views):
    (view,) = remedy_views("v", (0,), 1)
    moved = shifted_view(view, (1, 0))
    np.testing.assert_array_equal(moved.picture[2:], view.picture[:-2])
    np.testing.assert_array_equal(moved.picture[0], view.picture[0])
    left = shifted_view(view, (0, -1))
    np.testing.assert_array_equal(left.picture[:, :-1], view.picture[:, 1:])
    np.testing.assert_array_equal(left.mask[:, :-1], view.mask[:, 1:])


def test_five_vectors_are_summed_of_mirror_images_too(remedy_views):
    views = remedy_views("q", (0,), 1)
    asked = []

    def embed_again(name, change):
        asked.append(name)
        assert change(views[0]).picture.shape == views[0].picture.shape
        return np.array([[0.0, 1.0]])

    side = Side(np.array([[1.0, 0.0]]), np.arange(1), np.array(["a"]))
    changed = spec.change_side(side, views, embed_again)
    assert changed.vectors[0] == pytest.approx(np.array([1, 4]) / np.sqrt(17))
    assert changed.other is None
    assert len(set(asked)) == 4
    both = spec.change_side(replace(side, other=np.array([[0.0, 1.0]])), views, embed_again)
    assert both.other[0] == pytest.approx([0, 1])
    assert len(set(asked)) == 8


def test_it_is_meant_where_parts_were_moved_or_hidden(remedy_case):
    case = remedy_case()
    assert spec.is_meant_for(replace(case, transforms=frozenset({"lens"})))
    assert not spec.is_meant_for(replace(case, transforms=frozenset({"fog"})))
