"""One way to read the names of a folder, and how much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from probe.pictures.naming.columns import Column, Split
from probe.pictures.naming.evidence import Evidence
from probe.pictures.photo_pattern import PathPattern

NOBODY = -1
"""In the place of a person's column where one person is shown, whom no name says."""

ALONE = 0.75
"""Points for that (ours): less than for a folder or a first part that may be people."""

CHECKED = 500
"""Paths, evenly spread, on which a pattern is tried (ours): it takes milliseconds."""

REPEATS = {"camera", "day"}
"""Factors that are repeats of a condition where something else varies."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A meaning for every column of a split.

    Attributes:
        split: how the names are split.
        evidence: what each column may mean.
        person: the column that says who is shown, or `NOBODY`.
        chosen: the columns that say the levels of the factors.
        pictures: files in the folder, those that do not fit among them.
    """

    split: Split
    evidence: Sequence[Evidence]
    person: int
    chosen: tuple[int, ...]
    pictures: int

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the split."""
        return self.split.columns

    @cached_property
    def names(self) -> dict[int, str]:
        """Column -> field; columns that only tell pictures apart have none."""
        names = {} if self.person == NOBODY else {self.person: "subject"}
        for k in self.chosen:
            names[k] = "level" if len(self.chosen) == 1 else self.evidence[k].factor
        for k, shown in enumerate(self.evidence):
            if k not in names and shown.strong and shown.factor not in names.values():
                names[k] = shown.factor
        rest = [k for k in range(len(self.columns)) if k not in names]
        if rest:
            names[max(rest, key=lambda k: (self.evidence[k].take, k))] = "take"
        return dict(sorted(names.items()))

    @property
    def repeat(self) -> tuple[str, ...]:
        """Fields whose values are repeats of a condition."""
        decided = {self.person, *self.chosen}
        return tuple(n for k, n in self.names.items() if k not in decided and n != "take")

    @cached_property
    def points(self) -> float:
        """How much speaks for it (all weights are ours; the layouts of the tests hold them)."""
        points = ALONE
        if self.person != NOBODY:
            points = self.evidence[self.person].person + (1.0 if self.person == 0 else 0.0)
        levels = sum(self.evidence[k].level for k in self.chosen)
        points += levels / len(self.chosen) + 0.5 * (len(self.chosen) - 1)
        points += 2 * self.share_crossed
        takes = [k for k, name in self.names.items() if name == "take"]
        points += sum(0.5 * self.evidence[k].take for k in takes)
        last = not takes or takes == [len(self.columns) - 1]
        points += 0.5 if last else 0.0
        points -= 1.5 if self.person == NOBODY and not last else 0.0
        points -= 1.5 * len(self._strong_left)
        points -= len(self.columns) - len(self.names)  # parts that vary, and are not asked
        return points - 12 * (1 - len(self.split.paths) / self.pictures)

    @cached_property
    def share_crossed(self) -> float:
        """Share of the combinations of person and levels that there are, 0 to 1."""
        conditions = self._conditions
        possible = 1
        for values in zip(*conditions, strict=True):
            possible *= len(set(values))
        return len(set(conditions)) / possible

    @property
    def doubtful(self) -> bool:
        """Whether it is to be asked about though no other is as good.

        Its levels are numbers of which nothing says what they are, or words that nobody knows where
        no name says who is shown: these may be people. Or something else that looks like a factor
        varies within its conditions.
        """
        shown = [self.evidence[k] for k in self.chosen]
        unknown = [one for one in shown if one.factor == "level"]
        if any(one.numeric or self.person == NOBODY for one in unknown):
            return True
        conditions = self._conditions
        apart = len(set(conditions))
        return any(
            len(set(zip(conditions, self.columns[k].values, strict=True))) > apart
            for k in self._strong_left
        )

    @cached_property
    def pattern(self) -> str:
        """The pattern: fields, the texts between them, `*` for what is not asked."""
        parts: list[str] = []
        number = -1
        for piece in self.split.pieces:
            if isinstance(piece, str):
                parts.append(_literal(piece))
            elif not piece.varies:
                parts.append(_literal(piece.values[0]))
            else:
                number += 1
                parts.append(f"{{{self.names[number]}}}" if number in self.names else "*")
        text = re.sub(r"\*+", "*", "".join(parts))
        paths = self.split.paths
        endings = {path.rpartition(".")[2].lower() for path in paths}
        return text + (f".{paths[0].rpartition('.')[2]}" if len(endings) == 1 else ".*")

    @property
    def spelt(self) -> int:
        """Written values that a protocol has to explain."""
        keys = (self.evidence[k].keys for k in self.chosen)
        return sum(written != key for one in keys for written, key in one.items())

    @property
    def reads(self) -> bool:
        """Whether there are levels, and the pattern gives paths the fields that are meant."""
        if any(len(set(self.evidence[k].keys.values())) < 2 for k in self.chosen):
            return False
        if "}{" in self.pattern or "}*{" in self.pattern:
            return False
        parsed = PathPattern.parse(self.pattern)
        if set(parsed.fields) != set(self.names.values()):
            return False
        paths = self.split.paths
        places = range(0, len(paths), max(1, len(paths) // CHECKED))
        return all(parsed.match(paths[place]) == self.fields_at(place) for place in places)

    def fields_at(self, place: int) -> dict[str, str]:
        """The fields that are meant of a path."""
        return {name: self.columns[k].values[place] for k, name in self.names.items()}

    @property
    def meaning(self) -> object:
        """Equal for candidates that say the same of every picture: who is who, at which level."""
        named = [] if self.person == NOBODY else [self.columns[self.person].values]
        for k in self.chosen:
            keys = self.evidence[k].keys
            named.append(tuple(keys[value] for value in self.columns[k].values))
        return (self.person == NOBODY, *map(_numbered, named))

    @property
    def _decided(self) -> list[int]:
        return [k for k in (self.person, *self.chosen) if k != NOBODY]

    @property
    def _conditions(self) -> list[tuple[str, ...]]:
        """Person and levels of every picture, however they are written."""
        people = [] if self.person == NOBODY else [self.columns[self.person].values]
        levels = [
            tuple(self.evidence[k].keys[value] for value in self.columns[k].values)
            for k in self.chosen
        ]
        return list(zip(*people, *levels, strict=True))

    @property
    def _strong_left(self) -> list[int]:
        """Columns that clearly are a factor and are none in this reading."""
        return [
            k for k, shown in enumerate(self.evidence)
            if shown.strong and shown.factor not in REPEATS and k not in self._decided
        ]  # fmt: skip


def _literal(text: str) -> str:
    """Text of a pattern; what a pattern cannot say stands as `*`."""
    return re.sub(r"[{}*\\:]+", "*", text)


def _numbered(values: Sequence[str]) -> tuple[int, ...]:
    """Values as numbers, in the order in which they come."""
    numbers = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return tuple(numbers[value] for value in values)
