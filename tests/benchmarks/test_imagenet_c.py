"""ImageNet-C's severities in the units of the transforms: each is what the transform does."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks import imagenet_c
from probe.transforms import chain_of

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[2]

GREY = np.full((200, 100, 3), 128, np.uint8)


def test_the_page_and_the_stored_output_hold_the_table():
    table = imagenet_c.table()
    assert (ROOT / "benchmarks" / "imagenet_c.txt").read_text("utf-8").strip() == table
    assert table in (ROOT / "docs" / "outdoors.md").read_text("utf-8")


@pytest.mark.parametrize("severity", [0, 2])
def test_low_light_gives_a_grey_the_noise_of_that_severity(severity):
    lux = imagenet_c.rows()["gaussian_noise", "low_light", "lx"][severity]
    noisy = chain_of({"low_light": {"lux": lux}}).change(GREY, "one") / 255
    assert noisy.std() == pytest.approx(imagenet_c.GAUSSIAN_NOISE[severity], rel=0.04)


def test_exposure_brings_a_grey_up_as_far():
    stops = imagenet_c.rows()["brightness", "exposure", "EV"][2]
    brighter = chain_of({"exposure": {"stops": stops}}).change(GREY, "one")
    assert brighter.mean() / 255 == pytest.approx(128 / 255 + 0.3, abs=0.01)


def test_a_one_sided_blur_is_as_wide_as_its_line():
    # Of a standard deviation that the radius does not reach, all places weigh the same.
    assert imagenet_c.line_of_motion(10, 1e6) == pytest.approx(21, rel=0.01)
