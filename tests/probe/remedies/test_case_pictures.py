"""The pictures of a case: of whom, how large, and with which masks."""

import numpy as np
from PIL import Image

from probe.masking import MaskSet
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol
from probe.remedies.case_pictures import TALLEST, CasePictures


def case_of(photos, protocol_file, masks=None):
    images = photo_set(load_protocol(protocol_file), photos)
    return images, CasePictures(images, masks).case(images.protocol.conditions[1])


def test_everybody_has_one_number_in_all_roles(photos, protocol_file):
    images, case = case_of(photos, protocol_file)
    assert case.subjects == len(images.subjects) == 8
    assert {view.person for view in case.queries} == set(range(8))
    assert {view.image_id for view in case.strangers} == {v.image_id for v in case.standard}
    further = [view.person for view in case.gallery]
    assert sorted(further) == list(range(8))


def test_large_photographs_are_brought_down_first(photos, protocol_file):
    """Of 9,000 pixels of height deblurring one picture would take minutes."""
    for path in photos.glob("*.png"):
        with Image.open(path) as picture:
            picture.resize((TALLEST, 2 * TALLEST + 1)).save(path)
    _, case = case_of(photos, protocol_file)
    assert {view.picture.shape[0] for view in case.views} == {TALLEST}


def test_pictures_have_the_masks_that_there_are(photos, protocol_file):
    _, bare = case_of(photos, protocol_file)
    first = bare.queries[0]
    half = np.zeros(first.picture.shape[:2], bool)
    half[:, : half.shape[1] // 2] = True
    masks = MaskSet("half", "", {first.image_id: np.packbits(half)}, {first.image_id: half.shape})
    _, case = case_of(photos, protocol_file, masks)
    np.testing.assert_array_equal(case.queries[0].mask, half)
    assert {view.mask is None for view in (*bare.views, *case.queries[1:])} == {True}
