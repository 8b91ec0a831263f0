"""A frame of a video at a bit rate."""

import numpy as np
import pytest

from probe.errors import ProbeError
from probe.transforms import chain_of
from probe.transforms.shipped import video


@pytest.mark.parametrize("codec", ["h264", "h265"])
def test_fewer_bits_are_further_from_the_picture(picture, changed, codec):
    off = [
        np.abs(changed("video", bit_rate=rate, codec=codec).astype(int) - picture).mean()
        for rate in (200_000, 1_000, 100)
    ]
    assert off == sorted(off)
    assert off[0] < 0.3 * off[2]


def test_the_same_bits_in_a_larger_frame_are_fewer_for_a_person(picture, changed):
    off = [
        np.abs(changed("video", bit_rate=1000, **size).astype(int) - picture).mean()
        for size in ({"frame_width": 640, "frame_height": 360}, {})
    ]
    assert off[0] < off[1]


def test_sides_that_are_odd_or_small_stay(changed, picture):
    small = picture[:33, :21]
    seen = chain_of({"video": {"bit_rate": 100_000}}).change(small, "one")
    assert seen.shape == small.shape
    assert np.abs(seen.astype(int) - small).mean() < 12


def test_planes_hold_the_colours(picture):
    even = picture[:96, :40]
    back = video._colours(video._planes(even))
    assert np.abs(back.astype(int) - even).mean() < 4


def test_without_pyav_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr(video, "find_spec", lambda name: None)
    with pytest.raises(ProbeError, match=r"needs PyAV: pip install 'probe-reid\[codec\]'"):
        chain_of({"video": {"bit_rate": 500}})
