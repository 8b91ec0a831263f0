"""Holes are filled from around them, and nothing else changes."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.masking import filled_hole
from probe.masking.inpainting import HALO, grown


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 40), st.integers(2, 40), st.integers(0, 99))
def test_a_hole_is_filled_from_around_it(height, width, seed):
    rng = np.random.default_rng(seed)
    hole = rng.random((height, width)) < 0.6
    picture = rng.integers(0, 256, (height, width, 3), dtype=np.uint8)
    filled = filled_hole(picture, hole)
    np.testing.assert_array_equal(filled[~hole], picture[~hole])
    if not hole.all():
        low, high = picture[~hole].min(0), picture[~hole].max(0)
        assert ((filled >= low) & (filled <= high)).all()


def test_an_even_background_stays_even():
    picture = np.full((64, 32, 3), 77, np.uint8)
    hole = np.zeros((64, 32), bool)
    hole[4:60, 6:26] = True
    picture[hole] = 255
    np.testing.assert_array_equal(filled_hole(picture, hole), 77)


def test_a_picture_that_is_all_hole_becomes_its_mean():
    picture = np.random.default_rng(0).integers(0, 256, (40, 20, 3), dtype=np.uint8)
    filled = filled_hole(picture, np.ones(picture.shape[:2], bool))
    assert np.abs(filled[0, 0] - picture.mean((0, 1))).max() <= 0.5
    assert (filled == filled[0, 0]).all()


def test_a_mask_grows_by_its_halo():
    mask = np.zeros((11, 11), bool)
    mask[5, 5] = True
    assert grown(mask)[5].sum() == 1 + 2 * HALO
    assert grown(mask, 1).sum() == 5
