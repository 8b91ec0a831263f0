"""Head and neck: the skull, the face's features, and what paints them.

Measures are ours, of an average head (skull 15 cm wide, 19 cm long); ten numbers of a face vary
them by some millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from probe.scenes.identity import Identity
from probe.scenes.piece import Piece, material
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import Blended, Cone, Ellipsoid, Loft, Volume, volume_of
from probe.scenes.torso import RIGHT, UP

Array = NDArray[np.float64]
STEP = 0.004
"""Grid step in metres (ours): eyelids and lips are only a few millimetres thick."""


@dataclass(frozen=True, eq=False)
class HeadFrame:
    """Places on a head: x right, y forward, z up, in metres of an average head."""

    centre: Array
    size: float

    def at(self, x: float, y: float, z: float) -> Array:
        """A place of the head in the world, (3,)."""
        return self.centre + self.size * np.array([x, y, z])

    def ball(self, place: tuple[float, float, float], radii: tuple[float, ...]) -> Ellipsoid:
        """An ellipsoid at a place of the head."""
        return Ellipsoid(self.at(*place), self.size * np.array(radii))

    def local(self, points: NDArray[np.floating]) -> NDArray[np.float32]:
        """World points (n, 3) as places of the head."""
        return np.asarray((points - self.centre) / self.size, np.float32)


def head_frame(bones: Skeleton) -> HeadFrame:
    """The frame of a person's head at rest."""
    return HeadFrame(bones.head_centre, bones.head_scale)


def head(person: Identity, bones: Skeleton) -> Piece:
    """Head with ears, neck and the root of the neck, painted as a face."""
    frame = head_frame(bones)
    solids = [(_neck(person, bones), 0.02), *_skull(person, frame), *_features(person, frame)]
    volume = volume_of(solids, STEP, 0.02)
    _eyes_and_mouth(person, frame, volume)
    vertices, triangles = volume.surface()
    texture = frame.local(vertices)
    return Piece("face", vertices, triangles, texture, face_material(person), "neck")


def face_material(person: Identity) -> NDArray[np.float32]:
    """Details: beard, hairline kind, brow thickness, brow arch, lip redness, blush, seed, eyes."""
    shaved = {"crop": 1.0, "bald": 0.0}.get(person.hair, 0.5)
    f = person.face
    details = (
        person.beard, shaved, 0.0042 + 0.0006 * f[0] * (0.5 if person.female else 1.0),
        0.0015 * f[1], 0.6 + 0.3 * person.female + 0.1 * f[2], 0.5 + 0.2 * f[3],
        float(person.seed % 997), float(person.seed % 3),
    )  # fmt: skip
    return material("face", person.skin, person.hair_colour, 0.3, details)


def _neck(person: Identity, bones: Skeleton) -> Loft:
    s, w = bones.scale, person.build**0.5
    slim = 0.88 if person.female else 1.04
    base = bones.joint("neck") - UP * 0.055 * s
    top = bones.head_centre + bones.head_scale * np.array([0, -0.020, -0.045])
    rows = np.array([
        (0.0, 0.074 * s * w, 0.064 * s * w, 0.0), (0.3, 0.058 * s * w * slim, 0.056 * s * w, 0.0),
        (0.6, 0.052 * s * w * slim, 0.053 * s * w, 0.0),
        (1.0, 0.053 * s * w * slim, 0.058 * s, 0.0),
    ])  # fmt: skip
    return Loft(base, top, RIGHT, rows, 2.1, 0.03)


def _skull(person: Identity, frame: HeadFrame) -> list[Blended]:
    f = person.face
    jaw = (0.92 if person.female else 1.05) * (1 + 0.04 * f[4])
    long = 0.004 * f[5]
    return [
        (frame.ball((0, -0.016, 0.032), (0.0745, 0.095, 0.083)), 0.03),
        (frame.ball((0, 0.032, 0.002), (0.066, 0.062, 0.070)), 0.03),
        (frame.ball((0, 0.036, -0.045), (0.056 * jaw, 0.054, 0.050)), 0.03),
        (frame.ball((0, 0.052, -0.084 - long), (0.038 * jaw, 0.038, 0.028)), 0.03),
        (frame.ball((0, 0.080, -0.101 - long), (0.019 * jaw, 0.015, 0.014)), 0.022),
    ]


def _features(person: Identity, frame: HeadFrame) -> list[Blended]:
    f, size = person.face, frame.size
    wide, deep = 1 + 0.10 * f[6], 0.003 * f[7]
    cheek = 0.0012 * f[8] + (0.001 if person.female else 0.0)
    brow = 0.0 if person.female else 0.0025
    bridge = Cone(
        frame.at(0, 0.089, 0.012), frame.at(0, 0.106 + deep, -0.026), 0.007 * size, 0.010 * size
    )
    out: list[Blended] = [
        (bridge, 0.014),
        (frame.ball((0, 0.107 + deep, -0.030), (0.0115 * wide, 0.010, 0.009)), 0.008),
        (frame.ball((0, 0.089, -0.070), (0.023, 0.0105, 0.0075)), 0.012),
        (frame.ball((0, 0.0905, -0.0665), (0.018, 0.007, 0.0045)), 0.006),
        (frame.ball((0, 0.0895, -0.0765), (0.016, 0.0075, 0.0050)), 0.006),
    ]
    for sign in (1, -1):
        out += [
            (frame.ball((sign * 0.044, 0.058, -0.026 + cheek), (0.022, 0.026, 0.020)), 0.02),
            (frame.ball((sign * 0.030, 0.081 + brow, 0.024), (0.024, 0.012, 0.009)), 0.02),
            (frame.ball((sign * 0.012 * wide, 0.097, -0.035), (0.0075, 0.008, 0.0065)), 0.006),
        ]
        out += _ear(frame, sign)
    return out


def _ear(frame: HeadFrame, sign: int) -> list[Blended]:
    x, size = sign * 0.0765, frame.size
    rim = [
        (x, 0.006, 0.012), (x + sign * 0.008, -0.010, 0.020), (x + sign * 0.010, -0.022, 0.008),
        (x + sign * 0.006, -0.016, -0.014), (x, -0.002, -0.026),
    ]  # fmt: skip
    out: list[Blended] = [(frame.ball((x, -0.006, -0.004), (0.006, 0.014, 0.022)), 0.008)]
    for a, b in pairwise(rim):
        out.append((Cone(frame.at(*a), frame.at(*b), 0.0042 * size), 0.005))
    return out


def _eyes_and_mouth(person: Identity, frame: HeadFrame, volume: Volume) -> None:
    for sign in (1, -1):
        x = sign * 0.0315
        volume.carve(frame.ball((x, 0.104, 0.003), (0.0165, 0.016, 0.011)), 0.014)
        volume.add(frame.ball((x, 0.0795, 0.003), (0.0128, 0.0118, 0.0118)), 0.003)
        volume.add(frame.ball((x, 0.0825, 0.0095), (0.0155, 0.0095, 0.0045)), 0.006)
        volume.add(frame.ball((x, 0.0815, -0.0055), (0.014, 0.008, 0.0030)), 0.006)
        volume.carve(frame.ball((sign * 0.0065, 0.100, -0.0395), (0.003, 0.004, 0.002)), 0.003)
    volume.carve(frame.ball((0, 0.1000, -0.0715), (0.019, 0.0065, 0.0012)), 0.003)
