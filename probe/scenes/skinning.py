"""Which bones move a point of a piece, and by how much (linear blend skinning).

Each point belongs to regions (torso, arms, legs) by its distance in units of the limb's thickness;
within a region neighbouring bones hand over smoothly along it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.scenes.piece import step
from probe.scenes.skeleton import BONES, Skeleton

Array = NDArray[np.float64]
KEPT = 4
"""Bones kept for a point: four, as is usual for linear blend skinning."""

_SOFTNESS = 0.12
"""Distance, in units of a limb's thickness, over which regions share a point (ours, by
eye)."""


def weights(bones: Skeleton, points: NDArray[np.floating], hold: str) -> Array:
    """Weights (n, 17) of points held as `hold` says; each row sums to 1."""
    out = np.zeros((len(points), len(BONES)))
    if hold in BONES:
        out[:, BONES.index(hold)] = 1.0
    elif hold == "neck":
        _neck(bones, points, out)
    elif hold == "torso":
        _torso(bones, points, out, np.ones(len(points)))
    else:
        _regions(bones, points, hold, out)
    return out


def strongest(full: Array) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The `KEPT` strongest bones of every point and their weights, normalised to sum 1."""
    order = np.argsort(-full, axis=1, kind="stable")[:, :KEPT]
    kept = np.take_along_axis(full, order, 1)
    return order.astype(np.int8), (kept / kept.sum(1, keepdims=True)).astype(np.float32)


def _regions(bones: Skeleton, points: NDArray[np.floating], hold: str, out: Array) -> None:
    q = (points - bones.joint("pelvis")) / bones.scale
    far = [_torso_distance(q)]
    arms = (5, 8) if hold in ("top", "skirt") else ()
    legs = (11, 14) if hold in ("bottom", "skirt") else ()
    for first in (*arms, *legs):
        far.append(_chain_distance(bones, points, first, 0.052 if first < 11 else 0.085))
    distance = np.stack(far, 1)
    if arms:  # below the armpits sleeve and body lie close but move apart
        firm = 1 + 2.5 * (1 - step(0.30, 0.40, q[:, 2]))
        distance[:, 1:3] = distance[:, :1] + (distance[:, 1:3] - distance[:, :1]) * firm[:, None]
    if legs:
        soft = 1 - step(-0.22, -0.05, q[:, 2])  # below the hips the torso lets go
        distance[:, 0] += 2.5 * soft * (0.25 if hold == "skirt" else 1.0)
    share = np.exp(-(distance - distance.min(1, keepdims=True)) / _SOFTNESS)
    share /= share.sum(1, keepdims=True)
    if hold == "skirt":
        _loosen(share, q, len(arms))
    _torso(bones, points, out, share[:, 0])
    for n, first in enumerate((*arms, *legs), start=1):
        _chain(bones, points, out, share[:, n], first)


def _loosen(share: Array, q: Array, arms: int) -> None:
    """A skirt follows both thighs by less than a trouser leg does, and evenly in the middle."""
    right = step(-0.16, 0.16, q[:, 0])
    legs = share[:, 1 + arms :].sum(1)
    free = 0.35 * legs
    share[:, 0] += free
    share[:, 1 + arms] = (legs - free) * right
    share[:, 2 + arms] = (legs - free) * (1 - right)


def _torso_distance(q: Array) -> Array:
    over = np.maximum(q[:, 2] - 0.50, 0) / 0.06 + np.maximum(-0.12 - q[:, 2], 0) / 0.10
    return np.asarray(np.hypot(q[:, 0] / 0.162, q[:, 1] / 0.118) + over)


def _chain_distance(
    bones: Skeleton, points: NDArray[np.floating], first: int, thickness: float
) -> Array:
    nearest = np.full(len(points), np.inf)
    for n in range(2):
        a, b = bones.joints[first + n], bones.joints[first + n + 1]
        axis = b - a
        t = np.clip((points - a) @ axis / (axis @ axis), 0, 1.15)
        nearest = np.minimum(nearest, np.linalg.norm(points - a - t[:, None] * axis, axis=1))
    return np.asarray(nearest / (thickness * bones.scale))


def _torso(bones: Skeleton, points: NDArray[np.floating], out: Array, share: Array) -> None:
    z = (points[:, 2] - bones.joint("pelvis")[2]) / bones.scale
    spine, chest, neck = step(0.02, 0.20, z), step(0.17, 0.34, z), step(0.53, 0.60, z)
    out[:, 0] += share * (1 - spine)
    out[:, 1] += share * spine * (1 - chest)
    out[:, 2] += share * spine * chest * (1 - 0.6 * neck)
    out[:, 3] += share * spine * chest * 0.6 * neck


def _chain(
    bones: Skeleton, points: NDArray[np.floating], out: Array, share: Array, first: int
) -> None:
    """Hand over along a limb: its second bone takes over around the middle joint."""
    joint, end = bones.joints[first + 1], bones.joints[first + 2]
    along = (end - bones.joints[first]) / np.linalg.norm(end - bones.joints[first])
    width = 0.055 if first < 11 else 0.075
    low = step(-width * bones.scale, width * bones.scale, (points - joint) @ along)
    out[:, first] += share * (1 - low)
    out[:, first + 1] += share * low


def _neck(bones: Skeleton, points: NDArray[np.floating], out: Array) -> None:
    z = (points[:, 2] - bones.joint("neck")[2]) / bones.scale
    neck, head = step(-0.02, 0.04, z), step(0.03, 0.10, z)
    out[:, 2] = 1 - neck
    out[:, 3] = neck * (1 - head)
    out[:, 4] = neck * head
