"""The inner loop of the place: floor with the person's shadow, wall, and flat things standing."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled, inlined
from probe.scenes.mesh import lit_share, project
from probe.scenes.noise import noise

Points = NDArray[np.float32]

# Seams, tones and shadows below are our choice, by eye.


@inlined
def _weave(kind: int, u: float, v: float, seed: int) -> float:
    """Brightness of a surface texture at (u, v) metres: 0 plaster, 1 tiles, 2 bricks, 3 asphalt,
    4 grass or leaves, 5 boards, 6 window front.
    """
    fine = 1 + 0.03 * noise(u * 24, v * 24, 0.5, seed) + 0.05 * noise(u * 2.3, v * 2.3, 1.5, seed)
    if kind == 1:
        seam = abs((u + 0.31) % 1.2 - 0.6) > 0.5945 or abs((v + 0.17) % 1.2 - 0.6) > 0.5945
        return fine * (0.74 if seam else 1.0)
    if kind == 2:
        row = math.floor(v / 0.085)
        shift = 0.12 * (row % 2)
        seam = (v / 0.085) % 1.0 < 0.12 or ((u + shift) / 0.24) % 1.0 < 0.045
        tone = 0.12 * noise(math.floor((u + shift) / 0.24) + 0.5, row + 0.5, 0.5, seed)
        return 1.35 if seam else fine + tone
    if kind == 3:
        return (
            1 + 0.14 * noise(u * 60, v * 60, 2.5, seed) + 0.10 * noise(u * 1.1, v * 1.1, 3.5, seed)
        )
    if kind == 4:
        blades = noise(u * 30, v * 14, 0.5, seed) + 0.6 * noise(u * 80, v * 40, 1.5, seed)
        return max(1 + 0.35 * blades + 0.35 * noise(u * 2.7, v * 2.7, 4.5, seed), 0.1)
    if kind == 5:
        board = math.floor(u / 0.14)
        seam = (u / 0.14) % 1.0 < 0.03
        return (0.7 if seam else fine) + 0.10 * noise(board + 0.5, v * 0.8, 2.5, seed)
    if kind == 6:
        pane = (u / 1.1) % 1.0 < 0.62 and (v / 1.5) % 1.0 < 0.6
        glass = 0.35 + 0.3 * noise(u * 0.7, v * 0.7, 1.5, seed)
        return glass if pane else fine
    return fine


@compiled
def draw(
    lens: tuple[Points, Points],
    corner: tuple[float, float, int],
    winner: NDArray[np.int32],
    place: Points,
    things: Points,
    lamps: tuple[Points, Points, Points],
    feet: Points,
    out: Points,
) -> None:
    """Colour every sample that shows no triangle.

    Args:
        lens: (camera place, focal and middle as (2, 3)), axes (3, 3).
        corner: left and top of the crop in pixels, samples per pixel.
        winner: (h, w), -1 where the place is seen.
        place: (4, 8) rows floor, wall, surroundings, sky: colour, texture kind, seed; the wall
            also y, height of its skirting and of its top.
        things: (k, 10) flat things facing the camera: left, right, low, high, y, colour, kind,
            seed.
        lamps: lamp bases (l, 3, 3), irradiance (l, 3), shadow maps (l, side, side).
        feet: (2, 2) places of the feet on the floor.
        out: (h, w, 3) linear colour.
    """
    height, width = winner.shape
    eye, axes = lens
    ray, colour = np.empty(3, np.float32), np.empty(3, np.float32)
    block = 2 if corner[2] == 4 else corner[2]  # one ray for a block of samples is enough
    for top in range(0, height, block):
        for left in range(0, width, block):
            if not _seen(winner, top, left, block):
                continue
            a = ((left + 0.5 * block) / corner[2] + corner[0] - eye[1, 1]) / eye[1, 0]
            b = ((top + 0.5 * block) / corner[2] + corner[1] - eye[1, 2]) / eye[1, 0]
            for c in range(3):
                ray[c] = a * axes[0, c] + b * axes[1, c] + axes[2, c]
            _look(eye[0], ray, place, things, colour)
            if colour[0] < 0:
                _floor(eye[0], ray, place, lamps, feet, colour)
            for row in range(top, top + block):
                for column in range(left, left + block):
                    if winner[row, column] < 0:
                        for c in range(3):
                            out[row, column, c] = colour[c]


@inlined
def _seen(winner: NDArray[np.int32], top: int, left: int, block: int) -> bool:
    for row in range(top, top + block):
        for column in range(left, left + block):
            if winner[row, column] < 0:
                return True
    return False


@inlined
def _look(eye: Points, ray: Points, place: Points, things: Points, out: Points) -> None:
    """Things and wall; a negative red asks for the floor."""
    best = 1e9
    down = -eye[2] / ray[2] if ray[2] < -1e-5 else 1e9
    back = (place[1, 5] - eye[1]) / ray[1] if ray[1] < -1e-5 else 1e9
    out[0] = -1.0
    if back < down:
        best = back
        x, z = eye[0] + back * ray[0], eye[2] + back * ray[2]
        tone = _weave(int(place[1, 3]), x, z, int(place[1, 4]))
        tone *= (0.82 + 0.10 * min(z / 3, 1.0)) / (1 + 0.015 * x * x)
        if z < place[1, 6]:
            tone *= 0.5
        for c in range(3):
            out[c] = place[1, c] * tone
        if z > place[1, 7]:
            for c in range(3):
                out[c] = place[3, c] * (1 + 0.05 * noise(x * 0.3, z * 0.3, 0.5, 3))
    for n in range(things.shape[0]):
        t = (things[n, 4] - eye[1]) / ray[1] if ray[1] < -1e-5 else 1e9
        if not 0 < t < min(best, down):
            continue
        x, z = eye[0] + t * ray[0], eye[2] + t * ray[2]
        if things[n, 0] < x < things[n, 1] and things[n, 2] < z < things[n, 3]:
            best = t
            tone = _weave(int(things[n, 8]), x, z, int(things[n, 9]))
            tone *= 0.90 + 0.07 * z - 0.10 * math.exp(-(((x / 0.35) ** 2) + ((z - 0.9) / 0.8) ** 2))
            edge = min(x - things[n, 0], things[n, 1] - x, things[n, 3] - z)
            tone *= 0.75 if edge < 0.015 else 1.0
            for c in range(3):
                out[c] = things[n, 5 + c] * tone


@inlined
def _floor(
    eye: Points,
    ray: Points,
    place: Points,
    lamps: tuple[Points, Points, Points],
    feet: Points,
    out: Points,
) -> None:
    t = -eye[2] / ray[2]
    x, y = eye[0] + t * ray[0], eye[1] + t * ray[1]
    bases, colours, maps = lamps
    hidden = 1.0
    for n in range(2):
        away = (x - feet[n, 0]) ** 2 + (y - feet[n, 1]) ** 2
        hidden *= 1 - 0.45 * math.exp(-away / 0.014) - 0.16 * math.exp(-away / 0.12)
    tone = _weave(int(place[0, 3]), x, y, int(place[0, 4]))
    tone *= 1 / (1 + 0.02 * (x * x + (y - 2.0) ** 2))
    for c in range(3):
        out[c] = place[2, c] * hidden
    for n in range(bases.shape[0]):
        u, v, w = project(bases[n], x, y, -0.9)
        share = lit_share(maps[n], u, v, w, 0.03) * bases[n, 2, 2]
        for c in range(3):
            out[c] += share * colours[n, c]
    for c in range(3):
        out[c] *= place[0, c] * tone
