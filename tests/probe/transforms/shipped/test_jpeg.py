"""Saved as JPEG."""

import io

import numpy as np
from PIL import Image


def test_it_is_the_picture_that_a_file_of_this_quality_holds(picture, changed):
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=20, subsampling=2)
    np.testing.assert_array_equal(changed("jpeg", quality=20), np.asarray(Image.open(stream)))


def test_less_quality_is_further_from_the_picture(picture, changed):
    off = [np.abs(changed("jpeg", quality=q).astype(int) - picture).mean() for q in (90, 30, 5)]
    assert off == sorted(off)
