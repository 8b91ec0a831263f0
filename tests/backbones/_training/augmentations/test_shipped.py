"""The steps of augmentation that ship, by the names that recipes use."""

from typing import get_args

from probe.backbones._training.augmentations.shipped import STEPS
from probe.backbones._training.augmentations.step import SizingStep, Step


def test_every_step_goes_by_its_own_name():
    for name, step in STEPS.items():
        assert issubclass(step, Step)
        assert get_args(step.model_fields["step"].annotation) == (name,)


def test_no_step_stands_under_two_names():
    assert len(set(STEPS.values())) == len(STEPS)


def test_a_recipe_can_set_the_size_and_work_on_numbers():
    sizing = {name for name, step in STEPS.items() if issubclass(step, SizingStep)}
    assert sizing == {"resize", "resized_crop", "stretched_crop", "enlarged_crop"}
    assert {name for name, step in STEPS.items() if step.after_normalise} == {"erase"}
