"""Folds lie on their sleeve, and patterns follow it."""

import numpy as np
import pytest

from probe.scenes.cloth import Sleeve, drape, inside, sleeve_folds, texture_of
from probe.scenes.solids import Loft

AXIS = Loft(np.zeros(3), np.array([0, 0, -0.3]), np.array([1.0, 0, 0]), np.array([(0, 1, 1, 0)]))
SLEEVE = Sleeve(AXIS, [(0.5, 0.2, 1.0)], 0.01, 0.1, 0.48, 0.3)


def ring(depth, radius=0.05):
    angles = np.linspace(0, 2 * np.pi, 40)
    return np.stack([radius * np.cos(angles), radius * np.sin(angles), np.full(40, -depth)], 1)


def test_points_of_the_limb_belong_to_its_sleeve_and_others_do_not():
    assert inside(SLEEVE, ring(0.15)).min() == pytest.approx(1)
    assert inside(SLEEVE, ring(0.15, radius=0.2)).max() == 0
    assert inside(SLEEVE, ring(0.6)).max() == 0


def test_folds_are_highest_where_they_gather():
    gathered, smooth = (np.abs(sleeve_folds(SLEEVE, ring(d), 4)).mean() for d in (0.15, 0.01))
    assert gathered > 1.5 * smooth
    assert np.abs(sleeve_folds(SLEEVE, ring(0.6), 4)).max() == 0


def test_drapes_scale_with_their_amount_and_repeat():
    points = np.random.default_rng(0).uniform(-0.2, 0.5, (100, 3))
    low, high = drape(points, -0.05, 0.004, 3), drape(points, -0.05, 0.008, 3)
    np.testing.assert_allclose(high, 2 * low)


def test_patterns_of_a_sleeve_lie_beside_the_body():
    made = texture_of(ring(0.15), np.zeros(3), 2.0, [SLEEVE])
    np.testing.assert_allclose(made[:, 2], 0.48 - 0.15 / 2, atol=1e-6)
    assert made[:, 0].min() > 0.25
    body = texture_of(ring(0.15), np.zeros(3), 2.0, [])
    np.testing.assert_allclose(body, ring(0.15) / 2, atol=1e-6)
