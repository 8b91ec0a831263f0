"""Light: harmonics, places and the sun."""

import numpy as np
import pytest

from probe.scenes.lighting import bases, harmonics, light, sphere
from probe.scenes.randomness import stream


def test_harmonics_are_orthonormal():
    directions, _ = sphere(4000)
    values = harmonics(directions)
    assert np.allclose(values.T @ values * (4 * np.pi / 4000), np.eye(9), atol=5e-3)


def test_light_turns_with_the_body():
    place = light("A", 5)
    assert np.allclose(place.coefficients(0.0)[0], place.coefficients(1.0)[0], rtol=1e-3)


@pytest.mark.parametrize("domain", ["A", "B"])
@pytest.mark.parametrize("number", [0, 3])
def test_lamps_are_directions_of_bounded_light(domain, number):
    place = light(domain, number)
    np.testing.assert_allclose(np.linalg.norm(place.directions, axis=1), 1)
    assert (place.directions[:, 2] > 0).all()
    assert (place.colours >= 0).all()
    assert (place.floor() > 0).all()
    again = light(domain, number)
    np.testing.assert_array_equal(place.colours, again.colours)


def test_near_spots_have_like_light_and_far_ones_do_not():
    place = light("A", 0)
    here, near, far = (
        place.elsewhere(along, stream("spot")).floor().mean() for along in (0.0, 0.1, np.pi)
    )
    assert abs(here - near) < abs(here - far)


def test_bases_are_right_angled():
    directions, made = sphere(50)
    for direction, basis in zip(directions, made, strict=True):
        np.testing.assert_allclose(basis @ basis.T, np.eye(3), atol=1e-6)
        np.testing.assert_allclose(basis[2], direction, atol=1e-6)
    np.testing.assert_array_equal(made, bases(directions))
