"""Torso, arms and legs as lofts: the forms that garments and bare skin share.

Girths are ours, by eye, of a slim grown-up of 1.75 m (waist about 77 cm, hip about 94 cm);
`build`, `hip` and `shoulder` of a person scale them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.scenes.identity import Identity
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import Blended, Cone, Ellipsoid, Loft

Array = NDArray[np.float64]
UP = np.array([0.0, 0.0, 1.0])
RIGHT = np.array([1.0, 0.0, 0.0])
SIDES = ((0, 1.0), (1, -1.0))
"""Index and sign of x of the right and the left side."""

_PROFILE = (  # height over the root, half width, half depth, all in units of the body's scale
    (-0.11, 0.166, 0.120), (-0.02, 0.170, 0.124), (0.06, 0.160, 0.117), (0.15, 0.141, 0.104),
    (0.25, 0.147, 0.108), (0.34, 0.157, 0.117), (0.41, 0.158, 0.114), (0.455, 0.150, 0.102),
    (0.490, 0.126, 0.086), (0.520, 0.090, 0.070), (0.548, 0.068, 0.060), (0.585, 0.058, 0.056),
)  # fmt: skip
_SKIRTED = ((-0.45, 0.190, 0.165), (-0.25, 0.182, 0.148))


def torso(person: Identity, bones: Skeleton, ease: float, hem: float, boxy: bool) -> Loft:
    """The torso from `hem` (units of scale over the root) to the neck.

    Args:
        person: whose.
        bones: their skeleton.
        ease: ratio of the cloth's size to the body's.
        hem: lower end; below -0.11 the form goes on as the skirt of a coat.
        boxy: whether the cloth hangs straight from the chest instead of following the waist.
    """
    rows = [_row(person, *row, ease, boxy) for row in (*_SKIRTED, *_PROFILE)]
    heights = np.array([hem, *(row[0] for row in rows if row[0] > hem + 0.01)])
    whole = np.array(rows)
    table = np.stack([np.interp(heights, whole[:, 0], column) for column in whole.T], 1)
    table[:, 0] = (table[:, 0] - hem) / (0.585 - hem)
    table[:, 1:] *= bones.scale
    root, s = bones.joint("pelvis"), bones.scale
    return Loft(root + UP * hem * s, root + UP * 0.585 * s, RIGHT, table, 2.35, 0.008)


def _row(
    person: Identity, z: float, half_width: float, half_depth: float, ease: float, boxy: bool
) -> tuple[float, float, float, float]:
    sexed = (0.93 if person.female else 1.0) if 0.1 < z < 0.3 else 1.0
    girth = person.hip if z < 0.1 else (sexed if z < 0.3 else person.shoulder)
    grown = ease * person.build ** (0.85 if z < 0.44 else 0.45)
    if boxy and z < 0.33:
        half_width, half_depth = max(half_width, 0.156), max(half_depth, 0.114)
        girth = max(girth, 1.0)
    bust = 0.016 * np.exp(-(((z - 0.345) / 0.065) ** 2)) if person.female else 0.0
    belly = 0.028 * person.belly * np.exp(-(((z - 0.10) / 0.12) ** 2))
    back = 0.018 * float(np.clip((z - 0.42) / 0.16, 0, 1))
    forward = 0.8 * belly + 0.9 * bust + 0.004 - back
    width = half_width * girth * grown
    return z, width, (half_depth + belly * 0.9 + bust * 0.6) * grown, forward


def shoulders(person: Identity, bones: Skeleton, extra: float) -> list[Blended]:
    """Deltoids and the slope from the neck to them; `extra` is the cloth's thickness in m."""
    s, girth = bones.scale, person.build**0.5 * (0.92 if person.female else 1.0)
    out: list[Blended] = []
    neck = bones.joint("neck")
    for side, sign in SIDES:
        shoulder = bones.joints[5 + 3 * side]
        centre = shoulder + s * np.array([-sign * 0.010, 0.0, -0.022])
        radii = np.array([0.048, 0.050, 0.056]) * s * girth + 0.6 * extra
        out.append((Ellipsoid(centre, radii), 0.045))
        base = neck + s * np.array([sign * 0.036, -0.010, -0.012])
        tip = shoulder + s * np.array([-sign * 0.018, -0.004, 0.000])
        size = 0.034 * s * girth + 0.4 * extra
        out.append((Cone(base, tip, size, size * 1.02), 0.04))
    return out


