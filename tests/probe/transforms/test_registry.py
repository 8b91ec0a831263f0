"""Every transform that ships keeps the promises of all."""

import re

import numpy as np
import pytest

from probe.transforms import TRANSFORMS, Transform, chain_of

SETTINGS = {
    "colour_cast": {"green": 1.0},
    "colour_temperature": {"kelvin": 2700},
    "defocus": {"disc": 4},
    "exposure": {"stops": -2},
    "fog": {"visibility": 30},
    "framing": {"cut_feet": 20},
    "gamma": {"exponent": 2},
    "jpeg": {"quality": 10},
    "lens": {"distortion": -20},
    "low_light": {"lux": 1},
    "mirror": {},
    "motion_blur": {"exposure": 80},
    "occlusion": {"share": 40},
    "rain": {"coverage": 20},
    "resolution": {"person_height": 24},
    "snow": {"coverage": 20},
    "video": {"bit_rate": 300},
}
NEUTRAL = {
    "colour_cast": {},
    "colour_temperature": {"kelvin": 6500},
    "defocus": {"disc": 0},
    "exposure": {"stops": 0},
    "fog": {"visibility": 30, "distance": 0},
    "framing": {},
    "gamma": {"exponent": 1},
    "lens": {"distortion": 0},
    "motion_blur": {"exposure": 0},
    "occlusion": {"share": 0},
    "rain": {"coverage": 0},
    "snow": {"coverage": 0},
}


def test_every_transform_is_tried_here():
    assert set(SETTINGS) == set(TRANSFORMS.names())


@pytest.mark.parametrize("name", TRANSFORMS.names())
def test_it_changes_the_picture_the_same_way_every_time(name, picture, changed):
    before = picture.copy()
    once, again = (changed(name, **SETTINGS[name]) for _ in range(2))
    np.testing.assert_array_equal(picture, before)
    np.testing.assert_array_equal(once, again)
    assert once.shape != before.shape or (once != before).any()


@pytest.mark.parametrize("name", TRANSFORMS.names())
def test_a_mask_goes_with_the_picture(name, picture):
    chain = chain_of({name: SETTINGS[name]})
    mask = np.zeros(picture.shape[:2], bool)
    mask[30:70, 10:30] = True
    moved = chain.change_mask(mask, "a picture")
    assert moved.dtype == bool
    assert moved.shape == chain.new_size(96, 40) == chain.change(picture, "a picture").shape[:2]
    assert moved.any()


@pytest.mark.parametrize("name", sorted(NEUTRAL))
def test_at_its_neutral_value_it_is_left_out(name):
    assert not chain_of({name: NEUTRAL[name]})


@pytest.mark.parametrize("name", sorted(NEUTRAL))
def test_left_in_it_would_change_no_value_by_more_than_rounding(name, picture):
    transform = TRANSFORMS.get(name).model(**NEUTRAL[name])
    same = transform.change(picture, np.random.default_rng(0))
    np.testing.assert_array_equal(same, picture)


@pytest.mark.parametrize("name", TRANSFORMS.names())
def test_every_parameter_is_described_and_limited(name):
    model = TRANSFORMS.get(name).model
    told = re.findall(r"^        (\w+): ", model.__doc__, re.MULTILINE)
    assert told == list(model.model_fields)
    numbers = (f for f in model.model_fields.values() if f.annotation in (int, float))
    assert all({"Ge", "Le"} <= {type(one).__name__ for one in f.metadata} for f in numbers)


@pytest.mark.parametrize("name", TRANSFORMS.names())
def test_its_main_parameter_is_one_of_its_own(name):
    spec = TRANSFORMS.get(name)
    assert issubclass(spec.model, Transform)
    assert spec.main in {"", *spec.model.model_fields}


@pytest.mark.parametrize("name", TRANSFORMS.names())
@pytest.mark.parametrize("size", [(1, 1), (2, 9), (40, 3)])
def test_pictures_of_any_size_go_through(name, size):
    picture = np.full((*size, 3), 90, np.uint8)
    chain = chain_of({name: SETTINGS[name]})
    assert chain.change(picture, "small").shape == (*chain.new_size(*size), 3)
