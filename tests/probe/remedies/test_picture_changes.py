"""Pictures mirrored and lowered."""

import numpy as np

from probe.remedies import View
from probe.remedies.picture_changes import (
    lowered,
    lowered_view,
    mirror_by_orientation,
    mirrored_view,
)


def test_who_is_mirrored():
    assert [mirror_by_orientation(x) for x in (0, 90, 180, 225, 270, 315, 360, -45)] == [
        False, False, False, True, True, True, False, True,
    ]  # fmt: skip


def test_lowering_never_enlarges():
    picture = np.zeros((40, 20, 3), np.uint8)
    assert lowered(picture, 10).shape == (10, 5, 3)
    assert lowered(picture, 90) is picture


def test_a_mask_follows_its_picture():
    mask = np.zeros((40, 20), bool)
    mask[:, :5] = True
    view = View("a", 0, mask[..., None].repeat(3, 2).astype(np.uint8) * 255, mask)
    for changed in (mirrored_view(view), lowered_view(view, 20)):
        assert ((changed.picture[..., 0] > 127) == changed.mask).all()
