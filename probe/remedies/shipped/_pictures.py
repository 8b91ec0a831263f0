"""Pictures mended before a network sees them: what the remedies against transforms share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from probe.remedies.case import RemedyCase
from probe.remedies.remedy import Prepare, Remedy

Picture = NDArray[np.uint8]


class PictureRemedy(Remedy):
    """Every picture mended by itself; tried against the changes that it is for.

    Attributes:
        mends: names of the transforms that make such changes.
    """

    mends: frozenset[str] = frozenset()

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Where one of these transforms made the changed condition, or one like it is seen."""
        return bool(self.mends & case.changes)

    def change(self, picture: Picture) -> Picture:
        """The picture mended, `uint8 (h, w, 3)`; `picture` stays as it is."""
        raise NotImplementedError(f"{type(self).__name__} does not override change")

    def preparation(self, case: RemedyCase) -> Prepare:
        """Mends the picture of every view."""
        return lambda view: replace(view, picture=self.change(view.picture))
