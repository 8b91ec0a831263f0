"""Of three masks the one most like a person is taken; masks beside the middle are refused."""

import numpy as np
import pytest

from probe.backbones._maskers.sam.choice import best_mask, person_likeness
from probe.backbones._maskers.sam.prompts import prompts_of
from probe.errors import MaskError
from probe.wording import Message, reason_of


def test_likeness_is_highest_for_the_person(crop, person, shirt, everything):
    prompts = prompts_of(crop())
    likeness = [person_likeness(mask, prompts) for mask in (shirt, person, everything)]
    assert likeness[1] == pytest.approx(1)
    assert max(likeness[0], likeness[2]) < 0.6
    assert person_likeness(np.zeros_like(person), prompts) == 0


def test_quality_decides_between_masks_that_are_both_a_persons(crop, person):
    wider = person.copy()
    wider[20:110, 12:36] = True
    masks, prompts = np.stack([person, wider]), prompts_of(crop())
    np.testing.assert_array_equal(best_mask(masks, np.array([0.7, 0.8]), prompts), wider)
    np.testing.assert_array_equal(best_mask(masks, np.array([0.8, 0.7]), prompts), person)
    np.testing.assert_array_equal(best_mask(masks, np.array([-0.2, 0.1]), prompts), wider)


def test_a_mask_that_misses_points_is_less_of_a_person(crop, person):
    prompts = prompts_of(crop())
    row = int(prompts.points[0, 1])
    holed = person.copy()
    holed[row - 1 : row + 2, 20:28] = False
    assert person_likeness(holed, prompts) == pytest.approx(2 / 3)


def test_masks_beside_the_middle_are_refused(crop):
    aside = np.zeros((3, *crop().shape[:2]), bool)
    aside[:, :, :5] = True
    with pytest.raises(MaskError, match="none of SAM's masks holds the middle") as caught:
        best_mask(aside, np.ones(3), prompts_of(crop()))
    assert reason_of(caught.value) == Message("reason-mask-off-middle", {"masker": "SAM"})
