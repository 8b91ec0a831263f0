"""Value noise: bounded, smooth, repeatable, and its values at the lattice."""

import numpy as np

from probe.scenes.noise import lattice, noise_at, ridges_at


def test_noise_is_the_lattice_value_at_whole_places():
    points = np.array([[1, 2, 3], [0, 0, 0], [-4, 7, 2]], float)
    expected = [lattice(*map(int, point), 5) for point in points]
    np.testing.assert_allclose(noise_at(points, 5), expected, atol=1e-6)


def test_noise_is_bounded_smooth_and_its_seeds_differ():
    points = np.random.default_rng(0).uniform(-50, 50, (2000, 3))
    values = noise_at(points, 1)
    assert np.abs(values).max() <= 1
    assert abs(values.mean()) < 0.05
    near = noise_at(points + 1e-3, 1)
    assert np.abs(near - values).max() < 0.02
    assert abs(np.corrcoef(values, noise_at(points, 2))[0, 1]) < 0.1
    np.testing.assert_array_equal(values, noise_at(points, 1))


def test_ridges_have_their_crests_where_noise_is_zero():
    points = np.random.default_rng(1).uniform(-9, 9, (3000, 3))
    ridges, values = ridges_at(points, 3), noise_at(points, 3)
    assert ridges.max() <= 1
    order = np.argsort(np.abs(values))
    assert (np.diff(ridges[order]) <= 1e-6).all()
