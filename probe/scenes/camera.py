"""The camera: slant distance kept, tilted so that the body's centre is in the middle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.recipe import BODY_CENTRE

Array = NDArray[np.float64]
FRAME = (1280, 720)
"""Width and height of the frame in pixels: HD video, what a surveillance camera gives (ours)."""

VERTICAL_VIEW = 58.0
"""Vertical field of view in degrees (ours): a person of 1.75 m is 284 pixels high at 4 m and 81 at
14 m."""

BOX_SCALES, BOX_SHIFT = ([0.88, 0.92], [1.25, 1.16]), (0.05, 0.025)
"""How a detector's box differs from the exact one: least and greatest scale of width and height,
and standard deviation of its middle in parts of the person's size (ours)."""


@dataclass(frozen=True, eq=False)
class Camera:
    """A pinhole camera.

    Attributes:
        place: position (3,) in metres.
        axes: rows right, down, forward (3, 3) in world coordinates.
        focal: focal length in pixels.
        middle: principal point (2,) in pixels.
    """

    place: Array
    axes: Array
    focal: float
    middle: Array

    def project(self, points: NDArray[np.floating]) -> tuple[Array, Array]:
        """Pixels (n, 2) and depth (n,) in metres of points (n, 3)."""
        seen = (np.asarray(points) - self.place) @ self.axes.T
        return seen[:, :2] / seen[:, 2:] * self.focal + self.middle, seen[:, 2]


@dataclass(frozen=True)
class Crop:
    """A rectangle of the frame in whole pixels; it may reach over the frame's edge."""

    left: int
    top: int
    width: int
    height: int


def camera(distance: float, height: float) -> Camera:
    """A camera at slant `distance` (m) from the body's centre and `height` (m) over the floor."""
    away = np.sqrt(distance**2 - (height - BODY_CENTRE) ** 2)
    place = np.array([0.0, away, height])
    forward = np.array([0.0, 0.0, BODY_CENTRE]) - place
    forward /= np.linalg.norm(forward)
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right /= np.linalg.norm(right)
    down = np.cross(forward, right)
    focal = 0.5 * FRAME[1] / np.tan(np.radians(VERTICAL_VIEW) / 2)
    return Camera(place, np.stack([right, down, forward]), float(focal), np.array(FRAME) / 2)


def crop_around(
    pixels: Array, aspect: float, margin: float, jitter: np.random.Generator | None
) -> Crop:
    """The crop of width / height at least `aspect` around projected points (n, 2).

    Args:
        pixels: the person's points in the frame.
        aspect: least width over height.
        margin: room left on each side, as a part of the person's size.
        jitter: moves and scales the crop a little, as a person detector does.
    """
    low, high = pixels.min(0), pixels.max(0)
    size = (high - low) * (1 + 2 * margin)
    middle = (low + high) / 2
    if jitter is not None:
        size = size * jitter.uniform(*BOX_SCALES)
        middle = middle + (high - low) * jitter.normal(0, BOX_SHIFT)
    width = max(size[0], size[1] * aspect, 4.0)
    corner = np.floor(middle - [width / 2, size[1] / 2]).astype(int)
    return Crop(int(corner[0]), int(corner[1]), int(np.ceil(width)), int(np.ceil(size[1])))
