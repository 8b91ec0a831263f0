"""Hands and shoes. Measures are ours; a shoe is 27 cm long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.scenes.identity import Identity
from probe.scenes.palette import Colour
from probe.scenes.piece import Piece, material
from probe.scenes.skeleton import Skeleton, turn
from probe.scenes.solids import Blended, Block, Cone, Ellipsoid, volume_of
from probe.scenes.torso import SIDES, bare_arms

Array = NDArray[np.float64]
_FINGERS = ((0.030, 0.066), (0.0105, 0.075), (-0.0095, 0.070), (-0.028, 0.056))
"""Index to little finger: place across the palm (forward is positive) and length."""


def hands(person: Identity, bones: Skeleton) -> list[Piece]:
    """Both hands, relaxed, palms towards the thighs."""
    pieces = []
    for side, sign in SIDES:
        volume = volume_of(_hand(person, bones, side, sign), 0.0042, 0.012)
        vertices, triangles = volume.surface()
        texture = ((vertices - bones.joints[7 + 3 * side]) / bones.scale).astype(np.float32)
        name = "hand_r" if side == 0 else "hand_l"
        look = material("skin", person.skin)
        pieces.append(Piece("skin", vertices, triangles, texture, look, name))
    return pieces


def sleeveless_arms(person: Identity, bones: Skeleton) -> Piece:
    """Bare arms, for short sleeves."""
    vertices, triangles = volume_of(bare_arms(person, bones), 0.0065).surface()
    texture = ((vertices - bones.joint("pelvis")) / bones.scale).astype(np.float32)
    return Piece("skin", vertices, triangles, texture, material("skin", person.skin), "top")


def _hand(person: Identity, bones: Skeleton, side: int, sign: float) -> list[Blended]:
    frame = bones.arms[2 * side + 1] @ turn("z", sign * 10) @ turn("x", 6)
    wrist, s = bones.joints[7 + 3 * side], bones.scale * (0.93 if person.female else 1.0)

    def at(inward: float, forward: float, down: float) -> Array:
        return np.asarray(wrist + frame @ (s * np.array([-sign * inward, forward, -down])))

    out: list[Blended] = [
        (Cone(at(0, 0, -0.04), at(0, 0, 0.02), 0.023 * s, 0.022 * s), 0.02),
        (
            Block(at(0.002, 0.001, 0.058), s * np.array([0.0135, 0.037, 0.043]), 0.012 * s, frame),
            0.02,
        ),
        (Ellipsoid(at(0.008, 0.026, 0.042), s * np.array([0.014, 0.018, 0.026]), frame), 0.015),
    ]
    for n, (across, length) in enumerate(_FINGERS):
        curl = 0.010 + 0.004 * n
        knuckle = at(0.000, across, 0.096)
        middle = at(0.3 * curl, across * 1.08, 0.096 + 0.48 * length)
        tip = at(0.3 * curl + 1.5 * curl, across * 1.06, 0.096 + 0.90 * length)
        out.append((Cone(knuckle, middle, 0.0092 * s, 0.0082 * s), 0.006))
        out.append((Cone(middle, tip, 0.0082 * s, 0.0068 * s), 0.003))
    base, joint, tip = at(0.006, 0.030, 0.035), at(0.018, 0.054, 0.068), at(0.024, 0.058, 0.100)
    out.append((Cone(base, joint, 0.0125 * s, 0.0105 * s), 0.014))
    out.append((Cone(joint, tip, 0.0105 * s, 0.0080 * s), 0.004))
    return out


def shoes(bones: Skeleton, upper: Colour, sole: Colour) -> list[Piece]:
    """Both shoes with soles, toes pointing forward at rest."""
    pieces = []
    for side, sign in SIDES:
        ankle, s = bones.joints[13 + 3 * side], bones.scale
        floor = np.array([ankle[0], ankle[1], ankle[2] - 0.085 * s])
        body, base = _shoe(floor, s, sign), _sole(floor, s, sign)
        volume = volume_of([*body, *base], 0.0055, 0.02)
        points = volume.points()
        cut = (floor[2] + 0.002 - points[..., 2]).astype(np.float32)
        vertices, triangles = volume.restrict(cut, 0.004).surface()
        texture = ((vertices - floor) / s).astype(np.float32)
        name = "foot_r" if side == 0 else "foot_l"
        look = material("shoe", upper, sole, 0.3)
        pieces.append(Piece("shoes", vertices, triangles, texture, look, name))
    return pieces


def _shoe(floor: Array, s: float, sign: float) -> list[Blended]:
    def at(x: float, y: float, z: float) -> Array:
        return floor + s * np.array([x, y, z])

    return [
        (Ellipsoid(at(0, -0.026, 0.046), s * np.array([0.035, 0.052, 0.044])), 0.02),
        (Ellipsoid(at(sign * 0.004, 0.060, 0.040), s * np.array([0.041, 0.092, 0.034])), 0.03),
        (Ellipsoid(at(sign * 0.002, 0.138, 0.032), s * np.array([0.042, 0.052, 0.026])), 0.03),
        (Cone(at(0, -0.020, 0.05), at(0, -0.022, 0.085), 0.036 * s, 0.031 * s), 0.02),
        (Ellipsoid(at(0, 0.030, 0.074), s * np.array([0.024, 0.045, 0.018])), 0.02),
    ]


def _sole(floor: Array, s: float, sign: float) -> list[Blended]:
    def block(y: float, half: tuple[float, float, float]) -> Block:
        return Block(floor + s * np.array([sign * 0.003, y, 0.012]), s * np.array(half), 0.011 * s)

    def disc(y: float, radii: tuple[float, float, float]) -> Ellipsoid:
        return Ellipsoid(floor + s * np.array([sign * 0.003, y, 0.012]), s * np.array(radii))

    return [
        (block(0.04, (0.040, 0.085, 0.013)), 0.006),
        (disc(-0.035, (0.041, 0.045, 0.022)), 0.006),
        (disc(0.130, (0.047, 0.066, 0.022)), 0.006),
    ]
