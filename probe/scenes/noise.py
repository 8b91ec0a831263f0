"""Value noise in three dimensions, for cloth, hair, skin and walls: random values on a lattice,
joined by smooth steps.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled, inlined


@inlined
def lattice(x: int, y: int, z: int, seed: int) -> float:
    """Pseudo-random value in -1..1 of one lattice point (an integer hash).

    Most multipliers are primes of xxHash. Another hash would do as well, but it would draw every
    fold and every brick anew.
    """
    h = (x * 374761393 + y * 668265263 + z * 2147483647 + seed * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 13)) * 1274126177) & 0xFFFFFFFF
    h = ((h ^ (h >> 16)) * 2246822519) & 0xFFFFFFFF
    return ((h >> 8) & 0xFFFF) / 32767.5 - 1.0


@inlined
def noise(x: float, y: float, z: float, seed: int) -> float:
    """Value noise in -1..1 with a wavelength of about one unit."""
    i, j, k = math.floor(x), math.floor(y), math.floor(z)
    u, v, w = x - i, y - j, z - k
    i, j, k = int(i), int(j), int(k)
    u, v, w = u * u * (3 - 2 * u), v * v * (3 - 2 * v), w * w * (3 - 2 * w)
    a = lattice(i, j, k, seed) * (1 - u) + lattice(i + 1, j, k, seed) * u
    b = lattice(i, j + 1, k, seed) * (1 - u) + lattice(i + 1, j + 1, k, seed) * u
    c = lattice(i, j, k + 1, seed) * (1 - u) + lattice(i + 1, j, k + 1, seed) * u
    d = lattice(i, j + 1, k + 1, seed) * (1 - u) + lattice(i + 1, j + 1, k + 1, seed) * u
    near, far = a * (1 - v) + b * v, c * (1 - v) + d * v
    return near * (1 - w) + far * w


@compiled
def _at(points: NDArray[np.float32], seed: int, out: NDArray[np.float32]) -> None:
    for n in range(points.shape[0]):
        out[n] = noise(points[n, 0], points[n, 1], points[n, 2], seed)


def noise_at(points: NDArray[np.floating], seed: int) -> NDArray[np.float32]:
    """Noise in -1..1 at points `(n, 3)` whose unit is one wavelength; returns `float32 (n,)`."""
    out = np.empty(len(points), np.float32)
    _at(np.ascontiguousarray(points, np.float32), seed, out)
    return out


def ridges_at(points: NDArray[np.floating], seed: int) -> NDArray[np.float32]:
    """Ridged noise in -1..1: sharp crests with wide valleys between, as cloth folds (the exponent
    is ours).
    """
    return np.float32(1.0) - np.float32(2.0) * np.abs(noise_at(points, seed)) ** np.float32(0.7)
