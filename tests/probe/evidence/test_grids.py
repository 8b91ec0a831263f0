"""Areas are kept on the way from crops to frames to grids."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.evidence.grids import (
    Box,
    cell_cover,
    cut_to_box,
    fitted_cover,
    overlap,
    placed,
)
from probe.evidence.shares import BORDER, regions_of
from probe.pictures.fitting import Fitting, fit_picture

SIZES = st.integers(3, 60)


@settings(max_examples=40, deadline=None)
@given(SIZES, SIZES, SIZES, SIZES, st.sampled_from(["letterbox", "stretch"]))
def test_the_regions_of_a_pixel_sum_to_one(h, w, height, width, policy):
    mask = np.random.default_rng(h * w).random((h, w)) < 0.4
    regions = regions_of({"person": mask}, Fitting((height, width), policy))
    np.testing.assert_allclose(regions.cover.sum(0), 1, atol=1e-9)
    inner = placed((h, w), Fitting((height, width), policy))
    area = (inner.bottom - inner.top) * (inner.right - inner.left)
    assert regions.cover[0].sum() == pytest.approx(mask.mean() * area)
    border = regions.cover[regions.names.index(BORDER)].sum()
    assert border == pytest.approx(height * width - area, abs=1e-6)


@settings(max_examples=30, deadline=None)
@given(SIZES, SIZES)
def test_overlap_covers_each_cell_wholly(parts, cells):
    np.testing.assert_allclose(overlap((0, 7.0), parts, (0, 7.0), cells).sum(1), 1)


@pytest.mark.parametrize("policy", ["letterbox", "stretch"])
def test_a_mask_lies_where_its_picture_lies(policy):
    picture = np.zeros((40, 30, 3), np.uint8)
    mask = np.zeros((40, 30), bool)
    mask[8:24, 10:20] = True
    picture[mask] = 255
    fitting = Fitting((80, 32), policy)
    shown = fit_picture(picture, fitting)[..., 0] / 255.0
    inside = fitted_cover(mask, fitting)
    expected = np.where(shown == 128 / 255, 0, shown)
    assert np.abs(inside - expected).mean() < 0.02


def test_cutting_to_a_box_keeps_the_evidence_inside():
    evidence = np.random.default_rng(2).normal(size=(8, 4))
    whole = cut_to_box(evidence, Box(0, 0, 256, 128), (256, 128), (24, 12))
    assert whole.sum() == pytest.approx(evidence.sum())
    upper = cut_to_box(evidence, Box(0, 0, 128, 128), (256, 128), (5, 7))
    assert upper.sum() == pytest.approx(evidence[:4].sum())
    around = cut_to_box(evidence, Box(-30, -20, 300, 150), (256, 128), (9, 9))
    assert around.sum() == pytest.approx(evidence.sum())


def test_cell_cover_is_the_mean():
    cover = np.random.default_rng(0).random((12, 8))
    expected = cover.reshape(3, 4, 2, 4).mean((1, 3))
    np.testing.assert_allclose(cell_cover(cover, (3, 2)), expected)
