"""Masks that can be a person's, and how well they agree with the truth."""

import numpy as np
import pytest

from probe.errors import MaskError
from probe.masking import agreement_with, checked_mask
from probe.masking.quality import looks_inverted


def half(size=(40, 20)):
    mask = np.zeros(size, bool)
    mask[: size[0] // 2] = True
    return mask


BAD = {
    "empty": (np.zeros((40, 20), bool), "empty"),
    "tiny": (np.eye(40, 20, dtype=bool) & (np.arange(40) < 5)[:, None], "tiny"),
    "whole": (np.ones((40, 20), bool), "whole picture"),
    "other": (half((20, 20)), "20 x 20 pixels, the picture 40 x 20"),
}


@pytest.mark.parametrize("name", BAD)
def test_unusable_masks_are_refused(name):
    mask, told = BAD[name]
    with pytest.raises(MaskError, match=told):
        checked_mask(mask, np.full((40, 20, 3), 200, np.uint8))


def test_agreement():
    mask, truth = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    mask[:2], truth[1:3] = True, True
    agreement = agreement_with(mask, truth)
    assert agreement.iou == pytest.approx(4 / 12)
    assert (agreement.precision, agreement.recall) == (0.5, 0.5)
    with pytest.raises(MaskError, match="2 x 4"):
        agreement_with(mask[:2], truth)


def test_a_mask_of_the_background_looks_inverted():
    person = np.zeros((40, 20), bool)
    person[4:38, 5:15] = True
    assert not looks_inverted(person)
    assert looks_inverted(~person)
    assert not looks_inverted(np.ones((40, 20), bool))
