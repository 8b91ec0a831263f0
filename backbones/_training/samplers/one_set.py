"""Batches of one data set of several, or of a share of it."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from probe.backbones._training.recipe_part import Positive, Registered
from probe.backbones._training.samplers.sampler import BatchPicks, Sampler
from probe.backbones._training.table import UNLABELLED, Chosen, Integers, TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal

Part = Annotated[Positive, Field(le=1)]


class OneSet(Sampler):
    """The batches of another sampler over one of the data sets (`--data`), or a share of it.

    A stage that learns from the first set and one that learns from the second can stand in one
    recipe. People and pictures are drawn in one order: a smaller share lies within a larger one.

    Attributes:
        data_set: its place on the command line, counted from 0.
        share_of_people: of its people, at least one.
        share_of_pictures: of every person's pictures, at least one.
        share_seed: of both.
        sampler: over them.
    """

    kind: Literal["one_set"]
    data_set: Annotated[int, Field(ge=0)]
    share_of_people: Part = 1.0
    share_of_pictures: Part = 1.0
    share_seed: int = 0
    sampler: Annotated[Sampler, Registered("samplers", without=("one_set", "together"))]

    @property
    def roles(self) -> tuple[str, ...]:
        """Those of the sampler."""
        return self.sampler.roles

    @property
    def single_pictures(self) -> Message | None:
        """As the sampler says."""
        return self.sampler.single_pictures

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        rows = np.flatnonzero(self.chosen(table))
        below = table.only(np.isin(np.arange(len(table)), rows))
        return [
            {
                role: type(some)(rows[some.rows], some.copies, some.draws)
                for role, some in batch.items()
            }
            for batch in self.sampler.batches(below, drawn)
        ]

    def chosen(self, table: TrainingTable) -> Chosen:
        """Labelled pictures of the set, or the share of them.

        Raises:
            UsageError: there is no such set.
        """
        here: Chosen = (table.sets == self.data_set) & (table.labels != UNLABELLED)
        if not here.any():
            count = len(table.set_names)
            raise refusal(
                UsageError,
                Message("train-no-data-set", {"number": self.data_set, "count": count}),
                hint=Message("train-order-of-sets"),
            )
        people = np.unique(table.labels[here])
        here &= np.isin(table.labels, self._share(people, self.share_of_people, ()))
        if self.share_of_pictures < 1:
            kept = [
                self._share(np.flatnonzero(here & (table.labels == person)),
                            self.share_of_pictures, (1, place))
                for place, person in enumerate(people)
                if (here & (table.labels == person)).any()
            ]  # fmt: skip
            here = np.isin(np.arange(len(table)), np.concatenate(kept))
        return here

    def _share(self, values: Integers, share: float, place: tuple[int, ...]) -> Integers:
        order = np.random.default_rng([self.share_seed, *place]).permutation(values)
        return order[: max(1, round(share * len(order)))]
