"""The person of a crop: looked for in a square, the instance most like the crop's person."""

import numpy as np
import pytest

from probe.backbones._maskers.yolact.crop_masker import FILL, YolactMasker
from probe.contracts import Detections, Detector, nobody
from probe.errors import CheckpointError, MaskError
from probe.masking.opening import open_masker


class Sees(Detector):
    """Sees what it is told, and keeps the frame."""

    name = digest = "sees"

    def __init__(self, people):
        self.people = people

    def detect(self, frame):
        self.frame = frame
        return self.people


def squares(*rectangles):
    """Masks of a frame of 96x96, the surest first."""
    masks = np.zeros((len(rectangles), 96, 96), bool)
    for mask, (top, bottom, left, right) in zip(masks, rectangles, strict=True):
        mask[top:bottom, left:right] = True
    count = len(rectangles)
    return Detections(np.ones((count, 4)), np.linspace(0.9, 0.5, count), masks)


CROP = np.random.default_rng(2).integers(0, 256, (96, 40, 3), dtype=np.uint8)


def test_the_crop_stands_in_the_middle_of_a_square():
    people = Sees(squares((4, 92, 36, 60)))
    mask = YolactMasker(people).mask(CROP)
    assert people.frame.shape == (96, 96, 3)
    np.testing.assert_array_equal(people.frame[:, 28:68], CROP)
    assert (people.frame[:, :28] == FILL).all()
    assert mask.shape == (96, 40)
    np.testing.assert_array_equal(mask[4:92, 8:32], True)
    assert mask.sum() == 88 * 24


def test_a_network_that_sees_no_square_is_given_its_own_shape():
    wide = np.zeros((1, 96, 171), bool)
    wide[0, 4:92, 74:96] = True
    people = Sees(Detections(np.ones((1, 4)), np.ones(1), wide))
    mask = YolactMasker(people, (180, 320)).mask(CROP)
    assert people.frame.shape == (96, 171, 3)
    np.testing.assert_array_equal(people.frame[:, 65:105], CROP)
    np.testing.assert_array_equal(mask, wide[0, :, 65:105])
    # A crop wider than that is whole, too.
    people.people = nobody()
    with pytest.raises(MaskError):
        YolactMasker(people, (180, 320)).mask(CROP[:10])
    assert people.frame.shape[1] == 40
    assert people.frame.shape[0] in (22, 23)


def test_somebody_at_the_side_is_not_the_person():
    people = Sees(squares((4, 92, 28, 33), (4, 92, 36, 60)))
    assert YolactMasker(people).mask(CROP)[50, 20]


def test_nobody():
    with pytest.raises(MaskError, match="YOLACT found nobody"):
        YolactMasker(Sees(nobody())).mask(CROP)
    with pytest.raises(MaskError, match="none of YOLACT's masks"):
        YolactMasker(Sees(squares((4, 92, 28, 30)))).mask(CROP)


def test_it_needs_a_checkpoint_that_is_one(tmp_path):
    with pytest.raises(MaskError, match="yolact needs a checkpoint") as caught:
        open_masker("yolact")
    assert "dbolya/yolact" in caught.value.hint
    path = tmp_path / "w.pth"
    path.write_bytes(b"no weights")
    with pytest.raises(CheckpointError):
        open_masker(f"yolact={path}")
