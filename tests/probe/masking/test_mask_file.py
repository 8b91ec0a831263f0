"""A mask as a picture file."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import MaskError
from probe.masking import read_mask
from probe.wording import reason_of


def test_transparency_is_a_mask(tmp_path):
    cut = np.full((6, 4, 4), 255, np.uint8)
    cut[:3, :, 3] = 0
    Image.fromarray(cut).save(tmp_path / "cut.png")
    mask = read_mask(tmp_path / "cut.png")
    assert not mask[:3].any()
    assert mask[3:].all()


def test_white_from_128_is_the_person(tmp_path):
    Image.fromarray(np.array([[127, 128], [0, 255]], np.uint8)).save(tmp_path / "m.png")
    assert read_mask(tmp_path / "m.png").tolist() == [[False, True], [False, True]]


def test_what_is_no_picture_is_named(tmp_path):
    (tmp_path / "m.png").write_bytes(b"text")
    with pytest.raises(MaskError, match=r"m\.png: not a readable mask") as caught:
        read_mask(tmp_path / "m.png")
    assert reason_of(caught.value).id == "reason-mask-not-readable"
