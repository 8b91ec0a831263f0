"""What a remedy is: what it does to pictures, vectors and scores, and when it can be tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from probe.remedies.case import RemedyCase, View
from probe.remedies.scoring import Scoring, Side
from probe.wording import Message

Floats = NDArray[np.float64]

Prepare = Callable[[View], View]
"""Changes a view's picture, and its mask with it, before the picture is fitted."""

EmbedAgain = Callable[[str, Prepare], Floats]
"""Unit vectors `(n, d)` of the same views, changed once more: a name for the change, the change."""


class Remedy:
    """The base of every remedy: it does nothing; override what yours does.

    Attributes:
        label: what it is called in reports: a message of `probe/wording`, or a text of your own.
        rank: remedies are listed, and applied together, in this order; equal ranks by name.
        gallery_views: pictures of a person that are averaged in the gallery; 1 for none.
        family: of several remedies of one family (`views-3`, `views-5`) only the last joins the
            others when all are tried together; empty for none.
        uses_masks: whether making a mask is part of its price.
    """

    label: Message | str = ""
    rank: int = 100
    gallery_views: int = 1
    family: str = ""
    uses_masks: bool = False

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Whether it is for pictures like these at all; if not, it is not even listed."""
        return True

    def why_not(self, case: RemedyCase) -> Message | str | None:
        """Why it cannot be tried on these pictures; None (or no text) when it can."""
        return None

    def caution(self, case: RemedyCase) -> Message | str | None:
        """What must be read beside its figures; None (or no text) for nothing."""
        return None

    def preparation(self, case: RemedyCase) -> Prepare | None:
        """What it does to every picture before fitting; None for nothing."""
        return None

    def change_side(self, side: Side, views: Sequence[View], embed_again: EmbedAgain) -> Side:
        """The vectors of some views, changed."""
        return side

    def change_scoring(self, scoring: Scoring, strangers: Side) -> Scoring:
        """How vectors are scored, changed; `strangers` are those in the standard condition."""
        return scoring
