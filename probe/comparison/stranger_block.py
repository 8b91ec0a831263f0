"""A rectangle of comparisons between strangers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.comparison.scores import Scores

Numbers = NDArray[np.int64]


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
