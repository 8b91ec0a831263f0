"""A picture file at the size of a network."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.fitted_file import fitted_file
from probe.errors import PictureError


def test_the_whole_picture_is_stretched_to_the_size(tmp_path):
    """Its upper half is red and stays the upper half; nothing is filled in at the sides."""
    picture = np.zeros((40, 90, 3), np.uint8)
    picture[:20, :, 0], picture[20:, :, 2] = 255, 255
    Image.fromarray(picture).save(tmp_path / "wide.png")
    fitted = fitted_file(tmp_path / "wide.png", (32, 16))
    assert fitted.shape == (32, 16, 3)
    assert fitted.dtype == np.uint8
    assert (fitted[:14] == [255, 0, 0]).all()
    assert (fitted[18:] == [0, 0, 255]).all()


def test_a_file_that_is_no_picture_is_refused_by_name(tmp_path):
    (tmp_path / "none.png").write_bytes(b"none")
    with pytest.raises(PictureError, match=r"none\.png"):
        fitted_file(tmp_path / "none.png", (32, 16))
