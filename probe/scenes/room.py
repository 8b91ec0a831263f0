"""The place of a picture: floor, wall, panel, monitor, and things that stand about.

Panel and black monitor are the paper's; sizes, colours and what else stands about are ours. The
panel throws no shadow on the person: the background stays an isolated factor.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.scenes.lighting import Light
from probe.scenes.randomness import stream
from probe.scenes.recipe import SceneRecipe

Array = NDArray[np.float64]
PLASTER, TILES, BRICKS, ASPHALT, GREEN, BOARDS, WINDOWS = range(7)
PANEL = (0.21, 0.21, 0.212)
"""Grey of the panel (the panel is the paper's, the value ours)."""


@dataclass(frozen=True, eq=False)
class Room:
    """What is behind and below a person, for `backdrop.draw`.

    Attributes:
        place: float32 (4, 8), rows floor, wall, light of the floor's surroundings, sky.
        things: float32 (k, 10), flat things facing the camera.
    """

    place: NDArray[np.float32]
    things: NDArray[np.float32]


def room(recipe: SceneRecipe, light: Light) -> Room:
    """The place behind the person of a recipe under a light."""
    background, domain, number = recipe.background, recipe.domain, recipe.room
    rng = stream("room", domain, background == "street", number)
    lit = light.floor()
    indoors = domain == "A" and background != "street"
    place = _standard() if number == 0 and indoors else _place(rng, indoors)
    place[2, :3] = 0.6 * light.above + 0.4 * light.around
    place[1, :3] *= 0.62 * lit
    place[3, :3] *= light.above / max(float(light.above.mean()), 1e-3)
    things: list[list[float]] = []
    if number > 0 or not indoors:
        things = _clutter(rng, lit, indoors)
    elif background == "no-panel":
        things = _office(lit)
    if background == "panel":
        colour = np.array(PANEL) * 0.66 * lit
        things = [*things, _flat((-1.05, 1.05, 0.0, 2.25), -0.9, colour, PLASTER)]
    elif background == "black-monitor":
        colour = np.array([0.012, 0.012, 0.014]) * lit + 0.006
        things = [*things, _flat((-1.25, 1.25, 0.04, 2.35), -0.9, colour, PLASTER)]
    standing = np.array(things, np.float64).reshape(-1, 10)
    if recipe.framing:
        spot = stream("spot", "room", recipe.framing, recipe.identity, recipe.take)
        where = along(recipe)
        standing[:, :2] += 2.3 * np.sin(where) + spot.normal(0, 0.4)
        place[:2, 5 - 1] += 1 + round(2 + 2 * np.cos(where))
        place[1, 5] *= 0.9 + 0.28 * np.cos(where) + spot.uniform(-0.06, 0.06)
    return Room(place.astype(np.float32), standing.astype(np.float32))


def along(recipe: SceneRecipe) -> float:
    """Where on a loop through the place somebody walks who faces this way, in radians.

    Who goes round a place faces every way once, each at another spot: before another background and
    in another light, the more so the further they have turned.
    """
    start = stream("loop", recipe.domain, recipe.room).uniform(0, 2 * np.pi)
    return float(np.radians(recipe.orientation) + start)


def _flat(
    extent: tuple[float, float, float, float], depth: float, colour: Array, kind: int
) -> list[float]:
    return [*extent, depth, *colour, float(kind), 17.0]


def _standard() -> Array:
    place = np.zeros((4, 8))
    place[0, :5] = (0.25, 0.243, 0.232, TILES, 5)
    place[1] = (0.47, 0.465, 0.445, PLASTER, 6, -3.2, 0.10, 99)
    return place


def _office(lit: Array) -> list[list[float]]:
    """A door and a notice board: the plain room the panel hides."""
    return [
        _flat((-2.3, -1.35, 0.0, 2.1), -3.15, np.array([0.20, 0.13, 0.08]) * 0.6 * lit, BOARDS),
        _flat((0.55, 1.5, 1.05, 1.75), -3.1, np.array([0.30, 0.24, 0.15]) * 0.6 * lit, PLASTER),
    ]


def _place(rng: np.random.Generator, indoors: bool) -> Array:
    place = np.zeros((4, 8))
    if indoors:
        floor = int(rng.choice([TILES, BOARDS, PLASTER]))
        wall = int(rng.choice([PLASTER, PLASTER, TILES, BRICKS, BOARDS]))
        place[0, :5] = (*_hue(rng, 0.08, 0.38, 0.12), floor, rng.integers(900))
        place[1, :6] = (
            *_hue(rng, 0.15, 0.6, 0.18),
            wall,
            rng.integers(900),
            -rng.uniform(1.2, 4.5),
        )
        place[1, 6:] = (rng.choice([0.0, 0.1, 0.9]), 99)
        return place
    floor = int(rng.choice([ASPHALT, ASPHALT, TILES, GREEN]))
    wall = int(rng.choice([BRICKS, WINDOWS, GREEN, PLASTER]))
    green = (0.07, 0.11, 0.035)
    place[0, :3] = green if floor == GREEN else _hue(rng, 0.10, 0.32, 0.06)
    place[1, :3] = green if wall == GREEN else _hue(rng, 0.15, 0.5, 0.2)
    place[0, 3:5] = floor, rng.integers(900)
    place[1, 3:] = wall, rng.integers(900), -rng.uniform(3.0, 12.0), 0.0, rng.uniform(2.5, 9.0)
    place[3, :3] = (0.72, 0.78, 0.86)
    return place


def _clutter(rng: np.random.Generator, lit: Array, indoors: bool) -> list[list[float]]:
    things = []
    for _ in range(int(rng.integers(4, 12))):
        middle, half = rng.uniform(-4.0, 4.0), rng.uniform(0.08, 0.6)
        low = 0.0 if rng.random() < 0.6 else rng.uniform(0.5, 1.4)
        high = low + rng.uniform(0.3, 2.2)
        colour = np.array(_hue(rng, 0.03, 0.5, 0.5)) * 0.6 * lit
        kind = int(
            rng.choice([PLASTER, BOARDS, BRICKS, PLASTER] if indoors else [PLASTER, GREEN, WINDOWS])
        )
        if kind == GREEN:
            colour = np.array([0.06, 0.10, 0.03]) * rng.uniform(0.5, 1.4) * lit
        depth = -rng.uniform(0.8, 3.0)
        things.append(_flat((middle - half, middle + half, low, high), depth, colour, kind))
    return things


def _hue(
    rng: np.random.Generator, dark: float, bright: float, colourful: float
) -> tuple[float, float, float]:
    level = np.exp(rng.uniform(np.log(dark), np.log(bright)))
    tint = 1 + colourful * rng.uniform(-1, 1, 3)
    red, green, blue = (float(v) for v in level * tint)
    return red, green, blue
