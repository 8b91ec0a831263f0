"""What stands in the place of the background."""

import numpy as np

from probe.masking import fill_background


def test_the_background_is_filled_and_the_person_kept():
    upper = np.arange(40)[:, None].repeat(20, 1) < 20
    filled = fill_background(np.full((40, 20, 3), 200, np.uint8), upper)
    assert (filled[:20] == 200).all()
    assert (filled[20:] == 128).all()
