"""Inner loops from triangles to samples: a z-buffer, and samples averaged into pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled

EMPTY = np.float32(1e9)
"""Depth where nothing is."""


@compiled
def nearest(
    pixels: NDArray[np.float32],
    depth: NDArray[np.float32],
    triangles: NDArray[np.int32],
    buffer: NDArray[np.float32],
    winner: NDArray[np.int32],
    inside: NDArray[np.float32],
) -> None:
    """Draw the front faces of triangles into a z-buffer.

    Args:
        pixels: (n, 2) vertex positions in samples.
        depth: (n,) vertex depths in metres.
        triangles: (m, 3).
        buffer: (h, w) depth of the nearest surface, filled with EMPTY before.
        winner: (h, w) triangle seen in a sample, -1 for none.
        inside: (h, w, 2) weights of the triangle's second and third vertex.
    """
    height, width = buffer.shape
    for t in range(triangles.shape[0]):
        i, j, k = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay = pixels[i, 0], pixels[i, 1]
        bx, by, cx, cy = pixels[j, 0] - ax, pixels[j, 1] - ay, pixels[k, 0] - ax, pixels[k, 1] - ay
        area = bx * cy - by * cx
        if area >= -1e-9:
            continue
        left = max(math.ceil(ax + min(0.0, bx, cx) - 0.5), 0)
        right = min(math.floor(ax + max(0.0, bx, cx) - 0.5), width - 1)
        top = max(math.ceil(ay + min(0.0, by, cy) - 0.5), 0)
        bottom = min(math.floor(ay + max(0.0, by, cy) - 0.5), height - 1)
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                px, py = x + 0.5 - ax, y + 0.5 - ay
                u = (px * cy - py * cx) / area
                v = (bx * py - by * px) / area
                if u < 0 or v < 0 or u + v > 1:
                    continue
                z = depth[i] + u * (depth[j] - depth[i]) + v * (depth[k] - depth[i])
                if z < buffer[y, x]:
                    buffer[y, x] = z
                    winner[y, x] = t
                    inside[y, x, 0] = u
                    inside[y, x, 1] = v


@compiled
def averaged(
    samples: NDArray[np.float32],
    parts: NDArray[np.uint8],
    fine: int,
    carried: NDArray[np.bool_],
    colour: NDArray[np.float32],
    seen: NDArray[np.uint8],
    cover: NDArray[np.float32],
) -> None:
    """Average fine x fine samples into pixels.

    `seen` gets the most frequent part of a pixel that is mostly covered (0 elsewhere), `cover`
    (h, w, 2) the share of samples on the person and on person or carried objects.
    """
    height, width = seen.shape
    votes = np.zeros(32, np.int32)
    for y in range(height):
        for x in range(width):
            votes[:] = 0
            for c in range(3):
                colour[y, x, c] = 0.0
            for j in range(fine):
                for i in range(fine):
                    votes[parts[y * fine + j, x * fine + i]] += 1
                    for c in range(3):
                        colour[y, x, c] += samples[y * fine + j, x * fine + i, c]
            person = things = best = 0
            for n in range(1, carried.shape[0]):
                things += votes[n]
                person += 0 if carried[n] else votes[n]
                if votes[n] > votes[best] or best == 0:
                    best = n
            for c in range(3):
                colour[y, x, c] /= fine * fine
            cover[y, x, 0] = person / (fine * fine)
            cover[y, x, 1] = things / (fine * fine)
            seen[y, x] = best if 2 * things >= fine * fine else 0
