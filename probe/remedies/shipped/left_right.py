"""People mirrored to face one side, as the study proposes for its orientation protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from probe.remedies.case import RemedyCase, View
from probe.remedies.picture_changes import FLIPPED, mirrored_view
from probe.remedies.remedy import EmbedAgain, Prepare, Remedy
from probe.remedies.scoring import Side
from probe.wording import Message


class LeftRight(Remedy):
    """Mirrors who is known to face the other side; of the others, the better way counts."""

    label = Message("remedy-left-right")
    rank = 20

    def is_meant_for(self, case: RemedyCase) -> bool:
        """Not where everybody is known to face one way."""
        return case.turns

    def preparation(self, case: RemedyCase) -> Prepare:
        """Mirrors the views that say so."""
        return lambda view: mirrored_view(view) if view.mirror else view

    def change_side(self, side: Side, views: Sequence[View], embed_again: EmbedAgain) -> Side:
        """The mirror image beside each view whose side is not known."""
        unknown = np.array([view.mirror is None for view in views])
        if side.mirror_free or not unknown.any():
            return side
        flipped = embed_again(FLIPPED, mirrored_view)
        return replace(side, other=np.where(unknown[:, None], flipped, side.vectors))


spec = LeftRight()
