"""Streaks and flakes before a person: drawn at random places until they cover a share."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from probe.transforms.light import Light, light_of, values_of
from probe.transforms.transform import Chance, Picture

Cover = NDArray[np.float32]
"""How much of a pixel is covered `(h, w)`, 0..1."""


def covered(shape: tuple[int, ...], stamps: Iterator[Cover], share: float, chance: Chance) -> Cover:
    """Stamps at random places, one over another, until their mean is `share`.

    The first stamps are the same for every share, so that more of it adds to less.

    Args:
        shape: (height, width) of the picture.
        stamps: endless; each smaller than the picture or not.
        share: mean cover that is asked for, 0..1.
        chance: draws the places.
    """
    height, width = shape[:2]
    clear = np.ones((height, width), np.float32)
    wanted = (1.0 - share) * height * width
    left = float(height * width)
    while left > wanted:
        stamp = next(stamps)
        top = int(chance.integers(-stamp.shape[0], height))
        start = int(chance.integers(-stamp.shape[1], width))
        rows = slice(max(0, top), min(height, top + stamp.shape[0]))
        columns = slice(max(0, start), min(width, start + stamp.shape[1]))
        part = stamp[
            rows.start - top : rows.stop - top, columns.start - start : columns.stop - start
        ]
        before = clear[rows, columns]
        after = before * (1.0 - part)
        left -= float((before - after).sum())
        clear[rows, columns] = after
    return 1.0 - clear


@lru_cache(maxsize=256)
def streak(length: float, width: float, angle: float) -> Cover:
    """A line with soft ends, in pixels; `angle` in degrees from upright, to the right below."""
    turn = math.radians(angle)
    half_down = max(1, math.ceil(abs(length * math.cos(turn)) / 2 + width))
    half_across = max(1, math.ceil(abs(length * math.sin(turn)) / 2 + width))
    down, across = np.mgrid[-half_down : half_down + 1, -half_across : half_across + 1]
    along = down * math.cos(turn) + across * math.sin(turn)
    aside = np.abs(across * math.cos(turn) - down * math.sin(turn))
    inside = np.clip(width / 2 + 0.5 - aside, 0.0, min(1.0, width))
    ends = np.clip(length / 2 + 0.5 - np.abs(along), 0.0, 1.0)
    return np.asarray(inside * ends, np.float32)


@lru_cache(maxsize=256)
def flake(diameter: float) -> Cover:
    """A disc with a soft border, in pixels."""
    half = max(1, math.ceil(diameter / 2))
    down, across = np.mgrid[-half : half + 1, -half : half + 1]
    cover = np.clip(diameter / 2 + 0.5 - np.hypot(down, across), 0.0, min(1.0, diameter))
    return np.asarray(cover, np.float32)


def veiled(picture: Picture, cover: Cover, opacity: float, light: float) -> Picture:
    """The picture behind what covers it: so opaque (0..1), of this linear light (0..1)."""
    behind: Light = light_of(picture)
    share = (cover * np.float32(opacity))[:, :, None]
    return values_of(behind * (1 - share) + np.float32(light) * share)
