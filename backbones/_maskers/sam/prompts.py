"""What SAM is asked: a box around the crop's content and points down the middle of the body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_HEIGHTS = (0.30, 0.45, 0.60)
"""Heights of the points in the content (ours): chest, waist, thighs of who fills the crop."""


@dataclass(frozen=True, eq=False)
class Prompts:
    """Prompts in pixels of the crop.

    Attributes:
        box: `(4,)`: left, top, right, bottom of the content.
        points: `(k, 2)`, x and y, all on the person.
    """

    box: NDArray[np.float64]
    points: NDArray[np.float64]


def prompts_of(image: NDArray[np.uint8]) -> Prompts:
    """Prompts of a person crop `uint8 (h, w, 3)`, without the even border it may have."""
    left, top, right, bottom = content_box(image)
    middle = (left + right) / 2
    points = [(middle, top + share * (bottom - top)) for share in _HEIGHTS]
    return Prompts(np.array([left, top, right, bottom], np.float64), np.array(points))


def content_box(image: NDArray[np.uint8]) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what is not an even border (letterbox bars of one colour)."""
    rows = _uneven(image)
    columns = _uneven(image.swapaxes(0, 1))
    if rows is None or columns is None:
        return 0, 0, image.shape[1], image.shape[0]
    return columns[0], rows[0], columns[1], rows[1]


def _uneven(image: NDArray[np.uint8]) -> tuple[int, int] | None:
    """First and past-the-last row that differ from an even first or last row."""
    first, last = image[0], image[-1]
    start, stop = 0, len(image)
    if (first == first[0]).all():
        differs = (image != first[0]).any((1, 2))
        start = int(differs.argmax()) if differs.any() else stop
    if (last == last[0]).all():
        differs = (image != last[0]).any((1, 2))
        stop = len(image) - int(differs[::-1].argmax()) if differs.any() else 0
    return (start, stop) if start < stop else None
