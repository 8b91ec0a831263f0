"""Pictures and masks at another size."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking.resizing import check_size, scaled, scaled_mask


def test_what_fits_is_the_same_object():
    picture, mask = np.zeros((6, 4, 3), np.uint8), np.zeros((6, 4), bool)
    assert scaled(picture, (6, 4)) is picture
    assert scaled_mask(mask, (6, 4, 3)) is mask


def test_half_covered_is_covered():
    mask = np.array([[True, True, False, False]])
    assert scaled_mask(mask, (1, 2)).tolist() == [[True, False]]
    assert scaled(np.full((8, 4, 3), 9, np.uint8), (4, 2)).shape == (4, 2, 3)


def test_a_mask_that_does_not_lie_over_its_picture_is_refused():
    check_size(np.ones((2, 3), bool), (2, 3, 3), "person")
    with pytest.raises(MaskError, match=r"the mask \(bag\) is 2 x 3 pixels, the picture 3 x 2"):
        check_size(np.ones((2, 3), bool), (3, 2, 3), "bag")
