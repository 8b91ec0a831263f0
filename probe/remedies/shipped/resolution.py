"""All pictures brought down to the lower resolution of the two conditions."""

from __future__ import annotations

import numpy as np

from probe.remedies.case import RemedyCase
from probe.remedies.picture_changes import lowered_view
from probe.remedies.remedy import Prepare, Remedy
from probe.wording import Message


class Resolution(Remedy):
    """A sharp and a blurred picture of one person become two blurred ones."""

    label = Message("remedy-resolution")
    rank = 40

    def preparation(self, case: RemedyCase) -> Prepare:
        """Lowers every picture to the smaller of the two conditions' median heights."""
        sides = (case.queries, case.standard)
        heights = [float(np.median([v.picture.shape[0] for v in views])) for views in sides]
        height = round(min(heights))
        return lambda view: lowered_view(view, height)


spec = Resolution()
