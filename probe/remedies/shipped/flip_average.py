"""The feature of a picture and of its mirror image, summed: sides no longer matter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from probe.remedies.case import View
from probe.remedies.picture_changes import FLIPPED, mirrored_view
from probe.remedies.remedy import EmbedAgain, Remedy
from probe.remedies.scoring import Side
from probe.wording import Message


class FlipAverage(Remedy):
    """Usual in the field's evaluation code; costs a second pass of the network."""

    label = Message("remedy-flip-average")
    rank = 10

    def change_side(self, side: Side, views: Sequence[View], embed_again: EmbedAgain) -> Side:
        """Unit vectors of the sums."""
        both = side.vectors + embed_again(FLIPPED, mirrored_view)
        both /= np.maximum(np.linalg.norm(both, axis=1, keepdims=True), 1e-12)
        return replace(side, vectors=both, mirror_free=True)


spec = FlipAverage()
