"""Which pictures make a batch.

A sampler is a function of the table and a generator; the loop seeds the generator with the recipe's
seed, the stage and the epoch, so that a resumed training draws what it would have drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

import numpy as np
from pydantic import Field

from probe.backbones._training.recipe_part import Count, RecipePart, Registered
from probe.backbones._training.table import UNLABELLED, Integers, TrainingTable
from probe.errors import UsageError

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

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch.

        Raises:
            UsageError: the data do not fill a batch.
        """
        raise NotImplementedError


class Shuffled(Sampler):
    """Every picture once an epoch, in random order; an incomplete last batch is left out."""

    kind: Literal["shuffled"]
    batch: Count

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        if len(table) < self.batch:
            raise UsageError(
                f"{len(table)} pictures do not fill a batch of {self.batch}",
                hint="Lower the batch in the recipe, or give it more pictures.",
            )
        order = drawn.permutation(len(table))
        count = len(order) // self.batch
        rows = order[: count * self.batch].reshape(count, self.batch)
        return [{ROLE: picks(batch)} for batch in rows]


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

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        chunks = self._chunks(table.labels, drawn)
        if len(chunks) < self.people:
            raise UsageError(
                f"the data set has {len(chunks)} people, a batch needs {self.people}",
                hint="Lower sampler.people in the recipe, or give it more people.",
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
            raise UsageError(
                f"{self.people} people a batch cannot be drawn alike from {len(groups)} data sets",
                hint="Make sampler.people a multiple of the number of sets, each of which has "
                "that share of people.",
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

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        labels = table.labels
        people, counts = np.unique(labels[labels != UNLABELLED], return_counts=True)
        anchors = np.flatnonzero(np.isin(labels, people[counts > 1]))
        if len(people) < 2 or len(anchors) < self.anchors:
            raise UsageError(
                f"{len(anchors)} pictures of {len(people)} people do not fill a batch of "
                f"{self.anchors} anchors",
                hint="Pairs need two people or more, with two pictures each. Lower "
                "sampler.anchors, or give it more pictures.",
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
        if len(counts) != 1 or counts == {0}:
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


class Part(RecipePart):
    """A role of a joint batch: which domain its pictures are from, and how they are drawn."""

    domain: Literal["source", "target", "all"]
    sampler: Annotated[Sampler, Registered("samplers", without=("together",))]


class Together(Sampler):
    """Several samplers in one batch, such as source and target (HHL, FD-GAN's transfer).

    Attributes:
        parts: by role.
        paced_by: the role whose sampler ends the epoch; the others begin anew where they end
            sooner.
    """

    kind: Literal["together"]
    parts: dict[str, Part]
    paced_by: str

    @property
    def roles(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self.parts)

    def batches(self, table: TrainingTable, drawn: np.random.Generator) -> list[BatchPicks]:
        """The batches of an epoch."""
        if self.paced_by not in self.parts:
            raise UsageError(f"sampler.paced_by: there is no part {self.paced_by!r}")
        length = None
        streams: dict[str, list[Picks]] = {}
        for role in (self.paced_by, *(role for role in self.parts if role != self.paced_by)):
            draw = self._drawer(role, table, drawn)
            stream = draw()
            length = len(stream) if length is None else length
            while len(stream) < length:
                stream += draw()
            streams[role] = stream[:length]
        return [
            {role: streams[role][number] for role in self.parts} for number in range(length or 0)
        ]

    def _drawer(
        self, role: str, table: TrainingTable, drawn: np.random.Generator
    ) -> Callable[[], list[Picks]]:
        part = self.parts[role]
        chosen = np.ones(len(table), np.bool_)
        if part.domain != "all":
            chosen = table.target == (part.domain == "target")
        if not chosen.any():
            raise UsageError(
                f"sampler.parts.{role}: there is no picture of the {part.domain}",
                hint="Name the target's data set with --target FORM=DIR.",
            )
        rows, below = np.flatnonzero(chosen), table.only(chosen)

        def draw() -> list[Picks]:
            batches = [batch[ROLE] for batch in part.sampler.batches(below, drawn)]
            return [Picks(rows[chosen.rows], chosen.copies, chosen.draws) for chosen in batches]

        return draw


SAMPLERS: dict[str, type[Sampler]] = {
    "shuffled": Shuffled,
    "people_times_pictures": PeopleTimesPictures,
    "pairs": Pairs,
    "styled": Styled,
    "together": Together,
}
"""The samplers that ship, by kind."""
