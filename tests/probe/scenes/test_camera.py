"""The camera keeps its slant distance and looks at the body's centre; crops hold the person."""

import numpy as np
import pytest

from probe.scenes.camera import FRAME, VERTICAL_VIEW, camera, crop_around
from probe.scenes.recipe import BODY_CENTRE


@pytest.mark.parametrize(("distance", "height"), [(4.0, 1.12), (4.0, 2.32), (14.0, 1.72)])
def test_the_centre_is_in_the_middle_at_the_slant_distance(distance, height):
    seen = camera(distance, height)
    centre = np.array([[0, 0, BODY_CENTRE]])
    pixels, depth = seen.project(centre)
    np.testing.assert_allclose(pixels[0], np.array(FRAME) / 2)
    assert depth[0] == pytest.approx(distance)
    assert np.linalg.norm(seen.place - centre) == pytest.approx(distance)
    np.testing.assert_allclose(seen.axes @ seen.axes.T, np.eye(3), atol=1e-12)


def test_the_view_is_as_high_as_stated():
    seen = camera(4.0, BODY_CENTRE)
    edge = 4.0 * np.tan(np.radians(VERTICAL_VIEW / 2))
    pixels, _ = seen.project(np.array([[0, 0, BODY_CENTRE + edge]]))
    assert pixels[0, 1] == pytest.approx(0)


def test_a_crop_holds_the_points_with_its_margin():
    pixels = np.array([[100.0, 50.0], [140.0, 250.0]])
    crop = crop_around(pixels, aspect=0.4, margin=0.05, jitter=None)
    assert (crop.left, crop.top) == (pytest.approx(76, abs=1), pytest.approx(40, abs=1))
    assert crop.width / crop.height >= 0.4
    assert crop.left <= 100
    assert crop.left + crop.width >= 140
    moved = crop_around(pixels, 0.3, 0.05, np.random.default_rng(0))
    assert moved != crop
