"""The background filled with grey."""

from __future__ import annotations

from dataclasses import replace

from probe.masking import fill_background
from probe.remedies.case import RemedyCase, View
from probe.remedies.remedy import Prepare, Remedy
from probe.wording import Message


class Mask(Remedy):
    """The same as the mask variant of a study; costs a mask a picture."""

    label = Message("remedy-mask")
    rank = 30
    uses_masks = True

    def why_not(self, case: RemedyCase) -> Message | None:
        """Needs a mask of every picture."""
        missing = any(view.mask is None for view in case.views)
        return Message("remedy-without-masks") if missing else None

    def preparation(self, case: RemedyCase) -> Prepare:
        """Fills what is not the person."""

        def fill(view: View) -> View:
            if view.mask is None:
                return view
            return replace(view, picture=fill_background(view.picture, view.mask))

        return fill


spec = Mask()
