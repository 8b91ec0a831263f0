"""Light of a place: what comes from everywhere (spherical harmonics) and from lamps or the sun.

Radiance is in units in which a white surface under the standard light is about 1. Strengths, tints
and spreads are our choices (see the package's text for what they were measured against).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.randomness import stream

Array = NDArray[np.float64]
INDOOR_LAMPS = (
    (-2.1, 1.2, 0.30), (2.1, 1.2, 0.14), (-2.1, 5.0, 0.52), (2.1, 5.0, 0.20),
)  # fmt: skip
"""Ceiling lamps of the standard room: place across and along in m, strength. Ours: two
rows, the left one stronger, so that a person who turns is lit from another side."""


@dataclass(frozen=True, eq=False)
class Light:
    """A light layout.

    Attributes:
        above: radiance (3,) from above; `around` from the horizon; `below` from the floor.
        around: see `above`.
        below: see `above`.
        directions: unit vectors (k, 3) towards the lamps.
        colours: irradiance / pi (k, 3) of a surface that faces each lamp.
    """

    above: Array
    around: Array
    below: Array
    directions: Array
    colours: Array

    def radiance(self, directions: Array) -> Array:
        """Radiance (n, 3) from directions (n, 3), lamps left out."""
        z = directions[:, 2:3]
        upper = self.around + (self.above - self.around) * np.maximum(z, 0) ** 0.7
        lower = self.around + (self.below - self.around) * np.minimum(-4 * z, 1)
        return np.asarray(np.where(z > 0, upper, lower))

    def coefficients(self, turned: float) -> NDArray[np.float32]:
        """Spherical harmonics (9, 3) seen by a body turned by `turned` radians about z."""
        directions, _ = sphere(256)
        c, s = np.cos(turned), np.sin(turned)
        world = directions @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]).T
        values = harmonics(directions)
        total = values.T @ self.radiance(world) * (4 * np.pi / len(directions))
        return total.astype(np.float32)

    def elsewhere(self, along: float, rng: np.random.Generator) -> Light:
        """The light at another spot of the same place: nearer one lamp, in or out of the shade.

        Args:
            along: where on the walk through the place, in radians: near spots have like light.
            rng: what differs from person to person at the same spot.
        """
        angle = np.sin(along) + rng.normal(0, 0.25)
        c, s = np.cos(angle), np.sin(angle)
        turned = self.directions @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]]).T
        near = np.exp(0.6 * np.cos(along) + rng.normal(-0.05, 0.15))
        fill = np.exp(0.2 * np.cos(along) + rng.normal(-0.05, 0.08))
        return Light(
            self.above * fill, self.around * fill, self.below * fill, turned, self.colours * near
        )

    def floor(self) -> Array:
        """Irradiance / pi (3,) of an unshadowed floor."""
        return np.asarray(
            0.55 * self.above + 0.45 * self.around + (self.colours * self.directions[:, 2:3]).sum(0)
        )


def light(domain: str, number: int) -> Light:
    """The light of a domain; number 0 is its standard layout, others vary it."""
    rng = stream("light", domain, number)
    if domain == "A":
        return _standard_room() if number == 0 else _some_room(rng)
    return _daylight(rng, number == 0)


def _standard_room() -> Light:
    directions, colours = [], []
    rng = stream("lamps")
    for x, y, strength in INDOOR_LAMPS:
        for _ in range(2):
            place = np.array([x + rng.uniform(-0.3, 0.3), y + rng.uniform(-1, 1), 2.15])
            directions.append(place / np.linalg.norm(place))
            colours.append(strength / 2 * np.array([1.0, 0.965, 0.90]))
    return Light(
        np.array([0.46, 0.46, 0.47]), np.array([0.36, 0.36, 0.36]), np.array([0.15, 0.145, 0.14]),
        np.array(directions), np.array(colours),
    )  # fmt: skip


def _some_room(rng: np.random.Generator) -> Light:
    """Another room: one main lamp and two weak ones, from warm bulbs to cool tubes."""
    directions: list[Array] = []
    colours: list[Array] = []
    warm = _tint(rng.uniform(-0.12, 0.16))
    fill = rng.uniform(0.35, 0.75)
    above, around, below = (fill * v * warm for v in (0.45, 0.30, 0.14))
    for strength in (rng.uniform(0.9, 1.5), rng.uniform(0.05, 0.3), rng.uniform(0.0, 0.3)):
        main = _towards(rng.uniform(0, 360), rng.uniform(25, 62))
        _spread(rng, main, strength * warm, 0.22, directions, colours)
    return Light(above, around, below, np.array(directions), np.array(colours))


def _daylight(rng: np.random.Generator, standard: bool) -> Light:
    """Sun and sky: the more sun, the darker and the bluer the sky's share, as outdoors."""
    sunny = 0.55 if standard else float(rng.choice([0.25, 0.6, 0.9, 1.2]))
    azimuth = 55.0 if standard else rng.uniform(0, 360)
    sky = (1.0 - 0.45 * sunny) * _tint(-0.06 - 0.10 * sunny)
    directions: list[Array] = []
    colours: list[Array] = []
    sun = _towards(azimuth, 48.0 if standard else rng.uniform(25, 65))
    _spread(rng, sun, sunny * _tint(0.10), 0.05, directions, colours)
    _spread(rng, np.array([0.0, 0.0, 1.0]), 0.35 * sky, 0.5, directions, colours)
    return Light(
        0.62 * sky, 0.40 * sky, 0.15 * _tint(0.06), np.array(directions), np.array(colours)
    )


