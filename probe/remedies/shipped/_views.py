"""Several gallery pictures of a person, averaged: what `views-3` and `views-5` share."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from probe.remedies.case import RemedyCase, View
from probe.remedies.remedy import Remedy


class Views(Remedy):
    """A template of `count` gallery pictures; costs nothing a picture, but more of them.

    Args:
        count: pictures of a person.
        word: the count in words.
    """

    family = "views"

    def __init__(self, count: int, word: str) -> None:
        self.summary = f"{word} gallery pictures of a person, averaged"
        self.gallery_views = count
        self.rank = 50 + count

    def why_not(self, case: RemedyCase) -> str:
        """Needs enough further pictures of everybody.

        A standard picture that is compared cannot be in its own template.
        """
        subjects, strangers = case.template(self.gallery_views)
        fewest = min(_fewest(subjects) - 1, _fewest(strangers))
        if fewest >= self.gallery_views:
            return ""
        return f"a person has {fewest} further gallery pictures, {self.gallery_views} are needed"


def _fewest(views: Sequence[View]) -> int:
    return int(np.unique([view.person for view in views], return_counts=True)[1].min())
