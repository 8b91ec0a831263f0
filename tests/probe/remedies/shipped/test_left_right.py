"""People mirrored to face one side."""

from dataclasses import replace

import numpy as np

from probe.remedies.scoring import Side
from probe.remedies.shipped.left_right import spec


def test_it_is_not_for_people_who_all_face_one_way(remedy_case):
    case = remedy_case()
    assert spec.is_meant_for(case)
    assert not spec.is_meant_for(replace(case, turns=False))


def test_only_views_that_say_so_are_mirrored(remedy_case, remedy_views):
    prepare = spec.preparation(remedy_case())
    for side in (False, None):
        (view,) = remedy_views("q", (0,), 1, turned=side)
        assert prepare(view) is view
    (view,) = remedy_views("q", (0,), 1, turned=True)
    np.testing.assert_array_equal(prepare(view).picture, view.picture[:, ::-1])
    np.testing.assert_array_equal(prepare(view).mask, view.mask[:, ::-1])


def test_where_the_side_is_not_known_the_mirror_image_stands_beside(remedy_views):
    known, unknown = remedy_views("q", (0,), 1, turned=True), remedy_views("q", (1,), 1)
    side = Side(np.eye(2), np.arange(2), np.array(["a", "b"]))
    flipped = np.array([[0.6, 0.8], [0.8, 0.6]])
    changed = spec.change_side(side, known + unknown, lambda name, change: flipped)
    np.testing.assert_array_equal(changed.other, [[1, 0], [0.8, 0.6]])
    assert spec.change_side(side, known + known, None) is side
    free = replace(side, mirror_free=True)
    assert spec.change_side(free, known + unknown, None) is free
