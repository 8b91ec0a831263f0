"""Trousers, shorts and skirts, and the bare legs below them. Cuts and folds are ours, by eye."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.cloth import Sleeve, drape, sleeve_folds, texture_of
from probe.scenes.identity import Identity
from probe.scenes.palette import Colour
from probe.scenes.piece import Piece, material, normals_of
from probe.scenes.randomness import word
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import Blended, Loft, Volume, volume_of
from probe.scenes.torso import RIGHT, SIDES, UP, bare_legs, calf, thigh

STEP = 0.0075
"""Grid step in metres, that of `tops`."""


@dataclass(frozen=True)
class Legs:
    """How legwear is cut: width added at the knee and at the hem in m, fold height in m."""

    knee: float
    hem: float
    folds: float
    denim: bool = False
    short: bool = False
    skirt: bool = False


LEGS = {
    "jeans": Legs(0.010, 0.017, 0.0065, denim=True),
    "slim": Legs(0.003, 0.004, 0.0045),
    "leggings": Legs(-0.001, -0.001, 0.0015),
    "chino": Legs(0.012, 0.016, 0.0065),
    "loose": Legs(0.022, 0.024, 0.009),
    "wide": Legs(0.026, 0.045, 0.009),
    "shorts": Legs(0.020, 0.020, 0.006, short=True),
    "skirt": Legs(0.0, 0.0, 0.006, short=True, skirt=True),
}


def bottoms(
    person: Identity, bones: Skeleton, kind: str, colour: Colour, above: tuple[Volume, float]
) -> list[Piece]:
    """The pieces of legwear by kind; `above` is the top garment's volume and its hem."""
    cut = LEGS[kind]
    if cut.skirt:
        piece = _skirt(person, bones, cut, colour, above)
        return [piece, _skin_legs(person, bones)]
    pieces = [_trousers(person, bones, cut, colour, above)]
    if cut.short:
        pieces.append(_skin_legs(person, bones))
    return pieces


def _skin_legs(person: Identity, bones: Skeleton) -> Piece:
    vertices, triangles = volume_of(bare_legs(person, bones), STEP).surface()
    texture = texture_of(vertices, bones.joint("pelvis"), bones.scale, [])
    return Piece("skin", vertices, triangles, texture, material("skin", person.skin), "bottom")


def _pelvis(person: Identity, bones: Skeleton) -> Loft:
    q = person.build**0.85 * bones.scale
    h, belly = person.hip, 0.014 * person.belly
    rows = np.array([
        (-0.1, 0.13 * h * q, 0.095 * q, 0.0), (0.25, 0.166 * h * q, 0.119 * q, -0.013 * q),
        (0.55, 0.166 * h * q, 0.120 * q, -0.012 * q), (1.0, 0.148 * h * q, 0.107 * q, belly),
    ])  # fmt: skip
    root, s = bones.joint("pelvis"), bones.scale
    return Loft(root - UP * 0.115 * s, root + UP * 0.06 * s, RIGHT, rows, 2.3, 0.03)


def _legs(person: Identity, bones: Skeleton, cut: Legs) -> list[Sleeve]:
    g, hip, s = bones.scale * person.build**0.85, person.hip, bones.scale
    knee, hem = cut.knee * s, cut.hem * s
    upper = np.array([
        (-0.05, 0.082 * g * hip + 0.3 * knee, 0.090 * g + 0.3 * knee, -0.004),
        (0.15, 0.086 * g * hip + 0.5 * knee, 0.094 * g + 0.5 * knee, 0.0),
        (0.55, 0.069 * g + 0.85 * knee, 0.076 * g + 0.85 * knee, 0.003),
        (0.88, 0.056 * g + knee, 0.062 * g + knee, 0.004),
        (1.06, 0.052 * g + knee, 0.059 * g + knee, 0.003),
    ])  # fmt: skip
    mid = 0.5 * (knee + hem)
    lower = np.array([
        (-0.06, 0.052 * g + knee, 0.059 * g + knee, 0.003),
        (0.12, 0.051 * g + knee, 0.058 * g + knee, 0.0),
        (0.30, 0.053 * g + mid, 0.061 * g + mid, -0.006),
        (0.62, 0.044 * g + mid, 0.049 * g + mid, -0.005),
        (0.90, 0.037 * g + hem, 0.043 * g + hem, 0.0),
        (1.06, 0.039 * g + 1.1 * hem, 0.047 * g + 1.1 * hem, 0.003),
    ])  # fmt: skip
    out = []
    for side, sign in SIDES:
        above = upper[upper[:, 0] < 0.6] if cut.short else upper
        if cut.short:
            above = np.vstack([above, (0.86, 0.066 * g + knee, 0.074 * g + knee, 0.003)])
        gathers = [(1.0, 0.16, 0.5), (0.06, 0.13, 0.8), (0.5, 0.3, 0.2)]
        loft = thigh(bones, side, above)
        out.append(Sleeve(loft, gathers, cut.folds, 0.155 * s, 0.0, 0.088 * sign))
        if not cut.short:
            breaks = [(0.06, 0.16, 0.6), (0.98, 0.17, 1.3), (0.5, 0.3, 0.2)]
            loft = calf(bones, side, lower)
            out.append(Sleeve(loft, breaks, cut.folds, 0.12 * s, -0.4, 0.088 * sign))
    return out


