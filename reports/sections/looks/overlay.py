"""Maps over pictures: grey pictures under an even colour map, and backgrounds filled."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.reports.colours import CHANGE, EVIDENCE, scale

Floats = NDArray[np.float64]
Pixels = NDArray[np.uint8]
Corners = Sequence[float]
"""Top, left, bottom, right, as shares of a height and width."""

_FLOOR, _FULL, _STRONGEST = 0.06, 0.5, 0.88
"""Evidence below the floor leaves the picture as it is; above half the scale it covers most (ours,
by eye: the person must still be seen under the strongest place)."""

_GREY = 0.82
"""Grey pictures are dimmed a little, so that colour stands out of white clothes (ours, by eye)."""

_LUMA = np.array([0.299, 0.587, 0.114])
"""Weights of red, green and blue in a grey (ITU-R BT.601, as Pillow converts)."""


def opened(data: bytes) -> Pixels:
    """A picture's bytes as `uint8 (h, w, 3)`."""
    with Image.open(io.BytesIO(data), formats=("WEBP", "PNG")) as image:
        return np.asarray(image.convert("RGB"))


def webp(picture: Pixels) -> bytes:
    """A picture as WebP bytes."""
    buffer = io.BytesIO()
    Image.fromarray(picture).save(buffer, "WEBP", quality=78, method=4)
    return buffer.getvalue()


def scaled_to(picture: Pixels, height: int) -> Pixels:
    """A picture at another height, aspect ratio kept."""
    width = max(1, round(picture.shape[1] * height / picture.shape[0]))
    return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.LANCZOS))


def with_map(picture: Pixels, evidence: Floats, place: Corners, top: float) -> Pixels:
    """A grey picture under its evidence map.

    Args:
        picture: `uint8 (h, w, 3)`.
        evidence: `(rows, columns)` over the frame the network saw.
        place: where the picture lies in that frame.
        top: evidence at the end of the colour map; what is negative is left uncoloured.
    """
    level = np.clip(_over(evidence, place, picture.shape) / max(top, 1e-12), 0, 1)
    colours = _colours(EVIDENCE)[np.rint(level * 50).astype(int)]
    return _mixed(picture, colours, level)


def with_change(picture: Pixels, change: Floats, top: float) -> Pixels:
    """A grey picture under the difference of two maps, amber where evidence was lost."""
    level = np.clip(_over(change, (0, 0, 1, 1), picture.shape) / max(top, 1e-12), -1, 1)
    colours = _colours(CHANGE)[np.rint(25 + 25 * level).astype(int)]
    return _mixed(picture, colours, np.abs(level))


def cut(picture: Pixels, place: Corners, box: Corners) -> tuple[Pixels, Corners]:
    """The part of a picture that a box of its frame covers, and the part of the box that remains.

    Args:
        picture: `uint8 (h, w, 3)`.
        place: where it lies in the frame.
        box: of the frame; what lies outside the picture is left out.
    """
    inside = [max(box[0], place[0]), max(box[1], place[1])]
    inside += [min(box[2], place[2]), min(box[3], place[3])]
    tall, wide = place[2] - place[0], place[3] - place[1]
    height, width = picture.shape[:2]
    rows = [round((inside[k] - place[0]) / tall * height) for k in (0, 2)]
    columns = [round((inside[k] - place[1]) / wide * width) for k in (1, 3)]
    down, across = box[2] - box[0], box[3] - box[1]
    kept = (
        *((inside[0] - box[0]) / down, (inside[1] - box[1]) / across),
        *((inside[2] - box[0]) / down, (inside[3] - box[1]) / across),
    )
    part = picture[rows[0] : max(rows[1], rows[0] + 1), columns[0] : max(columns[1], 1)]
    return part, kept


def part_of(evidence: Floats, kept: Corners, grid: tuple[int, int]) -> Floats:
    """The part of a map inside a box, on a grid of its own."""
    return _over(evidence, kept, grid)


def bar_colours(name: str) -> tuple[str, ...]:
    """The colour bar of `with_map` or `with_change` over middle grey, `#rrggbb`, 11 steps.

    Args:
        name: `evidence` or `difference`.
    """
    place = np.linspace(0, 1, 11)[None]
    level = place if name == EVIDENCE else np.abs(2 * place - 1)
    grey = np.full((1, 11, 3), 170, np.uint8)
    mixed = _mixed(grey, _colours(name)[np.rint(place * 50).astype(int)], level)[0]
    return tuple("#" + "".join(f"{int(c):02x}" for c in colour) for colour in mixed)


def _over(evidence: Floats, place: Corners, shape: tuple[int, ...]) -> Floats:
    """A map, or the part of it at `place`, on a picture's pixels, smoothly."""
    rows, columns = evidence.shape
    box = (place[1] * columns, place[0] * rows, place[3] * columns, place[2] * rows)
    image = Image.fromarray(evidence.astype(np.float32))
    size = (shape[1], shape[0])
    return np.asarray(image.resize(size, Image.Resampling.BICUBIC, box=box), np.float64)


def _colours(name: str) -> NDArray[np.float64]:
    channels = [[int(c[k : k + 2], 16) for k in (1, 3, 5)] for c in scale(name)]
    return np.array(channels, np.float64)


def _mixed(picture: Pixels, colours: Floats, level: Floats) -> Pixels:
    grey = _GREY * (picture @ _LUMA)[..., None]
    alpha = (_STRONGEST * np.clip((level - _FLOOR) / (_FULL - _FLOOR), 0, 1))[..., None]
    return np.asarray(np.clip(np.rint(alpha * colours + (1 - alpha) * grey), 0, 255), np.uint8)
