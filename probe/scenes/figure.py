"""A dressed person as one mesh at rest, ready to be posed and lit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes import mesh, skinning
from probe.scenes.bottoms import bottoms
from probe.scenes.hair import hair
from probe.scenes.head import head
from probe.scenes.identity import Identity
from probe.scenes.lighting import harmonics, sphere
from probe.scenes.limbs import hands, shoes, sleeveless_arms
from probe.scenes.piece import CARRIED, PARTS, Piece, normals_of
from probe.scenes.skeleton import Skeleton, skeleton
from probe.scenes.solids import Volume
from probe.scenes.tops import CUTS, OPEN, Fabric, tops
from probe.scenes.worn import backpack, bag, glasses, helmet, scarf

TROUSERS = (0.16, 0.165, 0.17)
"""The paper's grey trousers, a middle grey (the value is ours)."""

OUTFITS: dict[str, tuple[str, tuple[float, float, float]]] = {
    "white-sweatshirt": ("sweatshirt", (0.66, 0.65, 0.63)),
    "white-sweatshirt-no-helmet": ("sweatshirt", (0.66, 0.65, 0.63)),
    "white-shirt": ("shirt", (0.68, 0.68, 0.685)),
    "grey-sweatshirt": ("sweatshirt", (0.21, 0.215, 0.22)),
}
"""The paper's outfits: top garment and its colour, worn with grey trousers. The garments are the
paper's, the colour values ours."""

LIGHT_DIRECTIONS = 80
"""Directions over which the light a vertex can receive is summed. Ours: nine harmonics are
smooth, so few directions are enough."""


@dataclass(frozen=True, eq=False)
class Figure:
    """A dressed person at rest; n vertices, m triangles, k materials.

    Attributes:
        bones: the skeleton.
        vertices, normals: float32 (n, 3).
        triangles: int32 (m, 3).
        texture: float32 (n, 3), see `Piece`.
        material: uint8 (n,), row of `materials`.
        materials: float32 (k, MATERIAL_SIZE).
        part: uint8 (n,), index into `PARTS`.
        holders, share: the four bones (n, 4) of a vertex and their weights.
        light: float32 (n, 9), light received from each spherical harmonic.
    """

    bones: Skeleton
    vertices: NDArray[np.float32]
    normals: NDArray[np.float32]
    triangles: NDArray[np.int32]
    texture: NDArray[np.float32]
    material: NDArray[np.uint8]
    materials: NDArray[np.float32]
    part: NDArray[np.uint8]
    holders: NDArray[np.int8]
    share: NDArray[np.float32]
    light: NDArray[np.float32]

    @property
    def carried(self) -> NDArray[np.bool_]:
        """Which part ids are objects carried, bool (len(PARTS),)."""
        return np.isin(PARTS, CARRIED)


def figure(person: Identity, clothes: str, has_helmet: bool, carries: str) -> Figure:
    """Build a person in their own or the paper's clothes.

    Args:
        person: who.
        clothes: `own` or a name out of `OUTFITS`.
        has_helmet: whether a helmet is worn.
        carries: `backpack`, `own` for the person's own bag and scarf, or `nothing`.
    """
    bones = skeleton(person)
    pieces, volume = _dressed(person, bones, clothes)
    pieces += [head(person, bones), *hair(person, bones, has_helmet), *hands(person, bones)]
    if person.glasses:
        pieces.append(glasses(bones))
    if has_helmet:
        pieces.append(helmet(bones))
    if carries == "own":
        pieces += scarf(person, bones, volume)
    if carries == "backpack" or (carries == "own" and person.bag == "backpack"):
        pieces.append(backpack(person, bones, volume))
    elif carries == "own":
        pieces += bag(person, bones, volume)
    return _merged(bones, pieces)


def _dressed(person: Identity, bones: Skeleton, clothes: str) -> tuple[list[Piece], Volume]:
    if clothes == "own":
        kind, legwear, trousers = person.top, person.legwear, person.bottom_colour
        fabric = Fabric(person.pattern, person.top_colour, person.second_colour, person.seed)
    else:
        kind, colour = OUTFITS[clothes]
        legwear, trousers = "chino", TROUSERS
        fabric = Fabric("plain", colour, colour, person.seed)
    pieces, volume = tops(person, bones, kind, fabric)
    closed = OPEN.get(kind, (kind, 0.0))[0]
    hem = CUTS["inner" if kind in OPEN and closed != "coat" else closed].hem
    pieces += bottoms(person, bones, legwear, trousers, (volume, hem))
    if CUTS[closed].short:
        pieces.append(sleeveless_arms(person, bones))
    return [*pieces, *shoes(bones, person.shoe_colour, person.sole_colour)], volume


def _merged(bones: Skeleton, pieces: list[Piece]) -> Figure:
    counts = np.array([len(piece.vertices) for piece in pieces])
    starts = np.r_[0, np.cumsum(counts)[:-1]]
    held = [skinning.strongest(skinning.weights(bones, p.vertices, p.hold)) for p in pieces]
    vertices = np.concatenate([p.vertices for p in pieces])
    normals = np.concatenate([normals_of(p.vertices, p.triangles) for p in pieces])
    triangles = [p.triangles + np.int32(s) for p, s in zip(pieces, starts, strict=True)]
    return Figure(
        bones=bones,
        vertices=vertices,
        normals=normals,
        triangles=np.concatenate(triangles).astype(np.int32),
        texture=np.concatenate([p.texture for p in pieces]),
        material=np.repeat(np.arange(len(pieces)), counts).astype(np.uint8),
        materials=np.stack([p.material for p in pieces]),
        part=np.repeat([PARTS.index(p.part) for p in pieces], counts).astype(np.uint8),
        holders=np.concatenate([h for h, _ in held]),
        share=np.concatenate([w for _, w in held]),
        light=_received(vertices, normals),
    )


def _received(vertices: NDArray[np.float32], normals: NDArray[np.float32]) -> NDArray[np.float32]:
    directions, bases = sphere(LIGHT_DIRECTIONS)
    values = harmonics(directions) * (4 / len(directions))
    out = np.empty((len(vertices), 9), np.float32)
    mesh.transfer(vertices, normals, bases, values.astype(np.float32), out)
    return out
