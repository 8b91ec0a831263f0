"""Mean maps of a condition, and the boxes of people."""

import numpy as np
import pytest

from probe.errors import ComparisonError, MaskError
from probe.evidence.conditions import _HEIGHTS, keypoint_box, mask_box, mean_map
from probe.evidence.grids import (
    Box,
    box_in_frame,
)
from probe.pictures.fitting import Fitting


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
