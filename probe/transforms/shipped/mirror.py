"""Left and right exchanged."""

from __future__ import annotations

import numpy as np

from probe.transforms.transform import Chance, Mask, Picture, Transform, TransformSpec


class Mirror(Transform):
    """Left and right exchanged: a bag changes its shoulder, and clothes lose their lettering."""

    def change(self, picture: Picture, chance: Chance) -> Picture:
        """The mirrored picture."""
        return np.ascontiguousarray(picture[:, ::-1])

    def change_mask(self, mask: Mask, chance: Chance) -> Mask:
        """The mirrored mask."""
        return np.ascontiguousarray(mask[:, ::-1])


spec = TransformSpec(Mirror)
