"""Seeded people: no two alike, none repeated, each a pure function of its seed.

The nine traits of a person are the symbols of a Reed-Solomon code word over the seed's base-23
digits: two of the first 23**3 = 12,167 people differ in at least seven of the nine traits, two of
the first 279,841 in at least six. Every value of a trait is used equally often.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from probe.scenes.palette import BAGS, BOTTOMS, HAIRS, SHOES, SKINS, TOPS, Colour
from probe.scenes.randomness import stream

BASE = 23
"""Values of a trait: a prime, since Reed-Solomon codes need a field; as many as there are colours
of garments that can be told apart at a glance (ours)."""

TRAITS = ("top", "bottom", "cut", "second", "legs", "hair", "body", "face", "extras")

CUTS = (
    ("sweatshirt", "print-front"), ("open-jacket", "print-back"), ("t-shirt", "print-front"),
    ("open-shirt", "plaid"), ("hoodie", "print-back"), ("open-coat", "plain"),
    ("open-shirt", "fine-stripes"), ("open-hoodie", "plain"), ("t-shirt", "stripes"),
    ("open-jacket", "block"), ("open-hoodie", "block"), ("open-shirt", "plain"),
    ("coat", "plain"), ("t-shirt", "print-back"), ("open-jacket", "plain"),
    ("open-jacket", "plain"), ("shirt", "plaid"), ("open-coat", "block"),
    ("jacket", "print-back"), ("t-shirt", "block"), ("open-hoodie", "print-back"),
    ("shirt", "fine-stripes"), ("sweatshirt", "stripes"),
)  # fmt: skip
"""Top garment and its pattern; open garments show the second colour in front."""

LEGWEAR = (
    "jeans", "jeans", "jeans", "slim", "slim", "slim", "slim", "chino", "chino", "chino", "loose",
    "loose", "loose", "shorts", "shorts", "skirt", "skirt", "skirt", "leggings", "leggings",
    "jeans", "chino", "wide",
)  # fmt: skip
"""Legwear by trait value: mostly trousers, few shorts (our choice)."""

WOMENS_HAIR = ("long", "bob", "bun", "ponytail", "long", "bob", "curly", "ponytail")
MENS_HAIR = ("short", "crop", "parted", "bald", "curly", "parted", "long-top", "short")
BAG_KINDS = (
    "backpack",
    "backpack",
    "backpack",
    "shoulder",
    "backpack",
    "crossbody",
    "backpack",
    "backpack",
)
"""Carried by people who walk in clothes of their own; standing pictures are without."""


@dataclass(frozen=True)
class Identity:
    """One person: body, face, clothes of their own, and the backpack they would carry.

    Lengths in metres; `build`, `shoulder`, `hip`, `legs`, `head` are ratios to the average;
    colours are linear albedo. Women's skirts and hair styles are drawn for `female` only.
    """

    seed: int
    female: bool
    height: float
    build: float
    belly: float
    shoulder: float
    hip: float
    legs: float
    head: float
    posture: float
    stance: float
    skin: Colour
    face: tuple[float, ...]
    hair: str
    hair_colour: Colour
    beard: float
    glasses: bool
    top: str
    pattern: str
    top_colour: Colour
    second_colour: Colour
    legwear: str
    bottom_colour: Colour
    shoe_colour: Colour
    sole_colour: Colour
    bag: str
    bag_colour: Colour
    backpack_colour: Colour
    backpack_size: float


def trait_values(seed: int) -> tuple[int, ...]:
    """The nine trait symbols 0..22 of a seed (see the module's text for their distance)."""
    digits: list[int] = []
    rest = seed
    while rest or not digits:
        rest, digit = divmod(rest, BASE)
        digits.append(digit)
    tables = _tables()
    return tuple(
        int(tables[n][sum(d * (n + 2) ** k for k, d in enumerate(digits)) % BASE])
        for n in range(len(TRAITS))
    )


@lru_cache(maxsize=1)
def _tables() -> np.ndarray:
    return np.stack([stream("trait", name).permutation(BASE) for name in TRAITS])


@lru_cache(maxsize=256)
def identity(seed: int) -> Identity:
    """The person of this seed (0 or more); any subset can be drawn on its own."""
    value = dict(zip(TRAITS, trait_values(seed), strict=True))
    rng = stream("identity", seed)
    body = _body(value["body"], rng)
    female = bool(body["female"])
    return Identity(
        seed=seed,
        **body,
        **_head(value["hair"], value["face"], female, rng),
        **_clothes(value, female, rng),
    )


def traits(seed: int) -> dict[str, str]:
    """What the body of a person shows, in words: `sex` and `build`."""
    person = identity(seed)
    # Between the three widths of `_body`.
    build = "slim" if person.build < 0.935 else "average" if person.build < 1.075 else "broad"
    return {"sex": "female" if person.female else "male", "build": build}


def _body(value: int, rng: np.random.Generator) -> dict[str, Any]:
    female = value % 2 == 0
    # 23 cells of height and build: a 4 x 3 grid for either sex, jittered inside the cell. Heights
    # go from 1.55 to 1.75 m (women) and 1.66 to 1.86 m (men). These and all ratios are our choice.
    tall, wide = (value // 2) % 4, (value // 2) // 4
    height = (1.565 if female else 1.675) + 0.055 * tall + rng.uniform(-0.02, 0.02)
    build = (0.87, 1.0, 1.15)[wide] + rng.uniform(-0.05, 0.05)
    return {
        "female": female,
        "height": float(height),
        "build": float(build),
        "belly": float(max(0.0, rng.normal(0.9 * (wide - 0.8), 0.3))),
        "shoulder": float(np.clip(rng.normal(0.92 if female else 1.03, 0.03), 0.86, 1.1)),
        "hip": float(np.clip(rng.normal(1.05 if female else 0.97, 0.03), 0.9, 1.12)),
        "legs": float(np.clip(rng.normal(1.0, 0.018), 0.96, 1.04)),
        "head": float(np.clip(rng.normal(1.0, 0.025), 0.95, 1.05)),
        "posture": float(np.clip(rng.normal(0.0, 2.5), -5, 6)),
        "stance": float(rng.uniform(0.8, 1.25)),
    }


def _head(hair: int, face: int, female: bool, rng: np.random.Generator) -> dict[str, Any]:
    styles = WOMENS_HAIR if female else MENS_HAIR
    tone = (face * 5 + hair) % 7 if face % 3 else face % 4
    # Dark skin goes with dark or grey hair.
    shades = HAIRS if tone < 3 else (HAIRS[0], HAIRS[1], HAIRS[2], HAIRS[0], HAIRS[5])
    return {
        "skin": _shade(SKINS[tone], rng, 0.06),
        "face": tuple(float(x) for x in np.clip(rng.normal(0, 1, 10), -2, 2)),
        "hair": styles[hair % 8],
        "hair_colour": _shade(shades[(hair * 3) % len(shades)], rng, 0.15),
        "beard": float(0.0 if female or face % 3 else rng.uniform(0.4, 1.0)),
        "glasses": face % 4 == 1,
    }


def _clothes(value: dict[str, int], female: bool, rng: np.random.Generator) -> dict[str, Any]:
    top, pattern = CUTS[value["cut"]]
    second = _contrasting(value["second"], TOPS[value["top"]])
    legwear = LEGWEAR[value["legs"]]
    extras = value["extras"]
    if not female and legwear in ("skirt", "leggings"):
        legwear = {"skirt": "jeans", "leggings": "slim"}[legwear]
    shoe, sole = SHOES[(extras + value["legs"]) % len(SHOES)]
    return {
        "top": top,
        "pattern": pattern,
        "top_colour": _shade(TOPS[value["top"]], rng, 0.1),
        "second_colour": _shade(second, rng, 0.1),
        "legwear": legwear,
        "bottom_colour": _shade(BOTTOMS[value["bottom"]], rng, 0.1),
        "shoe_colour": _shade(shoe, rng, 0.1),
        "sole_colour": sole,
        "bag": BAG_KINDS[extras % 8],
        "bag_colour": BAGS[(extras // 2) % 7],
        "backpack_colour": BAGS[(extras + 3) % 7],
        "backpack_size": float(rng.uniform(0.88, 1.12)),
    }


def _contrasting(number: int, beside: Colour) -> Colour:
    """The first colour from `number` on that is clearly lighter or darker than `beside`."""
    for step in range(BASE):
        colour = TOPS[(number + step) % BASE]
        if abs(sum(colour) ** 0.5 - sum(beside) ** 0.5) > 0.3:
            return colour
    return TOPS[number]


def _shade(colour: Colour, rng: np.random.Generator, amount: float) -> Colour:
    scale = rng.uniform(1 - amount, 1 + amount) * rng.uniform(0.97, 1.03, 3)
    red, green, blue = (float(c) for c in np.clip(np.array(colour) * scale, 0.006, 0.85))
    return red, green, blue
