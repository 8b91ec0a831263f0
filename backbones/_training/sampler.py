"""Which pictures make a batch: shuffled, or P people with K pictures each."""

from __future__ import annotations

from typing import Annotated, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import Field

from probe.backbones._training.recipe_part import Count, RecipePart
from probe.errors import UsageError

Integers = NDArray[np.int64]


class Shuffled(RecipePart):
    """Every picture once an epoch, in random order; an incomplete last batch is left out."""

    kind: Literal["shuffled"]
    batch: Count

    def batches(self, labels: Integers, drawn: np.random.Generator) -> list[Integers]:
        """Positions of the pictures of every batch of an epoch."""
        if len(labels) < self.batch:
            raise UsageError(
                f"{len(labels)} pictures do not fill a batch of {self.batch}",
                hint="Lower the batch in the recipe, or give it more pictures.",
            )
        order = drawn.permutation(len(labels))
        count = len(order) // self.batch
        return list(order[: count * self.batch].reshape(count, self.batch))


class PeopleTimesPictures(RecipePart):
    """P people with K pictures each (reid-strong-baseline's RandomIdentitySampler).

    Each person's pictures are shuffled and cut into chunks of K, leftovers dropped; a person with
    fewer than K is drawn with replacement. Batches take a chunk of each of P people until fewer
    than P people have one left.
    """

    kind: Literal["people_times_pictures"]
    people: Annotated[int, Field(ge=2)]
    pictures: Annotated[int, Field(ge=2)]

    @property
    def batch(self) -> int:
        """Pictures of a batch."""
        return self.people * self.pictures

    def batches(self, labels: Integers, drawn: np.random.Generator) -> list[Integers]:
        """Positions of the pictures of every batch of an epoch."""
        chunks = self._chunks(labels, drawn)
        if len(chunks) < self.people:
            raise UsageError(
                f"the data set has {len(chunks)} people, a batch needs {self.people}",
                hint="Lower sampler.people in the recipe, or give it more people.",
            )
        made: list[Integers] = []
        left = sorted(chunks)
        while len(left) >= self.people:
            chosen = drawn.choice(left, self.people, replace=False)
            made.append(np.concatenate([chunks[int(person)].pop() for person in chosen]))
            left = [person for person in left if chunks[person]]
        return made

    def _chunks(self, labels: Integers, drawn: np.random.Generator) -> dict[int, list[Integers]]:
        found: dict[int, list[Integers]] = {}
        for person in np.unique(labels):
            own = np.flatnonzero(labels == person)
            if len(own) < self.pictures:
                own = drawn.choice(own, self.pictures, replace=True)
            own = drawn.permutation(own)
            count = len(own) // self.pictures
            whole = own[: count * self.pictures].reshape(count, self.pictures)
            found[int(person)] = list(whole)
        return found


Sampler = Annotated[Shuffled | PeopleTimesPictures, Field(discriminator="kind")]


def single_picture_people(labels: Integers) -> int:
    """How many people have one picture only: they have nothing to be matched with."""
    return int(np.count_nonzero(np.unique(labels, return_counts=True)[1] == 1))
