"""What every step of augmentation is, and what it works on."""

import numpy as np
import pytest
from PIL import Image
from pydantic import ValidationError

from probe.backbones._training.augmentations.step import Sample, SizingStep, Step


class Turned(Step):
    def picture(self, given, drawn):
        return given.transpose(Image.Transpose.ROTATE_180)


@pytest.fixture
def sample():
    picture = Image.new("RGB", (2, 4))
    picture.putpixel((0, 0), (9, 8, 7))
    return Sample(picture, mask=Image.new("L", (2, 4)), joints=np.zeros((3, 3), np.float32))


def test_a_step_says_what_the_picture_becomes_and_leaves_the_rest(sample):
    after = Turned(step="turned").apply(sample, np.random.default_rng(0))
    assert after.picture.getpixel((1, 3)) == (9, 8, 7)
    assert sample.picture.getpixel((1, 3)) == (0, 0, 0), "the picture before is as it was"
    assert after.mask is sample.mask
    assert after.joints is sample.joints
    assert after.numbers is None


def test_every_step_has_to_say_it(sample):
    with pytest.raises(NotImplementedError):
        Step(step="none").apply(sample, np.random.default_rng(0))


def test_steps_come_before_normalisation_unless_they_say_otherwise():
    assert not Step.after_normalise


@pytest.mark.parametrize(
    "changes", [{"size": (0, 4)}, {"size": (4,)}, {"fit": "crop"}, {"interpolation": "nearest"}]
)
def test_sizes_fits_and_interpolations_are_checked(changes):
    values = {"step": "any", "size": (8, 4), "interpolation": "bilinear"}
    assert SizingStep(**values).fit == "stretch"
    with pytest.raises(ValidationError):
        SizingStep(**{**values, **changes})
