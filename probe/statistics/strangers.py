"""Scores between strangers: who was compared with whom, and how often.

A threshold for a small false match rate needs only the top of the list, so scores may be given in
blocks of which only the highest are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats, Integers

Block = tuple[ArrayLike, ArrayLike, ArrayLike]
"""Scores `(n,)` and the numbers of the two people of each comparison, `(n,)` and `(n,)`."""


@dataclass(frozen=True, eq=False)
class StrangerScores:
    """Scores of comparisons between different people, the highest first.

    Attributes:
        scores: `(m,)` the m highest scores, descending.
        first: `(m,)` number of one of the two people, 0..P-1.
        second: `(m,)` number of the other.
        comparisons: how many comparisons there are in all, N >= m.
        involving: `(P,)` how many comparisons each person takes part in.
        directions: 2 when each pair of people was compared in both roles (protocol clothes against
            own clothes, and the other way round), 1 when a comparison has no direction.
    """

    scores: Floats
    first: Integers
    second: Integers
    comparisons: int
    involving: Integers
    directions: int = 1

    @property
    def people(self) -> int:
        """How many people take part in a comparison."""
        return int(np.count_nonzero(self.involving))

    @property
    def complete(self) -> bool:
        """Whether every comparison's score is kept."""
        return len(self.scores) == self.comparisons

    def among(self, chosen: ArrayLike) -> StrangerScores:
        """The comparisons of which both people are chosen.

        Args:
            chosen: `(P,)` whether each person is.

        Raises:
            ComparisonError: only the top of the list was kept.
        """
        if not self.complete:
            raise ComparisonError("people can be split only where all their scores are kept")
        flags = np.asarray(chosen, bool)
        both = flags[self.first] & flags[self.second]
        return strangers_from(
            [(self.scores[both], self.first[both], self.second[both])],
            people=len(flags),
            directions=self.directions,
        )


def strangers_from(
    blocks: Iterable[Block], people: int, directions: int = 1, keep: int | None = None
) -> StrangerScores:
    """Collects comparisons of strangers, block by block.

    Args:
        blocks: scores and the two people's numbers 0..people-1.
        people: how many numbers there are.
        directions: see `StrangerScores`.
        keep: how many of the highest scores to keep; None keeps all. A threshold for the rate f
            with deletions needs about f N + 3 (P - 1) n^2 f of them, generously 3 f N + 100.

    Raises:
        ComparisonError: a score is not finite, a person meets himself, or a number is out of range.
    """
    involving = np.zeros(people, np.int64)
    kept: tuple[Floats, Integers, Integers] = (
        np.empty(0),
        np.empty(0, np.int64),
        np.empty(0, np.int64),
    )
    comparisons = 0
    for block in blocks:
        scores, first, second = _checked(block, people)
        comparisons += len(scores)
        involving += np.bincount(first, minlength=people) + np.bincount(second, minlength=people)
        kept = (
            np.concatenate([kept[0], scores]),
            np.concatenate([kept[1], first]),
            np.concatenate([kept[2], second]),
        )
        if keep is not None and len(kept[0]) > 2 * keep:
            top = _highest(kept[0], keep)
            kept = (kept[0][top], kept[1][top], kept[2][top])
    top = _highest(kept[0], len(kept[0]) if keep is None else keep)
    return StrangerScores(
        kept[0][top], kept[1][top], kept[2][top], comparisons, involving, directions
    )


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
        raise ComparisonError(
            f"{people} people cannot be split into two groups of strangers",
            hint="Leave the split out, or add further strangers (at least four people in all).",
        )
    rng = np.random.default_rng(seed)
    tuning = np.zeros(people, bool)
    bound = people if subjects is None else subjects
    for start, stop in ((0, bound), (bound, people)):
        order = start + rng.permutation(stop - start)
        tuning[order[: (stop - start + 1) // 2]] = True
    return tuning, ~tuning


def _highest(scores: Floats, keep: int) -> NDArray[np.intp]:
    """Positions of the highest scores, descending; ties in the order they came."""
    if keep >= len(scores):
        return np.argsort(-scores, kind="stable")
    bound = np.partition(scores, len(scores) - keep)[len(scores) - keep]
    top = np.flatnonzero(scores >= bound)
    return top[np.argsort(-scores[top], kind="stable")][:keep]


def _checked(block: Block, people: int) -> tuple[Floats, Integers, Integers]:
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
        raise ComparisonError(
            "scores between strangers hold a comparison of a person with himself",
            hint="A folder of further strangers must not contain a subject.",
        )
    return scores, first, second
