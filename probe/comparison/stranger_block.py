"""A rectangle of comparisons between strangers, and its sums by pair of people."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Scores

Numbers = NDArray[np.int64]
Number = TypeVar("Number", np.int64, np.float64)


class PersonSums(NamedTuple, Generic[Number]):
    """Sums by pair of people.

    Attributes:
        first: `(p,)` numbers of the people on the left.
        second: `(q,)` of those on the right.
        sums: `(p, q)`.
    """

    first: Numbers
    second: Numbers
    sums: NDArray[Number]


@dataclass(frozen=True, eq=False)
class StrangerBlock:
    """A rectangle of comparisons, of which some are between strangers of one kind.

    Attributes:
        scores: `(m, n)`; of any value where nothing is compared.
        compared: `(m, n)` which of them are meant.
        first: `(m,)` numbers of the people on the left, ascending.
        second: `(n,)` numbers of the people on the right, ascending.
    """

    scores: Scores
    compared: NDArray[np.bool_]
    first: Numbers
    second: Numbers

    @cached_property
    def flat(self) -> Scores:
        """The scores that are meant, row by row."""
        return self.scores[self.compared]

    def listed(self) -> tuple[Scores, Numbers, Numbers]:
        """The scores that are meant, and the two people of each."""
        rows, columns = np.nonzero(self.compared)
        return self.flat, self.first[rows], self.second[columns]

    def among(self, people: NDArray[np.bool_]) -> StrangerBlock:
        """The comparisons in which both people are chosen, by flags `(people,)`."""
        chosen = people[self.first][:, None] & people[self.second]
        return replace(self, compared=self.compared & chosen)

    def by_person(self, values: NDArray[np.generic], kind: type[Number]) -> PersonSums[Number]:
        """Sums of `(m, n)` values by pair of people, in numbers of the given kind."""
        left, right = _starts(self.first), _starts(self.second)
        rows = np.add.reduceat(values, left, axis=0, dtype=kind)
        return PersonSums(
            self.first[left], self.second[right], np.add.reduceat(rows, right, axis=1)
        )


def _starts(people: Numbers) -> NDArray[np.intp]:
    """Where each person's run begins."""
    return np.flatnonzero(np.concatenate([[True], people[1:] != people[:-1]]))
