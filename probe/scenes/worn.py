"""What is worn or carried besides clothes: glasses, helmet, backpack, bags.

The helmet is the paper's (a hard hat, worn with every outfit but one) and so is the backpack; their
forms, sizes and colours are ours.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from probe.scenes.head import head_frame
from probe.scenes.identity import Identity
from probe.scenes.noise import noise_at
from probe.scenes.piece import Piece, material, normals_of, step
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import OUTSIDE, Blended, Block, Cone, Volume, volume_of
from probe.scenes.torso import RIGHT, SIDES, UP

Array = NDArray[np.float64]
FORWARD = np.array([0.0, 1.0, 0.0])
HELMET = (0.74, 0.55, 0.05)


def glasses(bones: Skeleton) -> Piece:
    """A thin frame with temples."""
    frame = head_frame(bones)
    solids: list[Blended] = []
    for sign in (1, -1):
        angles = np.linspace(0, 2 * np.pi, 15)
        rim = [
            frame.at(sign * (0.033 + 0.022 * np.cos(a)), 0.105, 0.001 + 0.016 * np.sin(a))
            for a in angles
        ]
        solids += [(Cone(a, b, 0.0021), 0.002) for a, b in pairwise(rim)]
        hinge = frame.at(sign * 0.055, 0.102, 0.005)
        solids.append((Cone(hinge, frame.at(sign * 0.080, 0.0, 0.008), 0.002), 0.002))
        nose = frame.at(sign * 0.012, 0.106, 0.004)
        solids.append((Cone(nose, frame.at(0, 0.110, 0.006), 0.0021), 0.002))
    vertices, triangles = volume_of(solids, 0.003, 0.01).surface()
    look = material("hard", (0.02, 0.02, 0.022), gloss=0.5)
    return Piece("glasses", vertices, triangles, frame.local(vertices), look, "head")


def helmet(bones: Skeleton) -> Piece:
    """A hard hat: shell, brim that is longer in front, three ridges, chin strap left out."""
    frame = head_frame(bones)
    low, high = frame.at(-0.135, -0.17, 0.02), frame.at(0.135, 0.19, 0.17)
    shape = np.ceil((high - low) / 0.005).astype(int)
    empty = Volume(np.full(shape, OUTSIDE, np.float32), np.r_[low, 0.005])
    values = _hard_hat((empty.points() - frame.centre) / frame.size) * frame.size
    vertices, triangles = Volume(values.astype(np.float32), empty.grid).surface()
    look = material("hard", HELMET, gloss=0.8)
    return Piece("helmet", vertices, triangles, frame.local(vertices), look, "head")


def _hard_hat(q: NDArray[np.floating]) -> NDArray[np.float64]:
    x, y, z = q[..., 0], q[..., 1] + 0.012, q[..., 2]
    radius = np.sqrt((x / 0.102) ** 2 + (y / 0.124) ** 2 + (np.maximum(z - 0.05, 0) / 0.088) ** 2)
    dome = np.maximum((radius - 1) * 0.1, 0.048 - z)
    front = np.where(y > 0, 0.152, 0.134)
    flat = np.hypot(x / 0.115, (y - 0.026 * step(0.02, 0.12, y)) / front)
    brim = np.maximum(
        (flat - 1) * 0.12, np.abs(z - 0.054 + 0.05 * np.maximum(flat - 0.8, 0)) - 0.005
    )
    ridge = np.minimum(np.abs(x), np.abs(np.abs(x) - 0.036) + 0.003) - 0.009
    ridge = np.maximum(np.maximum(ridge, (radius - 1.045) * 0.1), 0.062 - z)
    joined = np.minimum(dome, brim) - np.maximum(0.012 - np.abs(dome - brim), 0) ** 2 / 0.048
    return np.asarray(
        np.minimum(joined, ridge) - np.maximum(0.01 - np.abs(joined - ridge), 0) ** 2 / 0.04
    )


def backpack(person: Identity, bones: Skeleton, clothes: Volume) -> Piece:
    """A backpack lying on the back of the clothes, with straps over the shoulders."""
    s, size = bones.scale, person.backpack_size * bones.scale
    spine = bones.joint("pelvis") + UP * 0.335 * s
    ys = np.linspace(-0.32, 0, 220)
    back = ys[np.argmax(clothes.at(spine + ys[:, None] * FORWARD) < 0)]
    centre = spine + FORWARD * (back - 0.072 * size)
    lean = np.array([[1, 0, 0], [0, 0.9986, 0.0523], [0, -0.0523, 0.9986]])

    def at(x: float, y: float, z: float) -> Array:
        return np.asarray(centre + lean @ (size * np.array([x, y, z])))

    def block(place: tuple[float, float, float], half: tuple[float, ...], r: float) -> Block:
        return Block(at(*place), size * np.array(half), r * size, lean)

    solids: list[Blended] = [
        (block((0, 0, 0), (0.148, 0.080, 0.222), 0.058), 0.02),
        (block((0, -0.083, -0.075), (0.115, 0.034, 0.112), 0.028), 0.008),
        (block((0, -0.058, 0.148), (0.130, 0.045, 0.068), 0.040), 0.02),
        (Cone(at(-0.03, 0.05, 0.235), at(0.03, 0.05, 0.235), 0.011), 0.01),
    ]
    for _, sign in SIDES:
        line = _strap(bones, clothes, sign)
        low = at(sign * 0.13, 0.05, -0.18)
        solids += [(Cone(a, b, 0.0155 * s), 0.006) for a, b in pairwise(line)]
        side = _outside(
            clothes, bones.joint("pelvis") + UP * 0.19 * s, sign * RIGHT + 0.2 * FORWARD
        )
        solids += [(Cone(line[-1], side, 0.010 * s), 0.006), (Cone(side, low, 0.010 * s), 0.006)]
    vertices, triangles = volume_of(solids, 0.0065).surface()
    soft = 0.003 * noise_at(vertices * 16.0, person.seed % 1000)
    vertices = vertices + normals_of(vertices, triangles) * soft[:, None]
    texture = (((vertices - centre) @ lean) / size).astype(np.float32)
    look = material("bag", person.backpack_colour, gloss=0.1, details=(1.0, person.seed % 997))
    return Piece("backpack", vertices, triangles, texture, look, "torso")


def _strap(bones: Skeleton, clothes: Volume, sign: float) -> list[Array]:
    """From the pack's top over the shoulder and down the chest, lying on the clothes."""
    s, root = bones.scale, bones.joint("pelvis")
    points = []
    for u in np.linspace(0, 1, 20):
        angle = np.pi * (1.0 - 1.12 * u)
        centre = root + s * (UP * (0.415 - 0.17 * float(step(0.55, 1, np.array(u)))))
        centre = centre + s * sign * RIGHT * (0.078 + 0.030 * u)
        direction = UP * max(np.sin(angle), -0.25) + FORWARD * np.cos(angle)
        points.append(_outside(clothes, centre, direction))
    inner = [(a + 2 * b + c) / 4 for a, b, c in zip(points, points[1:], points[2:], strict=False)]
    return [points[0], *inner, points[-1]]


