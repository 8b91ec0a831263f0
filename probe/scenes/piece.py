"""A piece of a dressed person: one surface of one material, held by some bones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.palette import Colour

PARTS = (
    "background", "top", "outerwear", "bottom", "shoes", "face", "skin", "hair", "glasses",
    "helmet", "backpack", "bag",
)  # fmt: skip
"""Names of the part ids in a part map; id 0 is the background."""

CARRIED = ("backpack", "bag")
"""Parts that are objects carried, not the person."""

MATERIALS = (
    "plain", "stripes", "fine-stripes", "plaid", "block", "print-front", "print-back", "denim",
    "skin", "face", "hair", "shoe", "hard", "bag",
)  # fmt: skip
"""Names of the kinds of surface: the first column of a material row is its index in here."""

MATERIAL_SIZE = 20
"""Columns of a material row: kind, two colours, gloss, and room for twelve details."""


@dataclass(frozen=True, eq=False)
class Piece:
    """One surface of a person at rest.

    Attributes:
        part: name out of `PARTS`.
        vertices: float32 (n, 3), metres.
        triangles: int32 (m, 3), counter-clockwise from outside.
        texture: float32 (n, 3), where on the garment, head or shoe a vertex lies.
        material: float32 (MATERIAL_SIZE,), see `material`.
        hold: which bones move it: `top`, `bottom`, `skirt`, `neck`, `limbs`, or a bone's name.
    """

    part: str
    vertices: NDArray[np.float32]
    triangles: NDArray[np.int32]
    texture: NDArray[np.float32]
    material: NDArray[np.float32]
    hold: str


def material(
    kind: str,
    colour: Colour,
    second: Colour = (0.5, 0.5, 0.5),
    gloss: float = 0.0,
    details: tuple[float, ...] = (),
) -> NDArray[np.float32]:
    """A row of the material table: kind, two colours, gloss 0..1, then details of the kind.

    Details of cloth: pattern size, seed, zip (1 line, 2 placket with buttons), rib height (z of
    the hem's rib, -1 none), pockets. Details of a face: see `head.face_material`.
    """
    row = np.zeros(MATERIAL_SIZE, np.float32)
    row[0] = MATERIALS.index(kind)
    row[1:4], row[4:7], row[7] = colour, second, gloss
    row[8 : 8 + len(details)] = details
    return row


def step(low: float, high: float, x: NDArray[np.floating]) -> NDArray[np.float64]:
    """Smooth step from 0 at `low` to 1 at `high`."""
    t = np.clip((np.asarray(x, np.float64) - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


def normals_of(vertices: NDArray[np.float32], triangles: NDArray[np.int32]) -> NDArray[np.float32]:
    """Unit vertex normals `float32 (n, 3)`, weighted by the area of the triangles around."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    face = np.cross(b - a, c - a)
    out = np.empty((len(vertices), 3))
    for axis in range(3):
        out[:, axis] = sum(
            np.bincount(triangles[:, k], face[:, axis], len(vertices)) for k in range(3)
        )
    length = np.linalg.norm(out, axis=1, keepdims=True)
    return np.asarray(out / np.maximum(length, 1e-12), np.float32)
