"""The shading loop: every covered sample gets its albedo, its light and a highlight."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes import surface
from probe.scenes.compiled import compiled, inlined

Points = NDArray[np.float32]


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
    """Blinn-Phong over the lamps, in units of their light."""
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
    height, width = winner.shape
    colour, normal, view = np.empty(3, np.float32), np.empty(3, np.float32), np.empty(3, np.float32)
    for y in range(height):
        for x in range(width):
            t = winner[y, x]
            if t < 0:
                continue
            i, j, k = triangles[t, 0], triangles[t, 1], triangles[t, 2]
            v, w = inside[y, x, 0], inside[y, x, 1]
            u = 1 - v - w
            m = materials[labels[0][i]]
            far, size = 1e-12, 1e-12
            for c in range(3):
                normal[c] = u * normals[i, c] + v * normals[j, c] + w * normals[k, c]
                view[c] = eye[0, c] - places[i, c]
                size += normal[c] * normal[c]
                far += view[c] * view[c]
            size, far = math.sqrt(size), math.sqrt(far)
            facing = 0.0
            for c in range(3):
                normal[c] /= size
                view[c] /= far
                facing += normal[c] * view[c]
            tx = u * textures[i, 0] + v * textures[j, 0] + w * textures[k, 0]
            ty = u * textures[i, 1] + v * textures[j, 1] + w * textures[k, 1]
            tz = u * textures[i, 2] + v * textures[j, 2] + w * textures[k, 2]
            _albedo(m, tx, ty, tz, colour)
            edge = 1 - min(max(facing, 0.0), 1.0)
            fuzz = 0.22 * edge * edge * edge if m[7] == 0 else 0.0
            shine = 0.0
            if m[7] > 0:
                fresnel = 0.035 + 0.3 * edge**5
                shine = fresnel * (0.3 + m[7]) * _highlight(normal, view, m[7], directions, colours)
            bounce = 0.0
            for c in range(3):
                bounce += (u * light[i, c] + v * light[j, c] + w * light[k, c]) / 3
            shine *= min(bounce * 1.6, 1.0)
            for c in range(3):
                e = u * light[i, c] + v * light[j, c] + w * light[k, c]
                out[y, x, c] = min(max(colour[c], 0.004), 0.95) * e * (1 + fuzz) + shine
            parts[y, x] = labels[1][i]
