"""Comparisons of the same and of different people that evidence is calibrated on."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from probe.statistics.jackknife import Floats, Integers


@dataclass(frozen=True, eq=False)
class Trials:
    """Mated and non-mated comparisons with their people.

    Attributes:
        mated: `(m,)` scores.
        subject: `(m,)` number of each one's person.
        strangers: `(n,)` scores.
        first, second: `(n,)` numbers of their two people, who differ; `first` is a subject.
        subjects: how many people are subjects, the first numbers.
    """

    mated: Floats
    subject: Integers
    strangers: Floats
    first: Integers
    second: Integers
    subjects: int

    def without(self, person: int) -> Trials:
        """The comparisons in which a person takes no part."""
        own = self.subject != person
        others = (self.first != person) & (self.second != person)
        return replace(
            self, mated=self.mated[own], subject=self.subject[own],
            strangers=self.strangers[others], first=self.first[others], second=self.second[others],
        )  # fmt: skip

    @property
    def numbers(self) -> int:
        """How many numbers of people there are; not all of them need have comparisons."""
        return 1 + max((int(k.max()) for k in (self.subject, self.first, self.second) if len(k)),
                       default=-1)  # fmt: skip

    @property
    def mated_counts(self) -> Integers:
        """`(numbers,)` how many mated comparisons everybody has."""
        return np.bincount(self.subject, minlength=self.numbers)

    @property
    def met_counts(self) -> Integers:
        """`(numbers,)` how many strangers' comparisons everybody takes part in."""
        size = self.numbers
        return np.bincount(self.first, minlength=size) + np.bincount(self.second, minlength=size)

    def sums_by_person(self, values: Floats) -> Floats:
        """`(numbers,)` sums of `(n,)` values over the strangers' comparisons with each person."""
        size = self.numbers
        sums = np.bincount(self.first, values, size) + np.bincount(self.second, values, size)
        return np.asarray(sums, np.float64)

    @property
    def weights(self) -> tuple[Floats, Floats]:
        """Of mated and of strangers' comparisons; either sums to 1."""
        counts = self.mated_counts
        own = 1.0 / counts[self.subject] / np.count_nonzero(counts)
        return own, np.full(len(self.strangers), 1.0 / len(self.strangers))
