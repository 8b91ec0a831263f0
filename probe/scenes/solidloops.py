"""Inner loops of solids: signed distances on a grid, and the surface between them.

The distance of a superellipse is the first-order one, (f - 1) / |grad f|; ellipsoids as in
Quilez, "distance functions"; the surface by naive surface nets (Gibson, 1998).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled, inlined

Field = NDArray[np.float32]
Array = NDArray[np.float64]
Box = NDArray[np.int64]


@inlined
def join(a: float, b: float, k: float) -> float:
    """Minimum of a and b, rounded where they are closer than k."""
    h = max(k - abs(a - b), 0.0)
    return min(a, b) - h * h / (4 * k)


@inlined
def _merge(field: Field, i: int, j: int, k: int, d: float, blend: float, carve: bool) -> None:
    if carve:
        field[i, j, k] = -join(-field[i, j, k], d, blend)
    else:
        field[i, j, k] = join(field[i, j, k], min(d, 0.12), blend)


@inlined
def _turn(grid: Array, frame: Array, i: int, j: int, k: int) -> tuple[float, float, float]:
    x = grid[0] + grid[3] * i - frame[0, 0]
    y = grid[1] + grid[3] * j - frame[0, 1]
    z = grid[2] + grid[3] * k - frame[0, 2]
    a = x * frame[1, 0] + y * frame[1, 1] + z * frame[1, 2]
    b = x * frame[2, 0] + y * frame[2, 1] + z * frame[2, 2]
    c = x * frame[3, 0] + y * frame[3, 1] + z * frame[3, 2]
    return a, b, c


@compiled
def loft(
    field: Field,
    grid: Array,
    box: Box,
    frame: Array,
    table: Array,
    form: Array,
    blend: float,
    carve: bool,
) -> None:
    """Join or carve a tube; form = length, first and last position, power, cap."""
    length, first, last, power, cap = form[0], form[1], form[2], form[3], form[4]
    scale = (table.shape[0] - 1) / (last - first)
    for i in range(box[0, 0], box[1, 0]):
        for j in range(box[0, 1], box[1, 1]):
            for k in range(box[0, 2], box[1, 2]):
                x, y, z = _turn(grid, frame, i, j, k)
                u = (min(max(z / length, first), last) - first) * scale
                n = min(int(u), table.shape[0] - 2)
                u -= n
                a = table[n, 0] * (1 - u) + table[n + 1, 0] * u
                b = table[n, 1] * (1 - u) + table[n + 1, 1] * u
                y = abs(y - table[n, 2] * (1 - u) - table[n + 1, 2] * u)
                x = abs(x)
                if x > a + 0.07 or y > b + 0.07:
                    continue
                fx, fy = (x / a) ** (power - 1), (y / b) ** (power - 1)
                f = (fx * x / a + fy * y / b) ** (1 / power) + 1e-6
                slope = math.sqrt((fx / a) ** 2 + (fy / b) ** 2) * f ** (1 - power) + 1e-4
                d = (f - 1) / max(slope, 0.5 / max(a, b))
                over = max(first * length - z, z - last * length)
                _merge(field, i, j, k, -join(-d, -over, cap), blend, carve)


@compiled
def ellipsoid(
    field: Field, grid: Array, box: Box, frame: Array, radii: Array, blend: float, carve: bool
) -> None:
    """Join or carve an ellipsoid."""
    for i in range(box[0, 0], box[1, 0]):
        for j in range(box[0, 1], box[1, 1]):
            for k in range(box[0, 2], box[1, 2]):
                x, y, z = _turn(grid, frame, i, j, k)
                x, y, z = x / radii[0], y / radii[1], z / radii[2]
                f = math.sqrt(x * x + y * y + z * z) + 1e-6
                x, y, z = x / radii[0], y / radii[1], z / radii[2]
                slope = math.sqrt(x * x + y * y + z * z) + 1e-6
                _merge(field, i, j, k, f * (f - 1) / slope, blend, carve)


@compiled
def block(
    field: Field, grid: Array, box: Box, frame: Array, form: Array, blend: float, carve: bool
) -> None:
    """Join or carve a rounded box; form = half sizes (3) and rounding."""
    r = form[3]
    for i in range(box[0, 0], box[1, 0]):
        for j in range(box[0, 1], box[1, 1]):
            for k in range(box[0, 2], box[1, 2]):
                x, y, z = _turn(grid, frame, i, j, k)
                x, y, z = abs(x) - form[0] + r, abs(y) - form[1] + r, abs(z) - form[2] + r
                inner = min(max(x, y, z), 0.0)
                x, y, z = max(x, 0.0), max(y, 0.0), max(z, 0.0)
                d = math.sqrt(x * x + y * y + z * z) + inner - r
                _merge(field, i, j, k, d, blend, carve)


@compiled
def cone(field: Field, grid: Array, box: Box, ends: Array, blend: float, carve: bool) -> None:
    """Join or carve a capsule; ends = (x, y, z, radius) of both."""
    ax, ay, az = ends[1, 0] - ends[0, 0], ends[1, 1] - ends[0, 1], ends[1, 2] - ends[0, 2]
    whole = ax * ax + ay * ay + az * az + 1e-12
    for i in range(box[0, 0], box[1, 0]):
        for j in range(box[0, 1], box[1, 1]):
            for k in range(box[0, 2], box[1, 2]):
                x = grid[0] + grid[3] * i - ends[0, 0]
                y = grid[1] + grid[3] * j - ends[0, 1]
                z = grid[2] + grid[3] * k - ends[0, 2]
                t = min(max((x * ax + y * ay + z * az) / whole, 0.0), 1.0)
                x, y, z = x - t * ax, y - t * ay, z - t * az
                r = ends[0, 3] + (ends[1, 3] - ends[0, 3]) * t
                _merge(field, i, j, k, math.sqrt(x * x + y * y + z * z) - r, blend, carve)


@compiled
def sample(field: Field, grid: Array, points: NDArray[np.float32], out: Field) -> None:
    """Trilinear distances at points."""
    nx, ny, nz = field.shape
    for n in range(points.shape[0]):
        x = min(max((points[n, 0] - grid[0]) / grid[3], 0.0), nx - 1.001)
        y = min(max((points[n, 1] - grid[1]) / grid[3], 0.0), ny - 1.001)
        z = min(max((points[n, 2] - grid[2]) / grid[3], 0.0), nz - 1.001)
        i, j, k = int(x), int(y), int(z)
        u, v, w = x - i, y - j, z - k
        value = 0.0
        for a in range(2):
            for b in range(2):
                for c in range(2):
                    share = (u if a else 1 - u) * (v if b else 1 - v) * (w if c else 1 - w)
                    value += share * field[i + a, j + b, k + c]
        out[n] = value


@inlined
def _mixed(field: Field, i: int, j: int, k: int) -> bool:
    inside = field[i, j, k] < 0
    for n in range(1, 8):
        if (field[i + (n & 1), j + ((n >> 1) & 1), k + (n >> 2)] < 0) != inside:
            return True
    return False


@compiled
def _count(field: Field) -> tuple[int, int]:
    nx, ny, nz = field.shape
    cells = faces = 0
    for i in range(nx - 1):
        for j in range(ny - 1):
            for k in range(nz - 1):
                inside = field[i, j, k] < 0
                faces += inside != (field[i + 1, j, k] < 0)
                faces += inside != (field[i, j + 1, k] < 0)
                faces += inside != (field[i, j, k + 1] < 0)
                cells += _mixed(field, i, j, k)
    return cells, faces


@inlined
def _place(field: Field, i: int, j: int, k: int) -> tuple[float, float, float, int]:
    x = y = z = 0.0
    crossings = 0
    for axis in range(3):
        for n in range(4):
            p, q = n & 1, n >> 1
            if axis == 0:
                a, b, c, e, f, g = i, j + p, k + q, i + 1, j + p, k + q
            elif axis == 1:
                a, b, c, e, f, g = i + p, j, k + q, i + p, j + 1, k + q
            else:
                a, b, c, e, f, g = i + p, j + q, k, i + p, j + q, k + 1
            first, last = field[a, b, c], field[e, f, g]
            if (first < 0) != (last < 0):
                t = first / (first - last)
                x += a + t * (e - a)
                y += b + t * (f - b)
                z += c + t * (g - c)
                crossings += 1
    return x, y, z, crossings


@compiled
def _vertices(field: Field, grid: Array, index: NDArray[np.int32], out: Field) -> None:
    nx, ny, nz = field.shape
    n = 0
    for i in range(nx - 1):
        for j in range(ny - 1):
            for k in range(nz - 1):
                if not _mixed(field, i, j, k):
                    continue
                x, y, z, crossings = _place(field, i, j, k)
                index[i, j, k] = n
                out[n, 0] = grid[0] + grid[3] * x / crossings
                out[n, 1] = grid[1] + grid[3] * y / crossings
                out[n, 2] = grid[2] + grid[3] * z / crossings
                n += 1


@inlined
def _quad(out: NDArray[np.int32], n: int, corners: tuple[int, int, int, int], flip: bool) -> int:
    a, b, c, d = corners
    if flip:
        b, d = d, b
    out[n, 0], out[n, 1], out[n, 2] = a, b, c
    out[n + 1, 0], out[n + 1, 1], out[n + 1, 2] = a, c, d
    return n + 2


@compiled
def _faces(field: Field, index: NDArray[np.int32], out: NDArray[np.int32]) -> int:
    nx, ny, nz = field.shape
    n = 0
    for i in range(1, nx - 1):
        for j in range(1, ny - 1):
            for k in range(1, nz - 1):
                inside = field[i, j, k] < 0
                here = index[i, j, k]
                if inside != (field[i + 1, j, k] < 0):
                    c = (index[i, j - 1, k - 1], index[i, j, k - 1], here, index[i, j - 1, k])
                    n = _quad(out, n, c, not inside)
                if inside != (field[i, j + 1, k] < 0):
                    c = (index[i - 1, j, k - 1], index[i - 1, j, k], here, index[i, j, k - 1])
                    n = _quad(out, n, c, not inside)
                if inside != (field[i, j, k + 1] < 0):
                    c = (index[i - 1, j - 1, k], index[i, j - 1, k], here, index[i - 1, j, k])
                    n = _quad(out, n, c, not inside)
    return n


def surface(field: Field, grid: Array) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Vertices and outward (counter-clockwise) triangles of the zero surface of a field."""
    for axis in range(3):
        edge: list[slice | list[int]] = [slice(None)] * 3
        edge[axis] = [0, -1]
        field[tuple(edge)] = np.maximum(field[tuple(edge)], 0.01)
    cells, faces = _count(field)
    index = np.full(field.shape, -1, np.int32)
    vertices = np.empty((cells, 3), np.float32)
    _vertices(field, grid, index, vertices)
    triangles = np.empty((2 * faces, 3), np.int32)
    count = _faces(field, index, triangles)
    return vertices, triangles[:count].copy()
