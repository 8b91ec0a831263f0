"""Hair by style: a cap over the skull, carved at the hairline, with locks. Measures are ours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.scenes.head import HeadFrame, head_frame
from probe.scenes.identity import Identity
from probe.scenes.noise import noise_at
from probe.scenes.piece import Piece, material, normals_of, step
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import Blended, Cone, Volume, volume_of

STEP = 0.005
"""Grid step in metres (ours)."""
_THICKNESS = {
    "short": 0.011, "parted": 0.014, "long-top": 0.013, "curly": 0.024, "bob": 0.015,
    "long": 0.014, "bun": 0.008, "ponytail": 0.008,
}  # fmt: skip
_HANGING = ("bob", "long")


def hair(person: Identity, bones: Skeleton, under_helmet: bool) -> list[Piece]:
    """The hair of a person as one piece, or none for bald and cropped heads."""
    style = person.hair
    if style in ("bald", "crop"):
        return []
    frame = head_frame(bones)
    thick = _THICKNESS[style] * (0.55 if under_helmet else 1.0)
    volume = volume_of(_masses(style, frame, thick, under_helmet), STEP, 0.02)
    volume = _hairline(person, frame, volume)
    vertices, triangles = volume.surface()
    if not len(triangles):
        return []
    vertices = _locks(person, frame, vertices, triangles)
    shine = 0.15 if style == "curly" else 0.4
    details = (1.0 if style == "curly" else 0.0, float(person.seed % 997))
    look = material("hair", person.hair_colour, person.hair_colour, shine, details)
    return [Piece("hair", vertices, triangles, frame.local(vertices), look, "head")]


def _masses(style: str, frame: HeadFrame, thick: float, flat: bool) -> list[Blended]:
    lift = 0.0 if flat else 1.0
    out: list[Blended] = [
        (frame.ball((0, -0.018, 0.033), (0.0745 + thick, 0.094 + thick, 0.084 + thick)), 0.02)
    ]
    if style == "short":
        out.append((frame.ball((0, 0.040, 0.094), (0.056, 0.042, 0.020 * lift + 0.004)), 0.03))
    if style == "parted":
        out.append(
            (frame.ball((-0.016, 0.040, 0.098), (0.058, 0.046, 0.024 * lift + 0.004)), 0.025)
        )
    if style == "long-top":
        out.append((frame.ball((0.0, 0.052, 0.106), (0.050, 0.042, 0.028 * lift + 0.003)), 0.03))
    if style == "bun":
        out.append(
            (frame.ball((0, -0.108, -0.012 if flat else 0.050), (0.038, 0.036, 0.036)), 0.012)
        )
    if style == "ponytail":
        out += _ponytail(frame)
    if style in _HANGING:
        out += _curtain(frame, style)
    return out


def _ponytail(frame: HeadFrame) -> list[Blended]:
    places = [(0, -0.105, 0.045), (0, -0.135, 0.02), (0, -0.138, -0.06), (0, -0.118, -0.15)]
    radii = (0.020, 0.026, 0.027, 0.012)
    return [
        (Cone(frame.at(*a), frame.at(*b), r * frame.size, q * frame.size), 0.02)
        for a, b, r, q in zip(places[:-1], places[1:], radii[:-1], radii[1:], strict=True)
    ]


def _curtain(frame: HeadFrame, style: str) -> list[Blended]:
    """Hair that hangs: round the back from ear to ear, tapering, lying on the shoulders."""
    low, size = (-0.085 if style == "bob" else -0.19), frame.size
    out: list[Blended] = []
    for n, degrees in enumerate(np.linspace(-112, 112, 9)):
        side, back = np.sin(np.radians(degrees)), np.cos(np.radians(degrees))
        drop = low + (0.012 if n % 2 else 0.0) + (0.02 if abs(degrees) > 80 else 0.0)
        start = frame.at(0.066 * side, -0.018 - 0.070 * back, 0.03)
        neck = frame.at(0.068 * side, -0.020 - 0.062 * back, -0.06)
        end = frame.at(0.070 * side, -0.030 - 0.060 * back, drop)
        out += [
            (Cone(start, neck, 0.024 * size, 0.023 * size), 0.02),
            (Cone(neck, end, 0.023 * size, 0.013 * size), 0.02),
        ]
    return out


def _hairline(person: Identity, frame: HeadFrame, volume: Volume) -> Volume:
    """Cut the face, the ears and the neck free."""
    points = volume.points()
    q = (points - frame.centre.astype(np.float32)) / np.float32(frame.size)
    x, y, z = np.abs(q[..., 0]), q[..., 1], q[..., 2]
    style, f = person.hair, person.face
    line = 0.060 + 0.004 * f[9] + 0.006 * np.sin(q[..., 0] * 55 + person.seed)
    temple = np.maximum(x - 0.040, 0)
    face = np.maximum(z - line + 0.9 * temple, 0.040 - y + 0.6 * np.maximum(0.01 - z, 0))
    if style in _HANGING:
        face = np.maximum(face, x - 0.066 - 0.12 * np.maximum(-0.03 - z, 0))
        front = np.maximum(0.012 - y, z - 0.01)
        free = np.minimum(face, np.maximum(front, x - 0.060))
        return volume.restrict((-free * frame.size).astype(np.float32), 0.010)
    nape = -0.052 if style != "bun" else -0.035
    side = np.where(y > -0.03, np.where(y < 0.012, 0.020, 0.004 + 0.3 * (0.04 - y)), nape)
    free = np.minimum(face, np.where(z < 0.06, z - side, 1.0))
    if style in ("ponytail", "bun"):
        free = np.where(y < -0.094, 1.0, free)
    return volume.restrict((-free * frame.size).astype(np.float32), 0.010)


def _locks(
    person: Identity,
    frame: HeadFrame,
    vertices: NDArray[np.float32],
    triangles: NDArray[np.int32],
) -> NDArray[np.float32]:
    normals, q, seed = normals_of(vertices, triangles), frame.local(vertices), person.seed % 1000
    if person.hair == "curly":
        height = 0.005 * noise_at(q * 75, seed) + 0.004 * noise_at(q * 38, seed + 1)
    else:
        around = np.arctan2(q[:, 0], -q[:, 1] + 0.02)
        flow = np.stack([around * 6.5, q[:, 2] * 9, q[:, 1] * 6], 1)
        height = 0.0032 * noise_at(flow, seed) + 0.0022 * noise_at(flow * [2.6, 0.8, 1], seed + 1)
    taper = step(-0.25, -0.1, q[:, 2]) * 0.5 + 0.5
    return np.asarray(vertices + normals * (height * taper)[:, None], np.float32)
