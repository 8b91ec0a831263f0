"""What every sampler is, and the pictures that it picks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from probe.backbones._training.recipe_part import RecipePart
from probe.backbones._training.table import Chosen, Integers, TrainingTable
from probe.wording import Message

ROLE = "all"
"""The role of every picture of a batch that has only one."""


@dataclass(frozen=True, eq=False)
class Picks:
    """Pictures of a batch that have one role.

    Attributes:
        rows: `(n,)` rows of the table.
        copies: `(n,)` 0 for the picture itself, k for its k-th styled copy.
        draws: `(n,)` pictures with equal numbers share what augmentation draws for them.
    """

    rows: Integers
    copies: Integers
    draws: Integers

    def __len__(self) -> int:
        return len(self.rows)

    def part(self, chosen: slice | Integers) -> Picks:
        """Some of the pictures."""
        return Picks(self.rows[chosen], self.copies[chosen], self.draws[chosen])


BatchPicks = dict[str, Picks]
"""The pictures of a batch by role."""


def picks(rows: Integers, copies: Integers | None = None, draws: Integers | None = None) -> Picks:
    """Pictures, each with draws of its own where nothing else is said."""
    rows = np.asarray(rows, np.int64)
    return Picks(
        rows,
        np.zeros_like(rows) if copies is None else copies,
        np.arange(len(rows), dtype=np.int64) if draws is None else draws,
    )


class Sampler(RecipePart):
    """Base of the samplers.

    Attributes:
        kind: which.
        unit: pictures that stay together when several processes share a batch.
    """

    kind: str
    unit: ClassVar[int] = 1

    @property
    def roles(self) -> tuple[str, ...]:
        """Names of the roles that pictures of a batch have."""
        return (ROLE,)

    @property
    def single_pictures(self) -> Message | None:
        """What becomes of people with one picture; None where it needs no word."""
        return None

    def chosen(self, table: TrainingTable) -> Chosen:
        """`(n,)` which pictures of the table batches may hold; unless said otherwise, all.

        Raises:
            UsageError: there is none.
        """
        return np.ones(len(table), np.bool_)

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch.

        Raises:
            UsageError: the data do not fill a batch.
        """
        raise NotImplementedError
