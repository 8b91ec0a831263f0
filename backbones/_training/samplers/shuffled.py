"""Every picture once an epoch."""

from __future__ import annotations

from typing import Literal

import numpy as np

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Sampler, picks
from probe.backbones._training.table import TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal


class Shuffled(Sampler):
    """Every picture once an epoch, in random order; an incomplete last batch is left out."""

    kind: Literal["shuffled"]
    batch: Count

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        if len(table) < self.batch:
            raise refusal(
                UsageError,
                Message("train-batch-not-filled", {"pictures": len(table), "batch": self.batch}),
                hint=Message("train-lower-batch"),
            )
        order = drawn.permutation(len(table))
        count = len(order) // self.batch
        rows = order[: count * self.batch].reshape(count, self.batch)
        return [{ROLE: picks(batch)} for batch in rows]
