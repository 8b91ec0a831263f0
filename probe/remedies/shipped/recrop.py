"""Pictures cut anew around the person's mask."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from probe.remedies.case import RemedyCase, View
from probe.remedies.remedy import Prepare, Remedy
from probe.wording import Message

MARGIN = 0.05
"""Room around the mask, of its height (ours, as of a usual detector)."""


class Recrop(Remedy):
    """Brings boxes that are too large or lie beside to one framing; costs a mask a picture."""

    label = Message("remedy-recrop")
    rank = 28
    uses_masks = True

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Where the framing was changed."""
        return "framing" in case.transforms

    def why_not(self, case: RemedyCase) -> Message | None:
        """Needs a mask of every picture."""
        missing = any(view.mask is None for view in case.views)
        return Message("remedy-without-masks") if missing else None

    def preparation(self, case: RemedyCase) -> Prepare:
        """Cuts picture and mask."""
        return recropped


def recropped(view: View) -> View:
    """The view cut to its mask and `MARGIN` around it; as it is without a mask, or an empty one."""
    if view.mask is None or not view.mask.any():
        return view
    rows, columns = (np.flatnonzero(view.mask.any(axis)) for axis in (1, 0))
    margin = round(MARGIN * (rows[-1] + 1 - rows[0]))
    part = np.s_[
        max(0, rows[0] - margin) : rows[-1] + 1 + margin,
        max(0, columns[0] - margin) : columns[-1] + 1 + margin,
    ]
    return replace(view, picture=view.picture[part].copy(), mask=view.mask[part].copy())


spec = Recrop()
