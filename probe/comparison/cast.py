"""The cast of a protocol: which pictures show whom, in which condition and which role."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Rows, ScoreSource
from probe.pictures.image_set import ImageRecord, ImageSet, Role
from probe.protocol.model import Across

UNKNOWN_OUTFIT = -1
"""Number of an outfit that nobody stated: it equals no other, not even itself."""

Kind = Literal["at_large", "alike"]


@dataclass(frozen=True, eq=False)
class Side:
    """Pictures that stand on one side of comparisons, sorted by person.

    Attributes:
        rows: `(n,)` rows of the score source.
        people: `(n,)` numbers of the people shown.
        outfits: `(n,)` numbers of their outfits, -1 where unknown.
        places: `(n,)` numbers of the cameras (or days) that compared pictures must differ in; where
            nothing of the kind is asked for, of the pictures that they were made from, else all
            different.
    """

    rows: Rows
    people: NDArray[np.int64]
    outfits: NDArray[np.int64]
    places: NDArray[np.int64]

    def of_person(self, person: int) -> Side:
        """The pictures that show one person."""
        return self.of_people(person, person + 1)

    def of_people(self, first: int, end: int) -> Side:
        """The pictures of people with numbers from `first` to before `end`."""
        start, stop = np.searchsorted(self.people, [first, end])
        return self.part(start, stop)

    def part(self, start: int, stop: int) -> Side:
        """A run of the pictures."""
        chosen = slice(start, stop)
        return Side(
            self.rows[chosen], self.people[chosen], self.outfits[chosen], self.places[chosen]
        )

    def parts(self, size: int) -> Iterator[Side]:
        """The pictures, so many at once."""
        for start in range(0, len(self.rows), size):
            yield self.part(start, start + size)

    def after_person(self, person: int) -> Side:
        """The pictures of people with higher numbers."""
        return self.part(int(np.searchsorted(self.people, person, side="right")), len(self.rows))

    def among(self, people: NDArray[np.bool_]) -> Side:
        """The pictures of chosen people, by flags for every number."""
        chosen = people[self.people]
        return Side(
            self.rows[chosen], self.people[chosen], self.outfits[chosen], self.places[chosen]
        )

    def in_other_places(self, other: Side) -> NDArray[np.bool_]:
        """`(len(self), len(other))`: whether two pictures are of different places."""
        differ: NDArray[np.bool_] = self.places[:, None] != other.places[None, :]
        return differ


@dataclass(frozen=True, eq=False)
class Cast:
    """People and pictures of a protocol.

    Attributes:
        people: names; the subjects first, then further strangers.
        subjects: how many of them are subjects, S.
        conditions: how many conditions there are.
        standard: index of the standard condition.
        subject_sides: per condition, the pictures in the role of subject.
        stranger_sides: per condition, the pictures in the role of stranger.
        rule: how people dressed alike are known (see `probe.pictures.image_set.ImageSet.alike`).
        across: whether only pictures of different places (cameras, days, or pictures that they
            were made from) are compared.
    """

    people: tuple[str, ...]
    subjects: int
    conditions: int
    standard: int
    subject_sides: tuple[Side, ...]
    stranger_sides: tuple[Side, ...]
    rule: Literal["role", "outfit", "unknown"]
    across: bool = False

    @property
    def measures_alike(self) -> bool:
        """Whether it is known which strangers are dressed alike."""
        return self.rule != "unknown"

    @property
    def directions(self) -> int:
        """2 when a pair of people is compared in both roles (own clothes against protocol's)."""
        return 2 if self.rule == "role" else 1

    @property
    def column_subject(self) -> NDArray[np.int64]:
        """`(T,)` which subject a person is; -1 for further strangers."""
        numbers = np.arange(len(self.people), dtype=np.int64)
        return np.where(numbers < self.subjects, numbers, -1)

    def among(self, people: NDArray[np.bool_]) -> Cast:
        """The same people with the pictures of chosen ones alone, by flags `(people,)`."""
        sides = (self.subject_sides, self.stranger_sides)
        subjects, strangers = (tuple(side.among(people) for side in role) for role in sides)
        return replace(self, subject_sides=subjects, stranger_sides=strangers)

    def rectangles(self, kind: Kind, i: int, j: int) -> Iterator[tuple[Side, Side, bool]]:
        """The blocks of comparisons a cell consists of: left, right, and whether only pairs with
        left person < right person count (a picture pair must not be counted twice).
        """
        same = i == j
        if kind == "alike":
            yield self.subject_sides[i], self.subject_sides[j], same
            return
        if self.rule == "role":
            yield self.subject_sides[i], self.stranger_sides[j], False
            if not same:
                yield self.subject_sides[j], self.stranger_sides[i], False
            return
        yield self.subject_sides[i], self.subject_sides[j], same
        yield self.subject_sides[i], self.stranger_sides[j], False
        if not same:
            yield self.subject_sides[j], self.stranger_sides[i], False

    def allowed(self, kind: Kind, left: Side, right: Side) -> NDArray[np.bool_]:
        """`(len(left), len(right))`: whether a pair of pictures belongs to a kind of cell."""
        different: NDArray[np.bool_] = left.people[:, None] != right.people[None, :]
        if self.across:
            different &= left.in_other_places(right)
        if self.rule != "outfit":
            return different
        stated = (left.outfits != UNKNOWN_OUTFIT)[:, None] & (right.outfits != UNKNOWN_OUTFIT)
        alike = stated & (left.outfits[:, None] == right.outfits[None, :])
        chosen: NDArray[np.bool_] = different & (alike if kind == "alike" else ~alike)
        return chosen


def cast_of(images: ImageSet, scores: ScoreSource) -> Cast:
    """The cast of an image set, its pictures numbered as in a score source.

    Raises:
        KeyError: a picture has no score.
    """
    protocol = images.protocol
    count, standard = len(protocol.conditions), protocol.standard.index
    return cast_of_records(
        images.records, count, standard, images.alike, scores, across=images.across
    )


def cast_of_records(
    records: Sequence[ImageRecord],
    conditions: int,
    standard: int,
    rule: Literal["role", "outfit", "unknown"],
    scores: ScoreSource,
    *,
    across: Across | None = None,
) -> Cast:
    """The cast of records (see `cast_of`); their `condition` is below `conditions`."""
    subjects = sorted({r.subject for r in records if r.role == "subject"})
    others = sorted({r.subject for r in records} - set(subjects))
    people = (*subjects, *others)
    number = {name: index for index, name in enumerate(people)}
    outfit = {name: index for index, name in enumerate(sorted({r.outfit for r in records} - {""}))}
    shots = [r.shot or str(n) for n, r in enumerate(records)]
    places = [getattr(r, across) for r in records] if across else shots
    place = {name: index for index, name in enumerate(sorted(set(places)))}
    members: dict[tuple[Role, int], list[tuple[int, int, int, int]]] = defaultdict(list)
    for r, where in zip(records, places, strict=True):
        dressed = outfit.get(r.outfit, UNKNOWN_OUTFIT)
        member = (number[r.subject], scores.row[r.image_id], dressed, place[where])
        members[r.role, r.condition].append(member)

    def sides(role: Role) -> tuple[Side, ...]:
        return tuple(_side(members[role, condition]) for condition in range(conditions))

    return Cast(
        people=people,
        subjects=len(subjects),
        conditions=conditions,
        standard=standard,
        subject_sides=sides("subject"),
        stranger_sides=sides("stranger"),
        rule=rule,
        across=across is not None or any(r.shot for r in records),
    )


def _side(members: Sequence[tuple[int, int, int, int]]) -> Side:
    table = np.array(sorted(members), np.int64).reshape(-1, 4)
    return Side(table[:, 1], table[:, 0], table[:, 2], table[:, 3])
