"""Inner loops over a mesh: posing, the light it can receive, and the light of lamps."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled, inlined

Points = NDArray[np.float32]
Places = NDArray[np.int32]
"""Numbers of vertices `(k,)`."""

MAP = 224
"""Side of a shadow map in texels (ours)."""

TEXEL = 0.0125
"""Size of a texel in metres; a map covers 2.8 m, a standing person with arms
stretched (ours)."""


@compiled
def posed(
    vertices: Points,
    normals: Points,
    bones: NDArray[np.int8],
    share: Points,
    moves: NDArray[np.float32],
    out: Points,
    out_normals: Points,
) -> None:
    """Move vertices and normals by the blended `moves` (17, 3, 4) of their bones."""
    m = np.empty((3, 4), np.float32)
    for n in range(vertices.shape[0]):
        m[:, :] = 0.0
        for k in range(bones.shape[1]):
            w = share[n, k]
            if w > 0.0:
                for i in range(3):
                    for j in range(4):
                        m[i, j] += w * moves[bones[n, k], i, j]
        length = 1e-12
        for i in range(3):
            out[n, i] = (
                m[i, 0] * vertices[n, 0] + m[i, 1] * vertices[n, 1] + m[i, 2] * vertices[n, 2]
            ) + m[i, 3]
            turned = m[i, 0] * normals[n, 0] + m[i, 1] * normals[n, 1] + m[i, 2] * normals[n, 2]
            out_normals[n, i] = turned
            length += turned * turned
        for i in range(3):
            out_normals[n, i] /= math.sqrt(length)


@inlined
def project(basis: Points, x: float, y: float, z: float) -> tuple[float, float, float]:
    """Texel coordinates and depth of a point seen along a light's direction (row 2)."""
    u = basis[0, 0] * x + basis[0, 1] * y + basis[0, 2] * z
    v = basis[1, 0] * x + basis[1, 1] * y + basis[1, 2] * z
    w = basis[2, 0] * x + basis[2, 1] * y + basis[2, 2] * z
    return u / TEXEL + MAP / 2, v / TEXEL + MAP / 2, w


@inlined
def _splat(basis: Points, vertices: Points, centre: Points, depth: Points) -> None:
    depth[:, :] = -9.0
    for n in range(vertices.shape[0]):
        u, v, w = project(
            basis,
            vertices[n, 0] - centre[0],
            vertices[n, 1] - centre[1],
            vertices[n, 2] - centre[2],
        )
        i = min(max(int(u), 0), MAP - 1)
        j = min(max(int(v), 0), MAP - 1)
        depth[i, j] = max(depth[i, j], w)


@inlined
def lit_share(depth: Points, u: float, v: float, w: float, bias: float) -> float:
    """How much of a point is lit, 0 to 1: four texels around it, weighted by nearness."""
    u, v = u - 0.5, v - 0.5
    if not (0 <= u < MAP - 1 and 0 <= v < MAP - 1):
        return 1.0
    i, j = int(u), int(v)
    p, q = u - i, v - j
    total = 0.0
    for a in range(2):
        for b in range(2):
            share = (p if a else 1 - p) * (q if b else 1 - q)
            total += share * min(max((w - depth[i + a, j + b] + bias) * 50.0, 0.0), 1.0)
    return total


@compiled
def transfer(
    vertices: Points, normals: Points, bases: Points, harmonics: Points, out: Points
) -> None:
    """Light received from each of nine spherical harmonics, with the body's own shadows.

    `bases` (d, 3, 3) are light directions with two axes across; `harmonics` (d, 9) their values
    times solid angle over pi.
    """
    depth = np.empty((MAP, MAP), np.float32)
    centre = np.array([0.0, 0.0, 0.9], np.float32)
    out[:, :] = 0.0
    for d in range(bases.shape[0]):
        basis = bases[d]
        _splat(basis, vertices, centre, depth)
        for n in range(vertices.shape[0]):
            facing = (
                basis[2, 0] * normals[n, 0]
                + basis[2, 1] * normals[n, 1]
                + basis[2, 2] * normals[n, 2]
            )
            if facing <= 0:
                continue
            u, v, w = project(
                basis,
                vertices[n, 0] - centre[0],
                vertices[n, 1] - centre[1],
                vertices[n, 2] - centre[2],
            )
            i = min(max(int(u), 0), MAP - 1)
            j = min(max(int(v), 0), MAP - 1)
            seen = facing * min(max((w - depth[i, j] + 0.04) * 40.0, 0.0), 1.0)
            for h in range(9):
                out[n, h] += seen * harmonics[d, h]


@compiled
def ambient(light: Points, coefficients: Points, shown: Places, out: Points) -> None:
    """Irradiance / pi (n, 3) of vertices with transfer (n, 9) under an environment (9, 3).

    `shown` are the vertices that it is wanted of; rows of others stay as they are.
    """
    for n in shown:
        for c in range(3):
            total = 0.0
            for h in range(9):
                total += light[n, h] * coefficients[h, c]
            out[n, c] = max(total, 0.0)


@compiled
def lamps(
    vertices: Points,
    normals: Points,
    bases: Points,
    colours: Points,
    shown: Places,
    maps: Points,
    out: Points,
) -> None:
    """Add the light of distant lamps to the vertices that are shown.

    All vertices throw shadows: each lamp's shadow map is left in `maps`.
    """
    centre = np.array([0.0, 0.0, 0.9], np.float32)
    for d in range(bases.shape[0]):
        basis = bases[d]
        _splat(basis, vertices, centre, maps[d])
        for n in shown:
            facing = (
                basis[2, 0] * normals[n, 0]
                + basis[2, 1] * normals[n, 1]
                + basis[2, 2] * normals[n, 2]
            )
            if facing <= 0:
                continue
            u, v, w = project(
                basis,
                vertices[n, 0] - centre[0],
                vertices[n, 1] - centre[1],
                vertices[n, 2] - centre[2],
            )
            seen = facing * lit_share(maps[d], u, v, w, 0.035)
            for c in range(3):
                out[n, c] += seen * colours[d, c]
