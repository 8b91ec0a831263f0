"""Pairs of pictures, each picture with another one of its person whose pose is to be drawn."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Picks, Sampler, picks
from probe.backbones._training.table import Integers, TrainingTable
from probe.wording import Message

SOURCE, TARGET = "source", "target"
"""Roles: the pictures of the pairs, and the pictures that are to be drawn."""


class PosePairs(Sampler):
    """Pairs as the sampler `pairs` draws them, with a target for every picture (FD-GAN).

    A target is a random other picture of the person. A pair of one person shares its target, and
    what augmentation draws for it; a pair of two people has two.

    Attributes:
        anchors: of a batch; each gives 1 + `negatives` pairs.
        negatives: pairs of different people for each pair of one person.
    """

    kind: Literal["pose_pairs"]
    anchors: Count
    negatives: Count
    unit: ClassVar[int] = 2

    @property
    def roles(self) -> tuple[str, ...]:
        """Sources and targets."""
        return SOURCE, TARGET

    @property
    def single_pictures(self) -> Message:
        """They have no other picture that could be their target."""
        return Message("training-single-in-poses")

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        pairs = Pairs(
            kind="pairs", anchors=self.anchors, negatives=self.negatives, shared_draws=False
        )
        return [
            {SOURCE: batch[ROLE], TARGET: _targets(batch[ROLE].rows, table.labels, drawn)}
            for batch in pairs.batches(table, drawn)
        ]


def _targets(sources: Integers, labels: Integers, drawn: np.random.Generator) -> Picks:
    rows: list[int] = []
    draws: list[int] = []
    for place, source in enumerate(sources.tolist()):
        same_person = place % 2 == 1 and labels[sources[place - 1]] == labels[source]
        if same_person:
            rows.append(rows[-1])
            draws.append(place - 1)
            continue
        others = np.flatnonzero(labels == labels[source])
        others = others[others != source] if len(others) > 1 else others
        rows.append(int(drawn.choice(others)))
        draws.append(place)
    return picks(np.array(rows), draws=np.array(draws, np.int64))
