"""P people with K pictures each."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from probe.backbones._training.samplers.sampler import ROLE, BatchPicks, Sampler, picks
from probe.backbones._training.table import UNLABELLED, Integers, TrainingTable
from probe.errors import UsageError
from probe.wording import Message, refusal


class PeopleTimesPictures(Sampler):
    """P people with K pictures each (reid-strong-baseline's RandomIdentitySampler).

    Each person's pictures are shuffled and cut into chunks of K, leftovers dropped; a person with
    fewer than K is drawn with replacement. Batches take a chunk of each of P people until fewer
    than P people have one left.

    Attributes:
        people: P.
        pictures: K.
        balance: `identity` draws people over all sets alike; `set` gives every set the same number
            of people in each batch, and ends when the smallest set has too few left.
    """

    kind: Literal["people_times_pictures"]
    people: Annotated[int, Field(ge=2)]
    pictures: Annotated[int, Field(ge=2)]
    balance: Literal["identity", "set"] = "identity"

    @property
    def single_pictures(self) -> Message:
        """Their picture is drawn again and again."""
        return Message("training-single-repeated", {"times": self.pictures})

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        chunks = self._chunks(table.labels, drawn)
        if len(chunks) < self.people:
            raise refusal(
                UsageError,
                Message("train-people-few", {"people": len(chunks), "wanted": self.people}),
                hint=Message("train-people-step", {"people": max(2, len(chunks))}),
            )
        groups, wanted = [sorted(chunks)], self.people
        if self.balance == "set":
            groups, wanted = self._people_by_set(table)
        batches: list[BatchPicks] = []
        while all(len(people) >= wanted for people in groups):
            chosen = [drawn.choice(people, wanted, replace=False) for people in groups]
            rows = [chunks[int(person)].pop() for people in chosen for person in people]
            batches.append({ROLE: picks(np.concatenate(rows))})
            groups = [[person for person in people if chunks[person]] for people in groups]
        return batches

    def _people_by_set(self, table: TrainingTable) -> tuple[list[list[int]], int]:
        labelled = table.labels != UNLABELLED
        groups = [
            np.unique(table.labels[labelled & (table.sets == number)]).tolist()
            for number in np.unique(table.sets[labelled])
        ]
        wanted = self.people // len(groups)
        if self.people % len(groups) or any(len(people) < wanted for people in groups):
            raise refusal(
                UsageError,
                Message("train-people-alike", {"people": self.people, "sets": len(groups)}),
                hint=Message("train-people-multiple"),
            )
        return groups, wanted

    def _chunks(self, labels: Integers, drawn: np.random.Generator) -> dict[int, list[Integers]]:
        chunks: dict[int, list[Integers]] = {}
        for person in np.unique(labels[labels != UNLABELLED]):
            rows = np.flatnonzero(labels == person)
            if len(rows) < self.pictures:
                rows = drawn.choice(rows, self.pictures, replace=True)
            rows = drawn.permutation(rows)
            count = len(rows) // self.pictures
            whole = rows[: count * self.pictures].reshape(count, self.pictures)
            chunks[int(person)] = list(whole)
        return chunks
