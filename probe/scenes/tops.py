"""Upper garments: from T-shirt to coat, closed or open over something else.

Cuts, ease and folds are ours, by eye.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.cloth import Sleeve, drape, inside, sleeve_folds, texture_of
from probe.scenes.identity import Identity
from probe.scenes.palette import Colour
from probe.scenes.piece import Piece, material, normals_of, step
from probe.scenes.randomness import word
from probe.scenes.skeleton import Skeleton
from probe.scenes.solids import Blended, Cone, Ellipsoid, Volume, volume_of
from probe.scenes.torso import SIDES, arm_radius, forearm, shoulders, torso, upper_arm

STEP = 0.0075
"""Grid step in metres (ours): at 4 m a pixel is 6 mm, so finer cloth would not be seen."""


@dataclass(frozen=True)
class Cut:
    """How a top garment is made: ease over the body, thickness in m, hem (units of scale over
    the root), fold heights in m, and its parts.
    """

    ease: float
    thick: float
    hem: float
    folds: float
    drape: float
    short: bool = False
    ribbed: bool = False
    boxy: bool = False
    collar: str = "band"
    zip: int = 0
    drop: float = 0.004
    under: bool = False


CUTS = {
    "sweatshirt": Cut(1.07, 0.010, -0.05, 0.0085, 0.0085, ribbed=True, boxy=True),
    "hoodie": Cut(1.09, 0.012, -0.06, 0.009, 0.0085, ribbed=True, boxy=True, collar="hood"),
    "shirt": Cut(1.04, 0.005, -0.10, 0.0075, 0.0075, collar="shirt", zip=2, boxy=True),
    "t-shirt": Cut(1.04, 0.004, -0.07, 0.004, 0.0055, short=True, drop=0.012),
    "jacket": Cut(1.13, 0.016, -0.07, 0.0095, 0.0075, collar="stand", zip=1, boxy=True),
    "coat": Cut(1.14, 0.016, -0.42, 0.008, 0.007, collar="shirt", zip=2, boxy=True),
    "inner": Cut(0.97, 0.003, -0.075, 0.0, 0.003, short=True, drop=0.012, under=True),
}
OPEN = {
    "open-jacket": ("jacket", 0.085), "open-shirt": ("shirt", 0.072), "open-coat": ("coat", 0.085),
    "open-hoodie": ("hoodie", 0.068),
}  # fmt: skip
"""Open garments: what they are when closed, and half the width of the gap."""


@dataclass(frozen=True)
class Fabric:
    """Pattern name, its two colours, and the seed of prints and folds."""

    pattern: str
    colour: Colour
    second: Colour
    seed: int


def tops(
    person: Identity, bones: Skeleton, kind: str, fabric: Fabric
) -> tuple[list[Piece], Volume]:
    """The pieces of a top garment by kind, and the volume trousers must hide under."""
    if kind not in OPEN:
        piece, volume = _garment(person, bones, CUTS[kind], fabric, 0.0)
        return [piece, *_neckwear(bones, CUTS[kind], fabric, "top")], volume
    closed, gap = OPEN[kind]
    inner = Fabric("plain", fabric.second, fabric.colour, fabric.seed + 5)
    below, volume = _garment(person, bones, CUTS["inner"], inner, 0.0)
    outer, outside = _garment(person, bones, CUTS[closed], fabric, gap)
    volume = volume if closed != "coat" else outside
    neck = _neckwear(bones, CUTS["inner"], inner, "top")
    return [below, outer, *neck], volume


def _garment(
    person: Identity, bones: Skeleton, cut: Cut, fabric: Fabric, gap: float
) -> tuple[Piece, Volume]:
    solids: list[Blended] = [(torso(person, bones, cut.ease, cut.hem, cut.boxy), 0.02)]
    solids += shoulders(person, bones, -0.014 if cut.under else cut.thick)
    sleeves = [] if cut.under else _sleeves(person, bones, cut)
    solids += [(sleeve.loft, _blend(cut, n)) for n, sleeve in enumerate(sleeves)]
    if cut.collar == "hood":
        solids += _hood(bones)
    if gap and cut.collar in ("stand", "shirt"):
        solids += _open_collar(bones)
    volume = volume_of(solids, STEP)
    volume.carve(_neck_hole(bones, cut, bool(gap)), 0.012)
    shell = _opened(volume, bones, cut, gap) if gap else volume
    vertices, triangles = shell.surface()
    vertices = _folded(vertices, triangles, bones, cut, sleeves, fabric.seed)
    texture = texture_of(vertices, bones.joint("pelvis"), bones.scale, sleeves)
    part = "outerwear" if gap or cut.thick > 0.014 else "top"
    hold = "skirt" if cut.hem < -0.2 else "top"
    look = _look(cut, fabric, bool(gap))
    return Piece(part, vertices, triangles, texture, look, hold), volume


def _blend(cut: Cut, n: int) -> float:
    # Two tubes that end in one another swell by a quarter of the blend: keep it small there.
    return 0.04 if cut.short or n % 2 == 0 else 0.012


def _look(cut: Cut, fabric: Fabric, is_open: bool) -> NDArray[np.float32]:
    size = {"stripes": 0.075, "plaid": 0.07, "fine-stripes": 0.03}.get(fabric.pattern, 0.1)
    rib = cut.hem + 0.05 if cut.ribbed else -9.0
    zipped = 0.0 if is_open else float(cut.zip if cut.collar != "hood" else 0)
    pocket = 1.0 if cut.collar == "hood" and not is_open else (2.0 if cut.zip == 2 else 0.0)
    details = (size, float(fabric.seed % 997), zipped, rib, pocket, float(cut.hem))
    return material(fabric.pattern, fabric.colour, fabric.second, 0.0, details)


def _sleeves(person: Identity, bones: Skeleton, cut: Cut) -> list[Sleeve]:
    r, q, s = arm_radius(person, bones), cut.thick, bones.scale
    flare = 0.011 if cut.short else 0.0
    end = 0.66 if cut.short else 1.06
    upper = np.array([
        (0.02, r + q, 1.12 * r + q, 0), (0.28, 1.04 * r + q, 1.14 * r + q, 0),
        (0.6, 0.96 * r + 1.1 * q + flare, 1.02 * r + 1.2 * q + flare, 0),
        (end, 0.88 * r + 1.25 * q + flare, 0.92 * r + 1.25 * q + flare, 0),
    ])  # fmt: skip
    wrist = max(0.56 * r + (0.5 if cut.ribbed else 1.0) * q, 0.033 * s)
    lower = np.array([
        (-0.08, 0.86 * r + 1.25 * q, 0.90 * r + 1.25 * q, 0),
        (0.3, 0.86 * r + 1.2 * q, 0.86 * r + 1.2 * q, 0),
        (0.68, 0.70 * r + 1.35 * q, 0.67 * r + 1.35 * q, 0),
        (0.87, 0.62 * r + 1.5 * q, 0.58 * r + 1.5 * q, 0),
        (0.95, wrist, 0.97 * wrist, 0), (1.04, 1.02 * wrist, wrist, 0),
    ])  # fmt: skip
    out = []
    for side, sign in SIDES:
        bend = [(0.95, 0.22, 1.0), (0.2, 0.2, 0.55)]
        out.append(
            Sleeve(upper_arm(bones, side, upper), bend, cut.folds, 0.125 * s, 0.48, 0.3 * sign)
        )
        if not cut.short:
            cuffs = [(0.05, 0.22, 1.0), (0.75, 0.16, 0.9)]
            loft = forearm(bones, side, lower)
            out.append(Sleeve(loft, cuffs, cut.folds, 0.10 * s, 0.19, 0.3 * sign))
    return out


def _hood(bones: Skeleton) -> list[Blended]:
    neck, s = bones.joint("neck"), bones.scale
    out: list[Blended] = [
        (
            Ellipsoid(neck + s * np.array([0, -0.085, -0.012]), s * np.array([0.10, 0.05, 0.07])),
            0.03,
        )
    ]
    for _, sign in SIDES:
        roll = neck + s * np.array([0.058 * sign, -0.012, 0.016])
        out.append((Ellipsoid(roll, s * np.array([0.036, 0.078, 0.034])), 0.025))
    return out


def _open_collar(bones: Skeleton) -> list[Blended]:
    neck, s = bones.joint("neck"), bones.scale
    out: list[Blended] = []
    for _, sign in SIDES:
        back = neck + s * np.array([0.02 * sign, -0.058, 0.022])
        side = neck + s * np.array([0.070 * sign, -0.010, 0.012])
        front = neck + s * np.array([0.074 * sign, 0.092, -0.115])
        out += [
            (Cone(back, side, 0.017 * s), 0.012),
            (Cone(side, front, 0.017 * s, 0.02 * s), 0.012),
        ]
    return out


def _neck_hole(bones: Skeleton, cut: Cut, is_open: bool) -> Cone:
    neck, s = bones.joint("neck"), bones.scale
    drop = (0.03 if cut.collar == "hood" else cut.drop) + (0.012 if is_open else 0.0)
    low = neck + s * np.array([0, 0.022 + 0.6 * drop, 0.008 - drop])
    high = neck + s * np.array([0, 0.05 + drop, 0.12])
    return Cone(low, high, 0.059 * s, 0.092 * s)


def _opened(volume: Volume, bones: Skeleton, cut: Cut, gap: float) -> Volume:
    q = (volume.points() - bones.joint("pelvis").astype(np.float32)) / np.float32(bones.scale)
    x, y, z = q[..., 0], q[..., 1], q[..., 2]
    half = gap * (1.0 - 0.35 * np.exp(-(((z - 0.22) / 0.14) ** 2))) + 0.10 * np.clip(-z, 0, 0.5)
    slit = np.maximum(np.abs(x) - half, 0.035 - y) * np.float32(bones.scale)
    slit = np.maximum(slit, (z - 0.62) * bones.scale)
    return volume.restrict((-slit).astype(np.float32), 0.012)


def _folded(
    vertices: NDArray[np.float32],
    triangles: NDArray[np.int32],
    bones: Skeleton,
    cut: Cut,
    sleeves: list[Sleeve],
    seed: int,
) -> NDArray[np.float32]:
    normals = normals_of(vertices, triangles)
    q = (vertices - bones.joint("pelvis")) / bones.scale
    limb = np.zeros(len(vertices))
    height = np.zeros(len(vertices))
    for n, sleeve in enumerate(sleeves):
        limb = np.maximum(limb, inside(sleeve, vertices))
        height += sleeve_folds(sleeve, vertices, word(seed, n) % 1000)
    height += (1 - 0.85 * limb) * drape(
        q, max(cut.hem, -0.2), cut.drape, word(seed, "drape") % 1000
    )
    if cut.ribbed:
        rib = (1 - limb) * (1 - step(cut.hem + 0.045, cut.hem + 0.058, q[:, 2]))
        for sleeve in sleeves[1::2]:
            along = sleeve.loft.local(vertices)[:, 2] / sleeve.loft.length
            rib = np.maximum(rib, step(0.9, 0.93, along) * inside(sleeve, vertices))
        height = height * (1 - 0.85 * rib) - 0.006 * rib * (limb < 0.5)
    return (vertices + normals * height[:, None]).astype(np.float32)


def _neckwear(bones: Skeleton, cut: Cut, fabric: Fabric, part: str) -> list[Piece]:
    """The neckband, stand or folded collar as a piece of its own."""
    if cut.collar == "hood":
        return []
    neck, s = bones.joint("neck"), bones.scale
    solids: list[Blended] = []
    count = 40
    for n in range(count):
        a, b = (2 * np.pi * (n + d) / count for d in (0.0, 1.0))
        if cut.collar == "band":
            ends = [neck + s * _ring(t, 0.062 + 0.4 * cut.drop, cut.drop, 0.012) for t in (a, b)]
            solids.append((Cone(ends[0], ends[1], 0.0075 * s), 0.01))
        elif cut.collar == "stand":
            ends = [neck + s * _ring(t, 0.066, 0.012, 0.026) for t in (a, b)]
            solids.append((Cone(ends[0], ends[1], 0.0125 * s), 0.016))
        elif abs(np.sin((a - np.pi / 2) / 2)) > 0.10:
            top = neck + s * _ring(a, 0.062, 0.004, 0.034)
            low = neck + s * _ring(a, 0.080, 0.008, 0.004)
            solids.append((Cone(top, low, 0.0075 * s, 0.008 * s), 0.012))
    if cut.collar == "shirt":
        for _, sign in SIDES:
            top = neck + s * np.array([sign * 0.022, 0.082, -0.008])
            tip = neck + s * np.array([sign * 0.052, 0.104, -0.062])
            solids.append((Cone(top, tip, 0.010 * s, 0.006 * s), 0.012))
    vertices, triangles = volume_of(solids, 0.005, 0.02).surface()
    texture = texture_of(vertices, bones.joint("pelvis"), s, [])
    red, green, blue = (0.93 * c for c in fabric.colour)
    details = (0.1, 0.0, 0.0, -9.0, 0.0, -9.0)
    look = material("plain", (red, green, blue), fabric.second, 0.0, details)
    return [Piece(part, vertices, triangles, texture, look, "top")]


def _ring(angle: float, radius: float, drop: float, lift: float) -> NDArray[np.float64]:
    """A point of a neckline that dips in front; angle 90 degrees is the front."""
    forward = np.sin(angle)
    y = radius * 0.98 * forward + 0.010 + 0.5 * drop + 0.006 * max(forward, 0.0)
    return np.array([radius * np.cos(angle), y, lift - (0.034 + drop) * forward])