def _tint(warmth: float) -> Array:
    """A white turned towards red (positive) or blue, its green kept."""
    return np.array([1 + warmth, 1.0, 1 - 1.3 * warmth])


def _towards(azimuth: float, elevation: float) -> Array:
    a, e = np.radians(azimuth), np.radians(elevation)
    return np.array([np.cos(e) * np.sin(a), np.cos(e) * np.cos(a), np.sin(e)])


def _spread(
    rng: np.random.Generator,
    main: Array,
    colour: Array,
    size: float,
    directions: list[Array],
    colours: list[Array],
) -> None:
    """A lamp as four directions around its middle, for soft shadows."""
    for _ in range(4):
        one = main + rng.normal(0, size, 3) * 0.5
        one[2] = max(one[2], 0.15)
        directions.append(one / np.linalg.norm(one))
        colours.append(np.asarray(colour) / 4)


def sphere(count: int) -> tuple[Array, NDArray[np.float32]]:
    """Evenly spread directions (count, 3) (a Fibonacci sphere), and a basis (count, 3, 3) each."""
    n = np.arange(count) + 0.5  # the golden angle, in radians, spreads points without rows
    z, angle = 1 - 2 * n / count, n * 2.399963229728653
    radius = np.sqrt(1 - z * z)
    directions = np.stack([np.cos(angle) * radius, np.sin(angle) * radius, z], 1)
    return directions, bases(directions)


def bases(directions: Array) -> NDArray[np.float32]:
    """Two axes across and the direction itself (n, 3, 3) for unit directions (n, 3)."""
    helper = np.where(np.abs(directions[:, 2:3]) > 0.9, [[1.0, 0, 0]], [[0, 0, 1.0]])
    x = np.cross(helper, directions)
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    return np.stack([x, np.cross(directions, x), directions], 1).astype(np.float32)


def harmonics(directions: Array) -> Array:
    """The nine real spherical harmonics up to degree 2 of unit directions, (n, 9).

    Enough for diffuse light: Ramamoorthi and Hanrahan (SIGGRAPH 2001), whose constants these are.
    """
    x, y, z = directions.T
    return np.stack([
        np.full_like(x, 0.282095), 0.488603 * y, 0.488603 * z, 0.488603 * x, 1.092548 * x * y,
        1.092548 * y * z, 0.315392 * (3 * z * z - 1), 1.092548 * x * z, 0.546274 * (x * x - y * y),
    ], 1)  # fmt: skip