def _trousers(
    person: Identity, bones: Skeleton, cut: Legs, colour: Colour, above: tuple[Volume, float]
) -> Piece:
    sleeves = _legs(person, bones, cut)
    solids: list[Blended] = [(_pelvis(person, bones), 0.02)]
    solids += [
        (sleeve.loft, 0.03 if cut.short or n % 2 == 0 else 0.012)
        for n, sleeve in enumerate(sleeves)
    ]
    vertices, triangles = volume_of(solids, STEP).surface()
    normals = normals_of(vertices, triangles)
    height = np.zeros(len(vertices))
    for n, sleeve in enumerate(sleeves):
        height += sleeve_folds(sleeve, vertices, word(person.seed, "leg", n) % 1000)
    # Folds of the two legs must not meet in the middle.
    height *= 1 - np.exp(-((vertices[:, 0] / 0.03) ** 2))
    vertices = (vertices + normals * height[:, None]).astype(np.float32)
    vertices = _tucked(vertices, normals, bones, above)
    texture = texture_of(vertices, bones.joint("pelvis"), bones.scale, sleeves)
    details = (0.1, float(person.seed % 997), 0.0, -9.0, 0.0, -9.0)
    look = material("denim" if cut.denim else "plain", colour, colour, 0.0, details)
    return Piece("bottom", vertices, triangles, texture, look, "bottom")


def _skirt(
    person: Identity, bones: Skeleton, cut: Legs, colour: Colour, above: tuple[Volume, float]
) -> Piece:
    s, q, hip = bones.scale, bones.scale * person.build**0.85, person.hip
    long = person.seed % 2 == 1
    root = bones.joint("pelvis")
    low, high = (-0.52 if long else -0.34) * s, 0.06 * s
    flare = 0.235 if long else 0.205
    rows = np.array([
        (0.0, flare * q, 0.80 * flare * q, 0.0), (0.4, 0.192 * q * hip, 0.152 * q, 0.0),
        (0.72, 0.174 * hip * q, 0.127 * q, -0.008), (1.0, 0.147 * hip * q, 0.107 * q, 0.0),
    ])  # fmt: skip
    loft = Loft(root + UP * low, root + UP * high, RIGHT, rows, 2.1, 0.01)
    vertices, triangles = volume_of([(loft, 0.01)], STEP).surface()
    normals = normals_of(vertices, triangles)
    x, y, z = ((vertices - root) / s).T
    pleats = np.cos(np.arctan2(x, y) * 14 + person.seed % 6) * np.clip(-z * 2.2, 0, 1)
    height = cut.folds * pleats + drape((vertices - root) / s, -0.3, 0.004, person.seed % 1000)
    vertices = (vertices + normals * height[:, None]).astype(np.float32)
    vertices = _tucked(vertices, normals, bones, above)
    texture = texture_of(vertices, root, s, [])
    details = (0.1, float(person.seed % 997), 0.0, -9.0, 0.0, -9.0)
    return Piece(
        "bottom", vertices, triangles, texture, material("plain", colour, colour, 0.0, details),
        "skirt",
    )  # fmt: skip


def _tucked(
    vertices: NDArray[np.float32],
    normals: NDArray[np.float32],
    bones: Skeleton,
    above: tuple[Volume, float],
) -> NDArray[np.float32]:
    """Legwear pulled in where it would poke through the garment above its hem."""
    volume, hem = above
    height = (vertices - bones.joint("pelvis"))[:, 2] / bones.scale
    over = volume.at(vertices) + np.float32(0.022)
    push = np.where((height > hem + 0.004) & (over < 0.06), np.clip(over, 0, 0.06), 0)
    return np.asarray(vertices - normals * push[:, None], np.float32)