def _outside(clothes: Volume, start: Array, direction: Array) -> Array:
    """The last point of the clothes on a ray from inside."""
    ray = start + np.linspace(0.36, 0.0, 180)[:, None] * direction / np.linalg.norm(direction)
    hit = clothes.at(ray) < 0.004
    return np.asarray(ray[int(np.argmax(hit))] if hit.any() else start)


def bag(person: Identity, bones: Skeleton, clothes: Volume) -> list[Piece]:
    """The bag of a person's own clothes: shoulder bag, cross-body bag or tote, on one side."""
    if person.bag == "none":
        return []
    sign = 1.0 if person.seed % 2 else -1.0
    s, root = bones.scale, bones.joint("pelvis")
    drop = {"shoulder": 0.06, "crossbody": -0.03, "tote": -0.02}[person.bag]
    half = {
        "shoulder": (0.05, 0.14, 0.10),
        "crossbody": (0.045, 0.12, 0.085),
        "tote": (0.05, 0.16, 0.16),
    }
    hip = _outside(clothes, root + UP * (drop + 0.1) * s, sign * RIGHT - 0.25 * FORWARD)
    centre = hip + s * (sign * 0.035 * RIGHT - 0.05 * FORWARD - 0.10 * UP)
    tilt = np.array([[1, 0, 0], [0, 0.99, -0.14], [0, 0.14, 0.99]])
    solids: list[Blended] = [(Block(centre, s * np.array(half[person.bag]), 0.035 * s, tilt), 0.01)]
    solids += _bag_strap(person, bones, clothes, sign, centre + UP * 0.07 * s)
    vertices, triangles = volume_of(solids, 0.0065).surface()
    texture = ((vertices - centre) / s).astype(np.float32)
    look = material("bag", person.bag_colour, gloss=0.25, details=(0.0, person.seed % 997))
    return [Piece("bag", vertices, triangles, texture, look, "torso")]


