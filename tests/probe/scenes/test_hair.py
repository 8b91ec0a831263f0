"""Hair by style: none for bald heads, long hair hangs, helmets flatten it."""

from dataclasses import replace

import pytest

from probe.scenes.hair import hair


def made(person, bones, style, under_helmet=False):
    return hair(replace(person, hair=style), bones, under_helmet)


@pytest.mark.parametrize("style", ["bald", "crop"])
def test_bald_heads_have_none(person, bones, style):
    assert made(person, bones, style) == []


def test_long_hair_hangs_and_short_hair_does_not(person, bones):
    (short,), (long,) = made(person, bones, "short"), made(person, bones, "long")
    chin = bones.head_centre[2] - 0.12 * bones.head_scale
    assert short.vertices[:, 2].min() > chin
    assert long.vertices[:, 2].min() < chin


def test_a_helmet_presses_it_flat(person, bones):
    (free,), (pressed,) = (made(person, bones, "parted", flat) for flat in (False, True))
    assert pressed.vertices[:, 2].max() < free.vertices[:, 2].max() - 0.005
