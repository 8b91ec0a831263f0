"""Scores between strangers: who was compared with whom, and how often."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats, Integers
from probe.wording import Message, refusal

Block = tuple[ArrayLike, ArrayLike, ArrayLike]
"""Scores `(n,)` and the numbers of the two people of each comparison, `(n,)` and `(n,)`."""

MOST_SHORT = 46_340
"""People up to whom numbers have 32 bits: a pair of them then has a number of 32 bits, too."""

Checked = tuple[Floats, Integers, Integers]
"""A block of finite scores between different people whose numbers are in range."""


@dataclass(frozen=True, eq=False)
class StrangerScores:
    """Scores of comparisons between different people, the highest first.

    Attributes:
        scores: `(N,)`, descending.
        first: `(N,)` number of one of the two people, 0..P-1.
        second: `(N,)` number of the other.
        involving: `(P,)` how many comparisons each person takes part in.
        directions: 2 when each pair of people was compared in both roles (protocol clothes against
            own clothes, and the other way round), 1 when a comparison has no direction.
        subjects: how many people are subjects, the first; None: everybody.
    """

    scores: Floats
    first: Integers
    second: Integers
    involving: Integers
    directions: int = 1
    subjects: int | None = None

    @property
    def people(self) -> int:
        """How many people take part in a comparison."""
        return int(np.count_nonzero(self.involving))

    @property
    def comparisons(self) -> int:
        """How many comparisons there are, N."""
        return len(self.scores)

    @staticmethod
    def joined(parts: Sequence[StrangerScores]) -> StrangerScores:
        """The comparisons of several sets of the same people, at least one, as one set.

        Without a direction two people stand in one order, the lower number first, whoever stands
        in which condition.
        """
        kind = parts[0]
        blocks = [(part.scores, part.first, part.second) for part in parts]
        if kind.directions == 1:
            blocks = [(s, np.minimum(a, b), np.maximum(a, b)) for s, a, b in blocks]
        return strangers_from(blocks, len(kind.involving), kind.directions, kind.subjects)

    def among(self, chosen: ArrayLike) -> StrangerScores:
        """The comparisons of which both people are chosen.

        Args:
            chosen: `(P,)` whether each person is.
        """
        flags = np.asarray(chosen, bool)
        both = flags[self.first] & flags[self.second]
        return strangers_from(
            [(self.scores[both], self.first[both], self.second[both])],
            people=len(flags),
            directions=self.directions,
            subjects=self.subjects,
        )


def strangers_from(
    blocks: Iterable[Block], people: int, directions: int = 1, subjects: int | None = None
) -> StrangerScores:
    """Collects comparisons of strangers, block by block.

    Args:
        blocks: scores and the two people's numbers 0..people-1.
        people: how many numbers there are.
        directions: see `StrangerScores`.
        subjects: see `StrangerScores`.

    Raises:
        ComparisonError: a score is not finite, a person meets himself, or a number is out of range.
    """
    kind = np.int32 if people <= MOST_SHORT else np.int64
    parts = [(np.empty(0), *np.empty((2, 0), kind))]
    for block in blocks:
        scores, first, second = _checked(block, people)
        parts.append((scores, first.astype(kind), second.astype(kind)))
    scores, first, second = (np.concatenate([part[k] for part in parts]) for k in range(3))
    del parts  # as large as what was made of them
    involving = np.bincount(first, minlength=people) + np.bincount(second, minlength=people)
    descending = np.argsort(-scores, kind="stable")
    # One column after another, so that no two are held twice.
    scores = scores[descending]
    first = first[descending]
    second = second[descending]
    return StrangerScores(scores, first, second, involving, directions, subjects)


def split_people(
    people: int, seed: int = 0, subjects: int | None = None
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Two halves of the people, so that no threshold is tuned on those it is tested on.

    Args:
        people: how many there are; an odd one joins the tuning half.
        seed: of the shuffle.
        subjects: how many of them, the first, are subjects: these and the further strangers are
            halved each, so that either half has some of both. None: everybody is.

    Returns:
        flags `(people,)` of the tuning half and of the testing half.

    Raises:
        ComparisonError: fewer than four people, so that one half could compare nobody.
    """
    if people < 4:
        raise refusal(
            ComparisonError,
            Message("statistics-no-split", {"people": people}),
            hint=Message("statistics-leave-split-out"),
        )
    rng = np.random.default_rng(seed)
    tuning = np.zeros(people, bool)
    bound = people if subjects is None else subjects
    for start, stop in ((0, bound), (bound, people)):
        order = start + rng.permutation(stop - start)
        tuning[order[: (stop - start + 1) // 2]] = True
    return tuning, ~tuning


def _checked(block: Block, people: int) -> Checked:
    scores = np.asarray(block[0], np.float64).ravel()
    first, second = (np.asarray(side, np.int64).ravel() for side in block[1:])
    if not len(scores) == len(first) == len(second):
        raise ComparisonError("each score of strangers needs the numbers of its two people")
    if not np.isfinite(scores).all():
        raise ComparisonError("a score between strangers is not a finite number")
    if len(scores) and (
        min(first.min(), second.min()) < 0 or max(first.max(), second.max()) >= people
    ):
        raise ComparisonError(f"a person's number lies outside 0..{people - 1}")
    if (first == second).any():
        raise refusal(
            ComparisonError,
            Message("statistics-person-with-self"),
            hint=Message("statistics-strangers-folder"),
        )
    return scores, first, second
