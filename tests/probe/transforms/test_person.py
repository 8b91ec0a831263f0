"""Lengths at the person in pixels."""

from probe.transforms.person import PERSON_CM, pixels


def test_a_person_is_as_high_as_the_picture():
    assert pixels(PERSON_CM, 128) == 128
    assert pixels(PERSON_CM / 2, 128) == 64
    assert pixels(0, 128) == 0
