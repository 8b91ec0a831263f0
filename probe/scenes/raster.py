"""Inner loops from triangles to samples: a z-buffer, and samples averaged into pixels."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from probe.scenes.compiled import compiled

EMPTY = np.float32(1e9)
"""Depth where nothing is."""


@compiled
def projected(
    points: NDArray[np.float32], lens: NDArray[np.float32], out: NDArray[np.float32]
) -> None:
    """Pixels and depth (n, 3) of points (n, 3); lens (4, 3) is the camera's place and its axes,
    the first two times the focal length; pixels count from the frame's middle.
    """
    for n in range(points.shape[0]):
        x, y, z = points[n, 0] - lens[0, 0], points[n, 1] - lens[0, 1], points[n, 2] - lens[0, 2]
        depth = x * lens[3, 0] + y * lens[3, 1] + z * lens[3, 2]
        out[n, 0] = (x * lens[1, 0] + y * lens[1, 1] + z * lens[1, 2]) / depth
        out[n, 1] = (x * lens[2, 0] + y * lens[2, 1] + z * lens[2, 2]) / depth
        out[n, 2] = depth


@compiled
def nearest(
    pixels: NDArray[np.float32],
    triangles: NDArray[np.int32],
    shift: tuple[float, float, float],
    buffer: NDArray[np.float32],
    winner: NDArray[np.int32],
    inside: NDArray[np.float32],
) -> None:
    """Draw the front faces of triangles into a z-buffer.

    Args:
        pixels: (n, 3) vertex positions in pixels from the frame's middle, and depth in metres.
        triangles: (m, 3).
        shift: the crop's corner from the frame's middle, and samples per pixel.
        buffer: (h, w) depth of the nearest surface, filled with EMPTY before.
        winner: (h, w) triangle seen in a sample, -1 for none.
        inside: (h, w, 2) weights of the triangle's second and third vertex.
    """
    height, width = buffer.shape
    for t in range(triangles.shape[0]):
        i, j, k = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        ax, ay = (pixels[i, 0] - shift[0]) * shift[2], (pixels[i, 1] - shift[1]) * shift[2]
        bx, by = (pixels[j, 0] - pixels[i, 0]) * shift[2], (pixels[j, 1] - pixels[i, 1]) * shift[2]
        cx, cy = (pixels[k, 0] - pixels[i, 0]) * shift[2], (pixels[k, 1] - pixels[i, 1]) * shift[2]
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
                z = pixels[i, 2] + u * (pixels[j, 2] - pixels[i, 2])
                z += v * (pixels[k, 2] - pixels[i, 2])
                if z < buffer[y, x]:
                    buffer[y, x] = z
                    winner[y, x] = t
                    inside[y, x, 0] = u
                    inside[y, x, 1] = v


@compiled
def corners(
    winner: NDArray[np.int32], triangles: NDArray[np.int32], shown: NDArray[np.bool_]
) -> None:
    """Mark the vertices `shown` (n,) of the triangles that are seen in a sample.

    Args:
        winner: (h, w) triangle seen in a sample, -1 for none.
        triangles: (m, 3).
        shown: False before.
    """
    last = -1
    for y in range(winner.shape[0]):
        for x in range(winner.shape[1]):
            t = winner[y, x]
            if t < 0 or t == last:
                continue
            last = t
            for k in range(3):
                shown[triangles[t, k]] = True


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
