"""Pictures with their styled copies."""

from __future__ import annotations

from typing import Literal

import numpy as np

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Sampler, picks
from probe.backbones._training.table import TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal


class Styled(Sampler):
    """Pictures, each followed by all of its styled copies (HHL's target batches).

    Attributes:
        pictures: of a batch, without their copies.
    """

    kind: Literal["styled"]
    pictures: Count

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        counts = {len(record.styled) for record in table.records}
        if counts == {0}:
            raise refusal(
                UsageError, Message("train-no-styled-copies"), hint=Message("train-name-styled")
            )
        if len(counts) != 1:
            raise refusal(
                UsageError,
                Message("train-styled-uneven", {"least": min(counts), "most": max(counts)}),
                hint=Message("train-finish-styled"),
            )
        if len(table) < self.pictures:
            raise refusal(
                UsageError,
                Message("train-batch-not-filled", {"pictures": len(table), "batch": self.pictures}),
            )
        copies = np.arange(counts.pop() + 1)
        order = drawn.permutation(len(table))
        count = len(order) // self.pictures
        groups = order[: count * self.pictures].reshape(count, self.pictures)
        return [
            {ROLE: picks(np.repeat(rows, len(copies)), np.tile(copies, len(rows)))}
            for rows in groups
        ]
