"""Where the mask of an instance comes from: a labelled picture, a crop's mask, polygons, runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from probe.errors import FramesError, PictureError
from probe.frames.label_picture import label_size, label_values
from probe.pictures.decoding import Box, pixel_sides
from probe.wording import Message, reason_of, refusal

HALF = 127
"""A mask of black and white covers what is brighter than this."""


class MaskSource(Protocol):
    """What can draw the mask of an instance."""

    def pixels(self, size: tuple[int, int]) -> NDArray[np.bool_]:
        """`bool (h, w)` of a frame of this size (height, width).

        Raises:
            FramesError: it cannot be read, has another size, or is empty.
        """
        ...

    def check(self, size: tuple[int, int]) -> None:
        """Refuse a mask of another frame, from its header alone.

        Raises:
            FramesError: it cannot be read, or has another size.
        """
        ...


@dataclass(frozen=True)
class LabelMask:
    """The pixels of one value in a picture of the frame's size.

    Attributes:
        path: of the picture.
        value: of the instance.
    """

    path: Path
    value: int

    def check(self, size: tuple[int, int]) -> None:
        """See `MaskSource.check`."""
        has = _size(self.path)
        if has != size:
            raise _other_size(self.path, has, size)

    def pixels(self, size: tuple[int, int]) -> NDArray[np.bool_]:
        """See `MaskSource.pixels`."""
        self.check(size)
        mask: NDArray[np.bool_] = _values(self.path) == self.value
        if not mask.any():
            raise refusal(
                FramesError,
                Message("frames-no-pixel-value", {"value": self.value}),
                place=self.path,
                hint=Message("frames-restore-both"),
            )
        return mask


@dataclass(frozen=True)
class CropMask:
    """The mask of a crop, put where the crop was cut out.

    Attributes:
        path: of the mask.
        box: of the crop.
    """

    path: Path
    box: Box

    def check(self, size: tuple[int, int]) -> None:
        """See `MaskSource.check`."""
        left, top, right, bottom = pixel_sides(self.box, size)
        has, needs = _size(self.path), (bottom - top, right - left)
        if has != needs:
            raise _other_size(self.path, has, needs, "crop")

    def pixels(self, size: tuple[int, int]) -> NDArray[np.bool_]:
        """See `MaskSource.pixels`."""
        self.check(size)
        left, top, right, bottom = pixel_sides(self.box, size)
        whole = np.zeros(size, np.bool_)
        whole[top:bottom, left:right] = _values(self.path) > HALF
        return whole


@dataclass(frozen=True)
class PolygonMask:
    """What lies inside of polygons, as COCO keeps single instances.

    Attributes:
        polygons: x, y, x, y, ... in pixels.
    """

    polygons: tuple[tuple[float, ...], ...]

    def check(self, size: tuple[int, int]) -> None:
        """Polygons fit a frame of any size."""

    def pixels(self, size: tuple[int, int]) -> NDArray[np.bool_]:
        """See `MaskSource.pixels`; a pixel is inside where its middle is, within half a pixel."""
        drawn = Image.new("1", size[::-1])
        for polygon in self.polygons:
            ImageDraw.Draw(drawn).polygon(list(polygon), fill=1, outline=1)
        return np.array(drawn, np.bool_)


@dataclass(frozen=True)
class RunMask:
    """Lengths of runs of 0 and 1 down the columns, as COCO keeps crowds.

    Attributes:
        runs: the first is of 0.
        size: (height, width) that they fill.
        place: file that states them.
    """

    runs: tuple[int, ...]
    size: tuple[int, int]
    place: Path

    def check(self, size: tuple[int, int]) -> None:
        """See `MaskSource.check`."""
        if size != self.size or sum(self.runs) != size[0] * size[1]:
            raise _other_size(self.place, self.size, size)
        if not any(self.runs[1::2]):
            raise refusal(
                FramesError,
                Message("frames-mask-runs-empty"),
                place=self.place,
                hint=Message("frames-give-mask"),
            )

    def pixels(self, size: tuple[int, int]) -> NDArray[np.bool_]:
        """See `MaskSource.pixels`."""
        self.check(size)
        values = np.arange(len(self.runs)) % 2 == 1
        mask: NDArray[np.bool_] = np.repeat(values, self.runs).reshape(size[::-1]).T
        return mask


def _values(path: Path) -> NDArray[np.uint8]:
    try:
        return label_values(path)
    except PictureError as error:
        raise _unreadable(path, error) from None


def _size(path: Path) -> tuple[int, int]:
    try:
        return label_size(path)
    except PictureError as error:
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: PictureError) -> FramesError:
    return refusal(
        FramesError,
        Message("frames-mask-unreadable", {"reason": reason_of(error)}),
        place=path,
        hint=Message("step-restore-or-take-out"),
    )


def _other_size(
    path: Path,
    has: tuple[int, ...],
    needs: tuple[int, ...],
    what: Literal["crop", "frame"] = "frame",
) -> FramesError:
    return refusal(
        FramesError,
        Message(
            "frames-mask-size",
            {
                "height": has[0],
                "width": has[1],
                "of": what,
                "needed_height": needs[0],
                "needed_width": needs[1],
            },
        ),
        place=path,
        hint=Message("frames-mask-of-frame"),
    )
