"""Something before the person."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from probe.transforms.drawn_person import drawn_person
from probe.transforms.transform import Chance, Mask, Picture, Transform, TransformSpec

Side = Literal["bottom", "top", "left", "right"]


class Occlusion(Transform):
    """A part of the person hidden by something nearer to the camera.

    Attributes:
        share: of the picture that is hidden, in percent; 0 changes nothing. From below and above
            it is of the height, from the sides of the width.
        by: `object`: an even thing with some grain (a wall, a car, a counter), of a colour that
            is drawn for every picture; `person`: somebody else, drawn simply, in clothes of
            colours that are drawn for every picture, who comes in from a side.
        side: where it comes from; a person comes from the left or the right.
    """

    share: Annotated[float, Field(ge=0, le=90)]
    by: Literal["object", "person"] = "object"
    side: Side = "bottom"

    @property
    def is_neutral(self) -> bool:
        """At 0 %."""
        return self.share == 0

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The picture with what is before the person."""
        cover, colours = self._before(picture.shape[0], picture.shape[1], chance)
        return np.where(cover[:, :, None], colours, picture)

    def change_mask(self, mask: Mask, chance: Chance) -> Mask:
        """What is left of the person."""
        cover, _ = self._before(mask.shape[0], mask.shape[1], chance)
        return mask & ~cover

    def _before(self, height: int, width: int, chance: Chance) -> tuple[Mask, Picture]:
        if self.by == "person":
            return drawn_person(height, width, self.share, self.side, chance)
        return _strip(height, width, self.share, self.side), _thing(height, width, chance)


def _strip(height: int, width: int, share: float, side: Side) -> Mask:
    cover = np.zeros((height, width), bool)
    deep = round((height if side in ("bottom", "top") else width) * share / 100.0)
    if deep:
        parts = {
            "bottom": np.s_[height - deep :, :], "top": np.s_[:deep, :],
            "left": np.s_[:, :deep], "right": np.s_[:, width - deep :],
        }  # fmt: skip
        cover[parts[side]] = True
    return cover


def _thing(height: int, width: int, chance: Chance) -> Picture:
    """A colour with grain of a few values, all over the picture."""
    colour: NDArray[np.float32] = chance.uniform(30, 210, 3).astype(np.float32)
    grain = chance.standard_normal((height, width, 1), dtype=np.float32) * np.float32(6)
    return np.clip(colour + grain, 0, 255).astype(np.uint8)


spec = TransformSpec(Occlusion, main="share")
