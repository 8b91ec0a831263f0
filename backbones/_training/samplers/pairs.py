"""Pairs of pictures, of one person and of two."""

from __future__ import annotations

from typing import ClassVar, Literal

import numpy as np

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Picks, Sampler, picks
from probe.backbones._training.table import UNLABELLED, Integers, TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal


class Pairs(Sampler):
    """Pairs of pictures: each anchor with one of the same person, then with others (FD-GAN).

    A batch holds the pairs one after another, first and second picture in turn: rows 0 and 1 are a
    pair, rows 2 and 3 the next. Every picture of a person with two or more is an anchor once an
    epoch.

    Attributes:
        anchors: of a batch; each gives 1 + `negatives` pairs.
        negatives: pairs of different people for each pair of one person.
        shared_draws: both pictures of a pair are cropped, mirrored, ... alike.
    """

    kind: Literal["pairs"]
    anchors: Count
    negatives: Count
    shared_draws: bool
    unit: ClassVar[int] = 2

    @property
    def single_pictures(self) -> Message:
        """They have no picture to be paired with."""
        return Message("training-single-in-pairs")

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        labels = table.labels
        people, counts = np.unique(labels[labels != UNLABELLED], return_counts=True)
        anchors = np.flatnonzero(np.isin(labels, people[counts > 1]))
        if len(people) < 2 or len(anchors) < self.anchors:
            raise refusal(
                UsageError,
                Message(
                    "train-pairs-few",
                    {"pictures": len(anchors), "people": len(people), "anchors": self.anchors},
                ),
                hint=Message("train-pairs-step"),
            )
        order = drawn.permutation(anchors)
        count = len(order) // self.anchors
        groups = order[: count * self.anchors].reshape(count, self.anchors)
        return [{ROLE: self._pairs(group, labels, drawn)} for group in groups]

    def _pairs(self, anchors: Integers, labels: Integers, drawn: np.random.Generator) -> Picks:
        rows: list[int] = []
        for anchor in anchors.tolist():
            same = np.flatnonzero(labels == labels[anchor])
            other = np.flatnonzero((labels != labels[anchor]) & (labels != UNLABELLED))
            rows += [anchor, int(drawn.choice(same[same != anchor]))]
            for negative in drawn.choice(other, self.negatives, replace=True):
                rows += [anchor, int(negative)]
        draws = np.arange(len(rows), dtype=np.int64)
        return picks(np.array(rows), draws=draws // 2 * 2 if self.shared_draws else draws)
