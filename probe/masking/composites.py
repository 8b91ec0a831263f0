"""Pictures put together from parts of others: people before other backgrounds, exchanged regions.

A picture is taken apart into a plate (the background, the hole behind the person filled from
around it) and layers over it. Layers of one picture are laid over another's in the frame of the
picture the first layer comes from: body over body where both bodies' boxes are known, so that a
head lands on the shoulders; else crop over crop, as backgrounds always are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.masking.inpainting import filled_hole, grown
from probe.masking.resizing import check_size, scaled, scaled_mask

Picture = NDArray[np.uint8]
Mask = NDArray[np.bool_]

FEATHER = 0.7
"""Standard deviation in pixels of the soft edge of a cut-out (our choice)."""


@dataclass(frozen=True, eq=False)
class Layers:
    """A picture and its layers.

    Attributes:
        picture: `uint8 (h, w, 3)`.
        masks: name -> `bool (h, w)`; painted over the plate in this order. The first is the one
            whose picture gives the frame of a composite (the person, or the head).
        body: top, left, bottom, right of the body in pixels of the picture; None where not known.

    Raises:
        MaskError: no layers, or a mask of another size than the picture.
    """

    picture: Picture
    masks: Mapping[str, Mask]
    body: tuple[float, float, float, float] | None = None

    def __post_init__(self) -> None:
        for name, mask in self.masks.items():
            check_size(mask, self.picture.shape, name)
        if not self.masks:
            raise MaskError("a picture without masks cannot be taken apart")

    @property
    def names(self) -> tuple[str, ...]:
        """Of the layers, in the order they are painted."""
        return tuple(self.masks)

    @cached_property
    def plate(self) -> Picture:
        """The picture without what its masks cover."""
        return filled_hole(self.picture, grown(np.any(list(self.masks.values()), axis=0)))


@dataclass(frozen=True, eq=False)
class CutOut:
    """A person cut out of a picture.

    Attributes:
        picture: `uint8 (h, w, 3)`.
        mask: `bool (h, w)`.

    Raises:
        MaskError: the mask has another size, or is empty.
    """

    picture: Picture
    mask: Mask

    def __post_init__(self) -> None:
        check_size(self.mask, self.picture.shape, "person")
        if not self.mask.any():
            raise MaskError("an empty mask cuts nothing out")

    @cached_property
    def plate(self) -> Picture:
        """The picture without the person."""
        return filled_hole(self.picture, grown(self.mask))


def pasted(person: CutOut, background: Picture) -> Picture:
    """A cut-out before another background, `uint8` of the cut-out's size, soft at its edge.

    Args:
        person: who.
        background: `uint8 (h, w, 3)` of any size; scaled to the picture of the cut-out.
    """
    from scipy.ndimage import gaussian_filter

    alpha = gaussian_filter(person.mask.astype(np.float32), FEATHER)[..., None]
    behind = scaled(background, person.picture.shape).astype(np.float32)
    mixed = alpha * person.picture + (1 - alpha) * behind
    return np.asarray(np.clip(np.rint(mixed), 0, 255), np.uint8)


def composite(before: Layers, after: Layers, taken: frozenset[str]) -> Picture:
    """A picture whose parts named in `taken` come from `after`, all others from `before`.

    None taken gives `before`, everything taken gives `after`, both unchanged. The frame is that of
    the picture the first layer comes from.

    Args:
        before: a picture with its layers.
        after: another one with the same layers.
        taken: names of layers, and `background`.
    """
    names = (*before.names, "background")
    if not taken:
        return before.picture
    if taken.issuperset(names):
        return after.picture
    main = after if names[0] in taken else before
    other = before if main is after else after
    mine = taken if main is after else frozenset(names) - taken
    shape = main.picture.shape
    canvas = main.plate.copy() if "background" in mine else scaled(other.plate, shape).copy()
    for name in before.names:
        source = main if name in mine else other
        picture, mask = (source.picture, source.masks[name])
        if source is other:
            picture, mask = _laid_over(main, other, name)
        canvas[mask] = picture[mask]
    return canvas


def _laid_over(main: Layers, other: Layers, name: str) -> tuple[Picture, Mask]:
    """A picture and one of its masks in the frame of another: body over body, or crop over crop."""
    shape, mask = main.picture.shape, other.masks[name]
    if main.body is None or other.body is None:
        return scaled(other.picture, shape), scaled_mask(mask, shape)
    (top, left, bottom, right), theirs = main.body, other.body
    scale = (bottom - top) / max(theirs[2] - theirs[0], 1e-6)
    size = tuple(max(1, round(scale * side)) for side in other.picture.shape[:2])
    down = round(top - scale * theirs[0])
    across = round((left + right) / 2 - scale * (theirs[1] + theirs[3]) / 2)
    moved = _placed(scaled(other.picture, size), (down, across), shape)
    return moved, _placed(scaled_mask(mask, size), (down, across), shape)


def _placed(array: NDArray[Any], at: tuple[int, int], shape: tuple[int, ...]) -> NDArray[Any]:
    """An array put at (row, column) of an empty frame; what lies outside is left out."""
    frame = np.zeros((*shape[:2], *array.shape[2:]), array.dtype)
    start = [max(0, k) for k in at]
    stop = [min(n, k + m) for k, n, m in zip(at, shape, array.shape, strict=False)]
    if start[0] < stop[0] and start[1] < stop[1]:
        rows, columns = (slice(a - k, b - k) for a, b, k in zip(start, stop, at, strict=True))
        frame[start[0] : stop[0], start[1] : stop[1]] = array[rows, columns]
    return frame
