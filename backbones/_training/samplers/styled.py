"""Pictures with their styled copies."""

from __future__ import annotations

from typing import Literal

import numpy as np

from probe.backbones._training.recipe_part import Count
from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Sampler, picks
from probe.backbones._training.table import TrainingTable
from probe.errors import UsageError


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
            raise UsageError(
                "the pictures of the target have no styled copies, which this sampler draws",
                hint="Name the folder that `probe generate` made of them: --styled DIR.",
            )
        if len(counts) != 1:
            raise UsageError(
                f"pictures have {min(counts)} to {max(counts)} styled copies, not all the same "
                "number",
                hint="Finish the styled set: every picture needs a copy in every camera's style.",
            )
        if len(table) < self.pictures:
            raise UsageError(f"{len(table)} pictures do not fill a batch of {self.pictures}")
        copies = np.arange(counts.pop() + 1)
        order = drawn.permutation(len(table))
        count = len(order) // self.pictures
        groups = order[: count * self.pictures].reshape(count, self.pictures)
        return [
            {ROLE: picks(np.repeat(rows, len(copies)), np.tile(copies, len(rows)))}
            for rows in groups
        ]
