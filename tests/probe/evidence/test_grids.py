"""Areas are kept on the way from crops to frames to grids."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from probe.errors import ComparisonError, MaskError
from probe.evidence.conditions import _HEIGHTS, keypoint_box, mask_box, mean_map
from probe.evidence.grids import (
    Box,
    box_in_frame,
    cell_cover,
    cut_to_box,
    fitted_cover,
    overlap,
    placed,
)
from probe.evidence.shares import BORDER, regions_of, shares
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


def test_shares_sum_to_the_similarity():
    rng = np.random.default_rng(0)
    maps, constant = rng.normal(size=(2, 6, 3)), rng.normal(size=2)
    cosine = maps.sum((1, 2)) + constant
    mask = np.zeros((24, 12), bool)
    mask[:12] = True
    carried = np.zeros_like(mask)
    carried[10:16, 4:8] = True
    regions = regions_of({"person": mask, "carried": carried}, Fitting((24, 12), "stretch"))
    found = shares(maps, constant, cosine, [regions, regions])
    np.testing.assert_allclose(found.parts.sum(1), cosine)
    assert found.names == ("person", "carried", "background", "border", "constant")
    assert found.parts[0, 0] == pytest.approx(maps[0, :3].sum())
    assert found.parts[:, 3] == pytest.approx(0)
    later = shares(maps + 0.1, constant, cosine + 1.8, [regions, regions])
    assert sum(later.change(found).values()) == pytest.approx(1.8)


def test_shares_need_regions_for_every_map():
    mask = np.ones((4, 4), bool)
    regions = regions_of({"person": mask}, Fitting((4, 4), "stretch"))
    with pytest.raises(MaskError, match="2 maps but 1"):
        shares(np.ones((2, 2, 2)), np.zeros(2), np.ones(2), [regions])
    with pytest.raises(MaskError, match="different sizes"):
        regions_of({"person": mask, "carried": mask[:2]}, Fitting((4, 4)))


def test_cutting_to_a_box_keeps_the_evidence_inside():
    evidence = np.random.default_rng(2).normal(size=(8, 4))
    whole = cut_to_box(evidence, Box(0, 0, 256, 128), (256, 128), (24, 12))
    assert whole.sum() == pytest.approx(evidence.sum())
    upper = cut_to_box(evidence, Box(0, 0, 128, 128), (256, 128), (5, 7))
    assert upper.sum() == pytest.approx(evidence[:4].sum())
    around = cut_to_box(evidence, Box(-30, -20, 300, 150), (256, 128), (9, 9))
    assert around.sum() == pytest.approx(evidence.sum())


def test_mean_maps_lie_over_each_other_by_the_person():
    """The same evidence on people who stand in different places adds up in one place."""
    maps = np.zeros((2, 16, 8))
    maps[0, 2:6, 1:3] = 0.05
    maps[1, 8:12, 5:7] = 0.05
    boxes = [Box(32, 16, 96, 48), Box(128, 80, 192, 112)]
    zeros, cosine = np.zeros(2), maps.sum((1, 2))
    found = mean_map(maps, zeros, cosine, boxes, (256, 128), grid=(12, 6))
    assert found.mean.sum() + found.outside == pytest.approx(cosine.mean())
    assert abs(found.outside) < 1e-9
    alone = mean_map(maps[:1], zeros[:1], cosine[:1], boxes[:1], (256, 128), grid=(12, 6))
    np.testing.assert_allclose(found.mean, alone.mean, atol=1e-12)
    assert found.minus(alone).mean == pytest.approx(0)
    plain = mean_map(maps, zeros, cosine, [None, None], (256, 128), grid=(16, 8))
    np.testing.assert_allclose(plain.mean, maps.mean(0))
    with pytest.raises(ComparisonError, match="nothing to average"):
        mean_map(maps[:0], zeros[:0], cosine[:0], [], (256, 128))
    with pytest.raises(ComparisonError, match="subtracted"):
        plain.minus(alone)


def test_the_box_of_a_mask_and_of_keypoints():
    mask = np.zeros((100, 40), bool)
    mask[10:90, 8:32] = True
    assert mask_box(mask) == Box(10, 8, 90, 32)
    fitted = box_in_frame(mask_box(mask), mask.shape, Fitting((200, 80), "stretch"))
    assert fitted == Box(20, 16, 180, 64)
    with pytest.raises(MaskError, match="empty"):
        mask_box(np.zeros((4, 4), bool))
    points = np.stack([np.full(18, 20.0), 10 + 80 * _HEIGHTS], axis=1)
    known = np.zeros(18, bool)
    known[[1, 8, 9, 10, 13]] = True
    box = keypoint_box(points, known)
    assert (box.top, box.bottom) == pytest.approx((10, 90))
    assert (box.left + box.right) / 2 == pytest.approx(20)
    known[:] = False
    assert keypoint_box(points, known) is None


def test_cell_cover_is_the_mean():
    cover = np.random.default_rng(0).random((12, 8))
    expected = cover.reshape(3, 4, 2, 4).mean((1, 3))
    np.testing.assert_allclose(cell_cover(cover, (3, 2)), expected)
