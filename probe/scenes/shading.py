"""The shading loop: every covered sample gets its albedo, its light and a highlight."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes import surface
from probe.scenes.compiled import compiled, inlined

Points = NDArray[np.float32]
Corners = tuple[int, int, int]
"""The three vertices of a triangle."""

Weights = tuple[float, float, float]
"""How much of each vertex a place inside the triangle takes; they sum to 1."""

DARKEST, BRIGHTEST = 0.004, 0.95
"""Albedo is kept within these after patterns and noise (our bounds)."""

FUZZ = 0.22
"""How much brighter cloth gets at grazing view, where its fibres stand out against the light (our
choice, by eye)."""

MIRRORED, GRAZING = 0.035, 0.3
"""Share of light that a glossy surface mirrors head-on, and what grazing view adds, by Schlick's
fifth power (Computer Graphics Forum 13, 1994). 3.5 % belongs to a refractive index of 1.46, that of
many plastics; the grazing part, nearly 1 in Schlick's formula, is kept low, by eye (ours)."""


@inlined
def _albedo(m: Points, x: float, y: float, z: float, out: Points) -> None:
    kind = int(m[0])
    out[0], out[1], out[2] = m[1], m[2], m[3]
    if kind <= 6:
        surface.cloth(kind, x, y, z, m, out)
    elif kind == 7:
        surface.denim(x, y, z, m, out)
    elif kind == 8:
        surface.skin(x, y, z, out)
    elif kind == 9:
        surface.face(x, y, z, m, out)
    elif kind == 10:
        surface.hair(x, y, z, m, out)
    elif kind == 11:
        surface.shoe(x, y, z, m, out)
    elif kind == 13:
        surface.bag(x, y, z, m, out)


@inlined
def _highlight(
    normal: Points, view: Points, gloss: float, directions: Points, colours: Points
) -> float:
    """Blinn-Phong over the lamps, in units of their light.

    (power + 8) / 25 is its usual normalisation, (n + 8) / (8 pi) with the pi in the light's units:
    a sharper highlight is a brighter one. The powers, 6 for skin to 96 for a helmet, are ours.
    """
    power = 6.0 + 90.0 * gloss * gloss
    total = 0.0
    for n in range(directions.shape[0]):
        hx, hy, hz = (
            directions[n, 0] + view[0], directions[n, 1] + view[1], directions[n, 2] + view[2]
        )  # fmt: skip
        length = math.sqrt(hx * hx + hy * hy + hz * hz) + 1e-9
        facing = (hx * normal[0] + hy * normal[1] + hz * normal[2]) / length
        if facing > 0.0:
            total += colours[n, 1] * facing**power * (power + 8) / 25
    return total


@inlined
def _blended(table: Points, corners: Corners, weights: Weights, c: int) -> float:
    """A column of a vertex table at a place inside a triangle."""
    i, j, k = corners
    u, v, w = weights
    value: float = u * table[i, c] + v * table[j, c] + w * table[k, c]
    return value


@inlined
def _facing(
    places: tuple[Points, Points, Points],
    corners: Corners,
    weights: Weights,
    normal: Points,
    view: Points,
) -> float:
    """Cosine between surface and view; `normal` and `view` get the two unit vectors.

    Args:
        places: positions and normals (n, 3) of vertices, and the camera's place (1, 3).
        corners: of the triangle.
        weights: of its corners.
        normal: (3,), filled.
        view: (3,), filled.
    """
    positions, normals, eye = places
    far, size = 1e-12, 1e-12
    for c in range(3):
        normal[c] = _blended(normals, corners, weights, c)
        view[c] = eye[0, c] - positions[corners[0], c]
        size += normal[c] * normal[c]
        far += view[c] * view[c]
    size, far = math.sqrt(size), math.sqrt(far)
    facing = 0.0
    for c in range(3):
        normal[c] /= size
        view[c] /= far
        facing += normal[c] * view[c]
    return facing


@compiled
def shade(
    winner: NDArray[np.int32],
    inside: Points,
    triangles: NDArray[np.int32],
    vertices: tuple[Points, Points, Points, Points],
    labels: tuple[NDArray[np.uint8], NDArray[np.uint8]],
    materials: Points,
    lights: tuple[Points, Points, Points],
    out: Points,
    parts: NDArray[np.uint8],
) -> None:
    """Colour every sample that shows a triangle.

    Args:
        winner: (h, w) triangle of a sample, -1 for none.
        inside: (h, w, 2) weights of its second and third vertex.
        triangles: (m, 3).
        vertices: positions, normals, texture and light (n, 3) of vertices.
        labels: material and part (n,) of vertices.
        materials: (k, MATERIAL_SIZE).
        lights: lamp directions (l, 3), their colours (l, 3), and the camera's place (1, 3).
        out: (h, w, 3) linear colour.
        parts: (h, w) part ids.
    """
    places, normals, textures, light = vertices
    directions, colours, eye = lights
    colour, normal, view = np.empty(3, np.float32), np.empty(3, np.float32), np.empty(3, np.float32)
    for y in range(winner.shape[0]):
        for x in range(winner.shape[1]):
            t = winner[y, x]
            if t < 0:
                continue
            corners = (triangles[t, 0], triangles[t, 1], triangles[t, 2])
            v, w = inside[y, x, 0], inside[y, x, 1]
            weights = (1 - v - w, v, w)
            i = corners[0]
            m = materials[labels[0][i]]
            facing = _facing((places, normals, eye), corners, weights, normal, view)
            tx = _blended(textures, corners, weights, 0)
            ty = _blended(textures, corners, weights, 1)
            tz = _blended(textures, corners, weights, 2)
            _albedo(m, tx, ty, tz, colour)
            edge = 1 - min(max(facing, 0.0), 1.0)
            fuzz = FUZZ * edge * edge * edge if m[7] == 0 else 0.0
            shine = 0.0
            if m[7] > 0:
                fresnel = MIRRORED + GRAZING * edge**5
                gleam = _highlight(normal, view, m[7], directions, colours)
                shine = fresnel * (0.3 + m[7]) * gleam
            bounce = 0.0
            for c in range(3):
                bounce += _blended(light, corners, weights, c) / 3
            shine *= min(bounce * 1.6, 1.0)
            for c in range(3):
                e = _blended(light, corners, weights, c)
                out[y, x, c] = min(max(colour[c], DARKEST), BRIGHTEST) * e * (1 + fuzz) + shine
            parts[y, x] = labels[1][i]
