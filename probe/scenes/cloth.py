"""Folds of cloth, and the coordinates by which its pattern is laid out.

Where folds gather (elbow, cuff, knee, hem) is how cloth hangs; heights and wavelengths are ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.noise import noise_at, ridges_at
from probe.scenes.piece import step
from probe.scenes.solids import Loft

Array = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Sleeve:
    """A tube of cloth around a limb, with where along it the folds gather.

    Attributes:
        loft: the limb's form.
        gathers: (position, width, strength) along the limb, in units of its length.
        amount: height of the folds in metres.
        reach: how far from the axis a vertex still belongs to it, metres.
        start: texture height where the limb starts, and the side's sign times 0.3 across.
        across: texture position across of the limb's axis.
    """

    loft: Loft
    gathers: Sequence[tuple[float, float, float]]
    amount: float
    reach: float
    start: float
    across: float


def inside(sleeve: Sleeve, points: NDArray[np.floating]) -> Array:
    """How far each point (n, 3) belongs to a sleeve: 0 to 1."""
    x, y, z = sleeve.loft.local(points).T
    along = z / sleeve.loft.length
    near = 1 - step(0.8 * sleeve.reach, sleeve.reach, np.hypot(x, y))
    return np.asarray(step(-0.12, 0.06, along) * (1 - step(1.03, 1.13, along)) * near)


def sleeve_folds(sleeve: Sleeve, points: NDArray[np.floating], seed: int) -> Array:
    """Displacement in metres along the normals: broken rings and twists that gather."""
    x, y, z = sleeve.loft.local(points).T
    along, angle = z / sleeve.loft.length, np.arctan2(y, x)
    strength = np.full(len(points), 0.22)
    for centre, width, amount in sleeve.gathers:
        strength += amount * np.exp(-(((along - centre) / width) ** 2))
    slant = 0.55 * np.cos(angle + seed % 7) + 0.3 * np.sin(2 * angle + seed % 5)
    at = np.stack([1.3 * np.cos(angle), 1.3 * np.sin(angle), z / 0.052 + 1.5 * slant], 1)
    broad = np.stack([0.9 * np.cos(angle), 0.9 * np.sin(angle), z / 0.11 + slant], 1)
    height = 0.75 * ridges_at(at, seed) + 0.6 * noise_at(broad, seed + 1)
    return np.asarray(inside(sleeve, points) * strength * height * sleeve.amount)


def drape(points: NDArray[np.floating], hem: float, amount: float, seed: int) -> Array:
    """Displacement in metres of a torso's cloth; points (n, 3) over the root, unit scale.

    Diagonal pulls from the armpits, vertical sag between them, and a bulge above the hem.
    """
    x, y, z = np.asarray(points, np.float64).T
    warp = 0.5 * noise_at(points * 5.0, seed)
    angle = np.arctan2(x, np.abs(y) + 0.03)
    pull = np.stack([angle * 1.2 + z * 9.0, np.sign(y) * 3.0, z * 11.0 - np.abs(x) * 16.0], 1)
    sag = np.stack([angle * 2.2 + 0.6 * warp, np.sign(y) * 2.0, z * 2.6], 1)
    gather = np.exp(-(((z - hem - 0.055) / 0.06) ** 2)) + 0.7 * np.exp(-(((z - 0.14) / 0.09) ** 2))
    side = step(0.06, 0.15, np.abs(x)) * step(0.1, 0.35, z)
    height = (0.25 + 0.65 * gather + 0.45 * side) * ridges_at(pull + warp[:, None], seed + 1)
    height = height + (0.35 + 0.5 * step(0.3, 0.05, z)) * noise_at(sag, seed + 2)
    return np.asarray(amount * height)


def texture_of(
    points: NDArray[np.floating], root: Array, scale: float, sleeves: Sequence[Sleeve]
) -> NDArray[np.float32]:
    """Pattern coordinates (n, 3): across, towards the front, up; sleeves lie beside the body."""
    out = (np.asarray(points, np.float64) - root) / scale
    for sleeve in sleeves:
        x, y, z = sleeve.loft.local(points).T
        on = inside(sleeve, points) > 0.5
        out[on, 0] = sleeve.across + x[on] / scale
        out[on, 1] = y[on] / scale
        out[on, 2] = sleeve.start - z[on] / scale
    return out.astype(np.float32)
