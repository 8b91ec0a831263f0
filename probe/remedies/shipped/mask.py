"""The background filled with grey."""

from __future__ import annotations

from dataclasses import replace

from probe.masking import fill_background
from probe.remedies.case import RemedyCase, View
from probe.remedies.remedy import Prepare, Remedy


class Mask(Remedy):
    """The same as the mask variant of a study; costs a mask a picture."""

    summary = "background filled with grey"
    rank = 30
    uses_masks = True

    def why_not(self, case: RemedyCase) -> str:
        """Needs a mask of every picture."""
        return "not every picture has a mask" if any(v.mask is None for v in case.views) else ""

    def preparation(self, case: RemedyCase) -> Prepare:
        """Fills what is not the person."""

        def fill(view: View) -> View:
            if view.mask is None:
                return view
            return replace(view, picture=fill_background(view.picture, view.mask))

        return fill


spec = Mask()
