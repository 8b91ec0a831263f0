"""Smooth solids as signed distances on a grid, and their surfaces as triangles.

Lengths in metres. A solid is evaluated in its own box only, so a body costs some ten milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from probe.scenes import solidloops

Array = NDArray[np.float64]
OUTSIDE = 0.12
"""Distance stored where no solid is near: further than any blend reaches."""

REACH = 0.05
"""How far around its box a solid is evaluated, for blends: the widest of them, in metres."""


@dataclass(frozen=True, eq=False)
class Loft:
    """A superelliptic tube along a straight axis.

    Attributes:
        start: origin (3,); positions along the axis count from here in units of its length.
        end: end of the axis (3,).
        across: direction of the first half-axis (3,), made perpendicular to the axis.
        rows: (position, first half-axis, second half-axis, shift along the second), (n, 4).
        power: 2 is an ellipse, larger is squarer.
        cap: rounding of the two ends.
    """

    start: Array
    end: Array
    across: Array
    rows: Array
    power: float = 2.2
    cap: float = 0.02

    @property
    def length(self) -> float:
        """Length of the axis."""
        return float(np.linalg.norm(self.end - self.start))

    def frame(self) -> Array:
        """Origin and the three unit axes, (4, 3)."""
        z = (self.end - self.start) / self.length
        x = self.across - z * float(self.across @ z)
        x = x / np.linalg.norm(x)
        return np.stack([self.start, x, np.cross(z, x), z])

    def local(self, points: NDArray[np.floating]) -> Array:
        """Points (n, 3) in the frame: across, along the second half-axis, along the axis."""
        frame = self.frame()
        return np.asarray((points - frame[0]) @ frame[1:].T, np.float64)

    def bounds(self) -> tuple[Array, Array]:
        """Lower and upper corner of a box around the solid."""
        rows, frame = np.asarray(self.rows), self.frame()
        radius = rows[:, 1:3].max() + np.abs(rows[:, 3]).max() + 0.005
        ends = np.stack([frame[0] + frame[3] * self.length * t for t in rows[[0, -1], 0]])
        return ends.min(0) - radius, ends.max(0) + radius

    def draw(self, volume: Volume, box: NDArray[np.int64], blend: float, carve: bool) -> None:
        """Join this solid to (or carve it from) the volume inside the box of grid indices."""
        from scipy.interpolate import PchipInterpolator

        rows = np.asarray(self.rows, np.float64)
        at = np.linspace(rows[0, 0], rows[-1, 0], 49)
        table = PchipInterpolator(rows[:, 0], rows[:, 1:])(at)
        form = np.array([self.length, rows[0, 0], rows[-1, 0], self.power, self.cap])
        solidloops.loft(volume.values, volume.grid, box, self.frame(), table, form, blend, carve)


@dataclass(frozen=True, eq=False)
class Ellipsoid:
    """An ellipsoid: centre (3,), half-axes (3,), rotation (3, 3) whose columns are its axes."""

    centre: Array
    radii: Array
    rotation: Array = field(default_factory=lambda: np.eye(3))

    def bounds(self) -> tuple[Array, Array]:
        """Lower and upper corner of a box around the solid."""
        reach = np.sqrt((self.rotation**2) @ (np.asarray(self.radii) ** 2)) + 0.003
        return self.centre - reach, self.centre + reach

    def draw(self, volume: Volume, box: NDArray[np.int64], blend: float, carve: bool) -> None:
        """Join this solid to (or carve it from) the volume inside the box of grid indices."""
        frame = np.vstack([self.centre, self.rotation.T])
        radii = np.asarray(self.radii, np.float64)
        solidloops.ellipsoid(volume.values, volume.grid, box, frame, radii, blend, carve)


@dataclass(frozen=True, eq=False)
class Block:
    """A rounded box: centre (3,), half sizes (3,), rounding, rotation (3, 3) by columns."""

    centre: Array
    half: Array
    rounding: float
    rotation: Array = field(default_factory=lambda: np.eye(3))

    def bounds(self) -> tuple[Array, Array]:
        """Lower and upper corner of a box around the solid."""
        reach = np.abs(self.rotation) @ np.asarray(self.half) + 0.003
        return self.centre - reach, self.centre + reach

    def draw(self, volume: Volume, box: NDArray[np.int64], blend: float, carve: bool) -> None:
        """Join this solid to (or carve it from) the volume inside the box of grid indices."""
        frame = np.vstack([self.centre, self.rotation.T])
        form = np.r_[np.asarray(self.half, np.float64), self.rounding]
        solidloops.block(volume.values, volume.grid, box, frame, form, blend, carve)


@dataclass(frozen=True, eq=False)
class Cone:
    """A capsule whose radius changes from one end (3,) to the other."""

    start: Array
    end: Array
    radius: float
    end_radius: float | None = None

    def bounds(self) -> tuple[Array, Array]:
        """Lower and upper corner of a box around the solid."""
        reach = max(self.radius, self.end_radius or 0.0) + 0.003
        return np.minimum(self.start, self.end) - reach, np.maximum(self.start, self.end) + reach

    def draw(self, volume: Volume, box: NDArray[np.int64], blend: float, carve: bool) -> None:
        """Join this solid to (or carve it from) the volume inside the box of grid indices."""
        last = self.radius if self.end_radius is None else self.end_radius
        ends = np.array([[*self.start, self.radius], [*self.end, last]], np.float64)
        solidloops.cone(volume.values, volume.grid, box, ends, blend, carve)


Solid = Loft | Ellipsoid | Block | Cone
Blended = tuple[Solid, float]
"""A solid and the width in metres over which it melts into what is there."""


@dataclass(frozen=True, eq=False)
class Volume:
    """Signed distances `float32 (nx, ny, nz)` on a grid: low corner and step in `grid` (4,)."""

    values: NDArray[np.float32]
    grid: Array

    def _box(self, low: Array, high: Array, margin: float) -> NDArray[np.int64]:
        corner, step = self.grid[:3], self.grid[3]
        first = np.floor((low - margin - corner) / step)
        last = np.ceil((high + margin - corner) / step) + 1
        return np.asarray(np.clip(np.stack([first, last]), 0, self.values.shape), np.int64)

    def add(self, solid: Solid, blend: float = 0.02) -> None:
        """Join a solid, melting over `blend` metres."""
        low, high = solid.bounds()
        solid.draw(self, self._box(low, high, REACH), blend, False)

    def carve(self, solid: Solid, blend: float = 0.01) -> None:
        """Take a solid away, rounding the edge over `blend` metres."""
        low, high = solid.bounds()
        solid.draw(self, self._box(low, high, REACH), blend, True)

    def points(self) -> NDArray[np.float32]:
        """Positions of all grid points, `float32 (nx, ny, nz, 3)`."""
        axes = [
            (self.grid[k] + self.grid[3] * np.arange(self.values.shape[k])).astype(np.float32)
            for k in range(3)
        ]
        return np.stack(np.meshgrid(*axes, indexing="ij"), -1)

    def restrict(self, distance: NDArray[np.floating], blend: float) -> Volume:
        """The part of the volume where `distance` (same shape) is negative."""
        sharp = np.maximum(self.values, distance)
        soft = np.maximum(blend - np.abs(self.values - distance), 0.0) ** 2 / (4 * blend)
        return Volume((sharp + soft).astype(np.float32), self.grid)

    def at(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """Distances `float32 (n,)` at points (n, 3); far outside is positive."""
        out = np.empty(len(points), np.float32)
        solidloops.sample(self.values, self.grid, np.ascontiguousarray(points, np.float32), out)
        return out

    def surface(self) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """Vertices `float32 (n, 3)` and outward triangles `int32 (m, 3)` of the zero surface."""
        return solidloops.surface(self.values, self.grid)


def volume_of(solids: list[Blended], step: float, margin: float = 0.03) -> Volume:
    """The union of solids on a grid of the given step, melted in the order given."""
    bounds = [solid.bounds() for solid, _ in solids]
    low = np.min([b[0] for b in bounds], 0) - margin
    high = np.max([b[1] for b in bounds], 0) + margin
    shape = np.ceil((high - low) / step).astype(int) + 1
    volume = Volume(np.full(shape, OUTSIDE, np.float32), np.r_[low, step])
    for solid, blend in solids:
        volume.add(solid, blend)
    return volume
