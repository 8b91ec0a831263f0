"""Radial distortion."""

import numpy as np
import pytest

from probe.transforms import chain_of


def marked(row):
    """A picture of 201 x 201 with a bright row."""
    picture = np.zeros((201, 201, 3), np.uint8)
    picture[row - 1 : row + 2] = 255
    return picture


@pytest.mark.parametrize(("distortion", "moves"), [(-20, 1), (20, -1)])
def test_a_barrel_draws_the_border_in_and_a_pincushion_out(distortion, moves):
    seen = chain_of({"lens": {"distortion": distortion}}).change(marked(30), "k")
    row = np.average(np.arange(201), weights=seen[:, 100, 0])
    assert (row - 30) * moves > 3
    assert seen[100, 100, 0] == 0


def test_a_pixel_shows_what_the_formula_says():
    seen = chain_of({"lens": {"distortion": -20}}).change(marked(30), "k")
    row = np.average(np.arange(201), weights=seen[:, 100, 0])
    r = (100 - row) / 100.5
    assert r * (1 + 0.2 * r**2) == pytest.approx((100 - 30) / 100.5, abs=0.01)


def test_a_mask_bends_with_the_picture():
    chain = chain_of({"lens": {"distortion": -20}})
    mask = np.zeros((201, 201), bool)
    mask[20:181, 60:141] = True
    shown = chain.change(
        np.where(mask[:, :, None], 255, 0).astype(np.uint8).repeat(3, 2)[..., :3], "k"
    )
    assert (chain.change_mask(mask, "k") == (shown[..., 0] > 127)).mean() > 0.99
