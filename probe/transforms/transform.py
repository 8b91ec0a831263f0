"""What a transform is: parameters with units, and what it does to a picture and to its mask."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

Picture = NDArray[np.uint8]
"""RGB `uint8 (h, w, 3)`."""

Mask = NDArray[np.bool_]
"""`bool (h, w)`, true where the person is."""

Chance = np.random.Generator
"""Where a transform draws from: the same for the same picture."""


class Transform(BaseModel):
    """The base of every transform: its fields are its parameters, checked as a protocol is read.

    A subclass says in its docstring the unit and the source of every parameter, limits them with
    `Field(ge=..., le=...)`, and overrides `change`; those that move or cover pixels also
    `change_mask`, those that change the size also `new_size`, and those that do nothing
    to small pictures `leaves`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    @property
    def is_neutral(self) -> bool:
        """Whether it leaves every picture as it is; it is then left out."""
        return False

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture after it; `picture` stays as it is."""
        raise NotImplementedError(f"{type(self).__name__} does not override change")

    def change_mask(self, mask: Mask, chance: Chance) -> Mask:
        """The mask of the changed picture, where it is known of the picture before."""
        return mask

    def leaves(self, height: int, width: int) -> bool:
        """Whether pictures of this size stay as they are: too small for what is done."""
        return False

    def new_size(self, height: int, width: int) -> tuple[int, int]:
        """(height, width) of the changed picture, in pixels."""
        return height, width


@dataclass(frozen=True)
class TransformSpec:
    """How a transform is made: what a module offers as `spec`, or a third party registers.

    Attributes:
        model: the class; its fields are the keys that a protocol may give.
        main: the parameter that takes `$level` where a protocol gives the name alone; empty where
            there is none.
        revision: raised with every change of its code that alters a picture: no vector that is
            kept then stands for another picture.
    """

    model: type[Transform]
    main: str = ""
    revision: int = 1
