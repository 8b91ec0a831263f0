"""Fewer pixels."""

import numpy as np
import pytest

from probe.transforms.light import light_of


def test_a_picture_that_is_no_higher_stays(picture, changed):
    for height in (96, 300):
        np.testing.assert_array_equal(changed("resolution", person_height=height), picture)


def test_light_is_kept_and_detail_goes(changed):
    rng = np.random.default_rng(1)
    from probe.transforms import chain_of

    fine = rng.integers(0, 255, (128, 64, 3)).astype(np.uint8)
    details = []
    for height in (64, 32, 16):
        coarse = chain_of({"resolution": {"person_height": height}}).change(fine, "k")
        assert light_of(coarse).mean() == pytest.approx(light_of(fine).mean(), rel=0.05)
        details.append(np.abs(np.diff(coarse.astype(int), axis=0)).mean())
    assert details == sorted(details, reverse=True)


def test_a_pattern_finer_than_the_pixels_becomes_even_light():
    from probe.transforms import chain_of

    stripes = np.zeros((64, 64, 3), np.uint8)
    stripes[::2] = 255
    seen = chain_of({"resolution": {"person_height": 8}}).change(stripes, "k")
    assert np.ptp(seen[16:48].astype(int)) <= 3
    assert abs(int(seen[32, 32, 0]) - 188) <= 2  # half of the light, not half of the value