def arm_radius(person: Identity, bones: Skeleton) -> float:
    """Half thickness of the upper arm in metres."""
    return float(0.0435 * person.build**0.6 * (0.9 if person.female else 1.0) * bones.scale)


def upper_arm(bones: Skeleton, side: int, rows: Array) -> Loft:
    """A loft along the upper arm of a side (0 right, 1 left)."""
    at = 5 + 3 * side
    across = bones.arms[2 * side] @ RIGHT
    return Loft(bones.joints[at], bones.joints[at + 1], across, rows, cap=0.03)


def forearm(bones: Skeleton, side: int, rows: Array) -> Loft:
    """A loft along the forearm of a side."""
    at = 6 + 3 * side
    across = bones.arms[2 * side + 1] @ RIGHT
    return Loft(bones.joints[at], bones.joints[at + 1], across, rows, cap=0.012)


def thigh(bones: Skeleton, side: int, rows: Array) -> Loft:
    """A loft along the thigh of a side."""
    at = 11 + 3 * side
    return Loft(bones.joints[at], bones.joints[at + 1], bones.thighs[side] @ RIGHT, rows)


def calf(bones: Skeleton, side: int, rows: Array) -> Loft:
    """A loft along the lower leg of a side."""
    at = 12 + 3 * side
    across = bones.thighs[side] @ RIGHT
    return Loft(bones.joints[at], bones.joints[at + 1], across, rows, cap=0.01)


def bare_arms(person: Identity, bones: Skeleton) -> list[Blended]:
    """Arms without sleeves."""
    r = arm_radius(person, bones)
    upper = np.array([
        (0.0, r, 1.08 * r, 0), (0.35, 1.0 * r, 1.08 * r, 0), (0.7, 0.88 * r, 0.92 * r, 0),
        (1.03, 0.80 * r, 0.80 * r, 0),
    ])  # fmt: skip
    lower = np.array([
        (-0.05, 0.80 * r, 0.80 * r, 0), (0.22, 0.88 * r, 0.84 * r, 0), (0.6, 0.70 * r, 0.63 * r, 0),
        (0.95, 0.60 * r, 0.46 * r, 0), (1.06, 0.60 * r, 0.46 * r, 0),
    ])  # fmt: skip
    out: list[Blended] = []
    for side, _ in SIDES:
        out += [(upper_arm(bones, side, upper), 0.02), (forearm(bones, side, lower), 0.025)]
    return out


def bare_legs(person: Identity, bones: Skeleton) -> list[Blended]:
    """Legs without trousers, from mid-thigh to the ankle."""
    g = bones.scale * person.build**0.8
    upper = np.array([
        (0.2, 0.082, 0.088, 0), (0.6, 0.066, 0.072, 0.002), (0.9, 0.052, 0.057, 0.004),
        (1.05, 0.048, 0.054, 0.003),
    ])  # fmt: skip
    lower = np.array([
        (-0.06, 0.048, 0.054, 0.003), (0.06, 0.046, 0.052, 0.0), (0.28, 0.052, 0.060, -0.010),
        (0.65, 0.036, 0.042, -0.004), (0.92, 0.030, 0.035, 0), (1.1, 0.033, 0.040, 0),
    ])  # fmt: skip
    out: list[Blended] = []
    for side, _ in SIDES:
        for make, rows, blend in ((thigh, upper, 0.02), (calf, lower, 0.03)):
            scaled = rows.copy()
            scaled[:, 1:] *= g
            out.append((make(bones, side, scaled), blend))
    return out