def scarf(person: Identity, bones: Skeleton, clothes: Volume) -> list[Piece]:
    """A scarf round the neck whose ends hang down in front; one person in three has one."""
    if person.seed % 3:
        return []
    s, neck, root = bones.scale, bones.joint("neck"), bones.joint("pelvis")
    angles = np.linspace(0, 2 * np.pi, 17)
    ring = [
        neck
        + s * np.array([0.070 * np.cos(a), 0.074 * np.sin(a) + 0.012, 0.022 - 0.03 * np.sin(a)])
        for a in angles
    ]
    solids: list[Blended] = [(Cone(a, b, 0.024 * s), 0.01) for a, b in pairwise(ring)]
    for _, sign in SIDES:
        end = 0.16 if sign > 0 else 0.06
        line = [neck + s * np.array([sign * 0.03, 0.085, 0.0])]
        for z in np.linspace(0.44, end, 7):
            start = root + s * (UP * z + sign * RIGHT * 0.042)
            line.append(_outside(clothes, start, FORWARD) + 0.004 * FORWARD)
        for a, b in pairwise(line):
            solids += [
                (Cone(a + s * x * RIGHT, b + s * x * RIGHT, 0.016 * s), 0.012)
                for x in (-0.018, 0.018)
            ]
    vertices, triangles = volume_of(solids, 0.006).surface()
    texture = ((vertices - root) / s).astype(np.float32)
    details = (0.045, float(person.seed % 997), 0.0, -9.0, 0.0, -9.0)
    pattern = "stripes" if person.seed % 2 else "plain"
    look = material(pattern, person.bag_colour, person.second_colour, 0.0, details)
    return [Piece("outerwear", vertices, triangles, texture, look, "torso")]


def _bag_strap(
    person: Identity, bones: Skeleton, clothes: Volume, sign: float, bag_top: Array
) -> list[Blended]:
    s, root = bones.scale, bones.joint("pelvis")
    over = -sign if person.bag == "crossbody" else sign
    core = root + s * (UP * 0.40 + over * 0.09 * RIGHT)
    out: list[Blended] = []
    for way in (1.0, -1.0):  # front half, then back half
        points = []
        for u in np.linspace(0, 1, 14):
            start = core + (bag_top - core) * np.array([0.55 * u, 0.0, 0.75 * u])
            direction = UP * (1 - u) ** 1.5 * 1.2 + way * FORWARD * min(1.0, 2.2 * u + 0.05)
            direction = direction + sign * RIGHT * max(0.0, u - 0.6) * 2.0
            points.append(_outside(clothes, start, direction))
        points.append(bag_top)
        out += [(Cone(a, b, 0.009 * s), 0.004) for a, b in pairwise(points)]
    return out
