"""Several gallery pictures of a person, averaged: what `views-3` and `views-5` share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.remedies.case import RemedyCase, View
from probe.remedies.remedy import Remedy
from probe.wording import Message


class Views(Remedy):
    """A template of `count` gallery pictures; costs nothing a picture, but more of them.

    Args:
        count: pictures of a person.
        label: what it is called.
    """

    family = "views"

    def __init__(self, count: int, label: Message) -> None:
        self.label = label
        self.gallery_views = count
        self.rank = 50 + count  # after what changes a picture; fewer views are listed first

    def why_not(self, case: RemedyCase) -> Message | None:
        """Needs enough further pictures of everybody.

        A standard picture that is compared cannot be in its own template.
        """
        subjects, strangers = case.template(self.gallery_views)
        fewest = min(_fewest(subjects) - 1, _fewest(strangers))
        if fewest >= self.gallery_views:
            return None
        return Message("remedy-few-views", {"pictures": fewest, "needed": self.gallery_views})


def _fewest(views: Sequence[View]) -> int:
    return int(np.unique([view.person for view in views], return_counts=True)[1].min())
