"""A detector's box that does not fit the person."""

from __future__ import annotations

from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, model_validator

from probe.files.misfit import UnfitError
from probe.transforms.transform import Chance, Mask, Picture, Transform, TransformSpec
from probe.wording import Message

Indices = NDArray[np.int64]

Cut = Annotated[float, Field(ge=0, le=80)]
Shift = Annotated[float, Field(ge=-80, le=80)]


class Framing(Transform):
    """Another box around the person, in percent of the person's height.

    A box that is cut is smaller. Where a box reaches beyond the crop, the crop's border is
    repeated: what was beside the person is not known.

    Attributes:
        cut_feet: taken off below, in percent of the height.
        cut_head: taken off above, in percent of the height; less than 100 with `cut_feet`.
        cut_left: taken off on the left, in percent of the height: the border of the view.
        cut_right: taken off on the right, in percent of the height.
        shift_down: the box moved down, in percent of the height.
        shift_right: the box moved to the right, in percent of the height.
        scale: size of the box around its middle, in percent; 100 leaves it as it is.
    """

    cut_feet: Cut = 0.0
    cut_head: Cut = 0.0
    cut_left: Cut = 0.0
    cut_right: Cut = 0.0
    shift_down: Shift = 0.0
    shift_right: Shift = 0.0
    scale: Annotated[float, Field(ge=30, le=300)] = 100.0

    @model_validator(mode="after")
    def _check(self) -> Framing:
        if self.cut_head + self.cut_feet >= 100:
            raise UnfitError(Message("transform-nothing-left"))
        return self

    @property
    def is_neutral(self) -> bool:
        """Where nothing is cut, moved or scaled."""
        return self == Framing()

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """What the other box shows, at least one pixel."""
        rows, columns = self._places(*picture.shape[:2])
        height, width = picture.shape[:2]
        shown: Picture = picture[rows.clip(0, height - 1)][:, columns.clip(0, width - 1)]
        return shown

    def change_mask(self, mask: Mask, chance: Chance) -> Mask:
        """The mask in the other box; nobody is outside the crop."""
        rows, columns = self._places(*mask.shape)
        height, width = mask.shape
        inside = ((rows >= 0) & (rows < height))[:, None] & ((columns >= 0) & (columns < width))
        shown: Mask = mask[rows.clip(0, height - 1)][:, columns.clip(0, width - 1)] & inside
        return shown

    def new_size(self, height: int, width: int) -> tuple[int, int]:
        """Of the other box."""
        rows, columns = self._places(height, width)
        return len(rows), len(columns)

    def _places(self, height: int, width: int) -> tuple[Indices, Indices]:
        """Rows and columns of the crop that the box covers; below 0 and above: outside."""
        unit = height / 100.0
        grown = (self.scale / 100.0 - 1.0) / 2.0
        top, bottom = self.cut_head * unit, height - self.cut_feet * unit
        left, right = self.cut_left * unit, width - self.cut_right * unit
        down, across = self.shift_down * unit, self.shift_right * unit
        taller, wider = (bottom - top) * grown, (right - left) * grown
        return (
            _between(top + down - taller, bottom + down + taller),
            _between(left + across - wider, right + across + wider),
        )


def _between(low: float, high: float) -> Indices:
    start = round(low)
    return np.arange(start, max(start + 1, round(high)), dtype=np.int64)


spec = TransformSpec(Framing, main="cut_feet")
