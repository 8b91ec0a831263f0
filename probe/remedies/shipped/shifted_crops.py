"""The feature of a picture and of four shifted ones, summed (test-time augmentation)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from probe.remedies.case import RemedyCase, View
from probe.remedies.picture_changes import FLIPPED, mirrored_view
from probe.remedies.remedy import EmbedAgain, Remedy
from probe.remedies.scoring import Side
from probe.wording import Message

SHIFT = 0.05
"""Of the picture's height and width (ours)."""

DIRECTIONS = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}

Floats = NDArray[np.float64]


class ShiftedCrops(Remedy):
    """Framing matters less; costs four more passes of the network."""

    label = Message("remedy-shifted-crops")
    rank = 45

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Where a transform moved, bent or hid parts of the person."""
        return bool({"framing", "lens", "occlusion", "resolution"} & case.transforms)

    def change_side(self, side: Side, views: Sequence[View], embed_again: EmbedAgain) -> Side:
        """Unit vectors of the sums, of mirror images too where these count."""
        sums = _summed(side.vectors, [
            embed_again(f"shifted {name}", partial(shifted_view, towards=towards))
            for name, towards in DIRECTIONS.items()
        ])  # fmt: skip
        if side.other is None:
            return replace(side, vectors=sums)
        others = [
            embed_again(f"{FLIPPED} shifted {name}", partial(_mirrored, towards=towards))
            for name, towards in DIRECTIONS.items()
        ]
        return replace(side, vectors=sums, other=_summed(side.other, others))


def shifted_view(view: View, towards: tuple[int, int]) -> View:
    """The view moved by `SHIFT` down and to the right (-1: up, left); the border is repeated."""
    height, width = view.picture.shape[:2]
    rows, columns = (
        np.clip(np.arange(size) - step * round(SHIFT * size), 0, size - 1)
        for size, step in zip((height, width), towards, strict=True)
    )
    mask = None if view.mask is None else view.mask[rows][:, columns]
    return replace(view, picture=view.picture[rows][:, columns], mask=mask)


def _mirrored(view: View, towards: tuple[int, int]) -> View:
    return shifted_view(mirrored_view(view), towards)


def _summed(vectors: Floats, further: Sequence[Floats]) -> Floats:
    total = vectors + np.sum(further, axis=0)
    summed: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    return summed


spec = ShiftedCrops()
