"""The z-buffer against a test of every sample, and samples averaged into pixels."""

import numpy as np

from probe.scenes import raster


def test_the_nearest_front_face_wins_and_its_weights_are_barycentric():
    pixels = np.array(
        [[0, 0, 3], [0, 8, 3], [8, 0, 3], [1, 1, 2], [1, 5, 2], [5, 1, 2]], np.float32
    )
    triangles = np.array([[0, 1, 2], [3, 4, 5], [3, 5, 4]], np.int32)  # the last faces away
    buffer = np.full((9, 9), raster.EMPTY, np.float32)
    winner, inside = np.full((9, 9), -1, np.int32), np.zeros((9, 9, 2), np.float32)
    raster.nearest(pixels, triangles, (0.0, 0.0, 1.0), buffer, winner, inside)
    for y in range(9):
        for x in range(9):
            px, py = x + 0.5, y + 0.5
            near = px >= 1 and py >= 1 and px + py <= 6
            far = px + py <= 8
            assert winner[y, x] == (1 if near else 0 if far else -1)
            if winner[y, x] >= 0:
                a, b, c = pixels[triangles[winner[y, x]], :2]
                u, v = inside[y, x]
                np.testing.assert_allclose(a + u * (b - a) + v * (c - a), [px, py], atol=1e-5)


def test_projection_is_a_pinhole():
    lens = np.array([[0, 0, -2], [3, 0, 0], [0, 3, 0], [0, 0, 1]], np.float32)
    points, out = np.array([[1, 2, 4]], np.float32), np.empty((1, 3), np.float32)
    raster.projected(points, lens, out)
    np.testing.assert_allclose(out, [[3 * 1 / 6, 3 * 2 / 6, 6]])


def test_pixels_are_means_and_majorities_of_their_samples():
    samples = np.zeros((2, 4, 3), np.float32)
    samples[:, :2] = 0.5
    parts = np.array([[1, 2, 0, 0], [1, 1, 0, 2]], np.uint8)
    colour, seen = np.empty((1, 2, 3), np.float32), np.empty((1, 2), np.uint8)
    cover = np.empty((1, 2, 2), np.float32)
    carried = np.array([False, False, True])
    raster.averaged(samples, parts, 2, carried, colour, seen, cover)
    np.testing.assert_allclose(colour[0, :, 0], [0.5, 0])
    assert seen.tolist() == [[1, 0]]
    np.testing.assert_allclose(cover[0], [[0.75, 1.0], [0.0, 0.25]])


def test_vertices_of_what_is_seen_are_marked():
    triangles = np.array([[0, 1, 2], [2, 3, 4], [5, 6, 7]], np.int32)
    winner = np.array([[-1, 2, 2], [2, 0, -1]], np.int32)
    shown = np.zeros(9, np.bool_)
    raster.corners(winner, triangles, shown)
    assert np.flatnonzero(shown).tolist() == [0, 1, 2, 5, 6, 7]
