"""Cut anew around the mask."""

from dataclasses import replace

import numpy as np

from probe.remedies.shipped.recrop import recropped, spec


def test_what_is_left_is_the_mask_with_a_margin(remedy_views):
    (view,) = remedy_views("v", (0,), 1)
    mask = np.zeros((32, 16), bool)
    mask[4:24, 5:11] = True
    cut = recropped(replace(view, mask=mask))
    np.testing.assert_array_equal(cut.picture, view.picture[3:25, 4:12])
    assert cut.mask.shape == (22, 8)
    assert cut.mask.sum() == mask.sum()


def test_at_the_border_there_is_no_margin_and_an_empty_mask_cuts_nothing(remedy_views):
    (view,) = remedy_views("v", (0,), 1)
    whole = replace(view, mask=np.ones((32, 16), bool))
    assert recropped(whole).picture.shape == (32, 16, 3)
    empty = replace(view, mask=np.zeros((32, 16), bool))
    assert recropped(empty) is empty


def test_it_is_meant_for_framing_and_needs_masks(remedy_case):
    case = replace(remedy_case(), transforms=frozenset({"framing"}))
    assert spec.is_meant_for(case)
    assert not spec.is_meant_for(remedy_case())
    assert spec.why_not(case) is None
    bare = replace(case, queries=(replace(case.queries[0], mask=None),))
    assert spec.why_not(bare).id == "remedy-without-masks"
    assert spec.preparation(case) is recropped
