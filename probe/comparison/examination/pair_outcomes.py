"""All comparisons of strangers that are examined, added up by pair of people.

Error rates of strangers need no more than these sums: a list of all conditions' comparisons
together, sorted, would be the largest thing that examining holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from probe.statistics import StrangerScores
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.outcomes import StrangerOutcomes


@dataclass(frozen=True, eq=False)
class PairOutcomes:
    """Sums over the comparisons of each pair of people that was compared.

    Attributes:
        first, second: `(n,)` numbers of the two people; without a direction the lower one first.
        above: `(n,)` comparisons above the threshold.
        compared: `(n,)` comparisons, at least one.
        sums: `(n,)` of the scores, less `origin` each.
        squares: `(n,)` of the squared scores, less `origin` each.
        origin: a score near the mean: squares of what is left keep their digits.
        subjects: how many people are subjects, the first.
    """

    first: Integers
    second: Integers
    above: Integers
    compared: Integers
    sums: Floats
    squares: Floats
    origin: float
    subjects: int

    def outcomes(self, chosen: np.ndarray | slice = slice(None)) -> StrangerOutcomes:
        """Outcomes of the chosen pairs, by flags `(n,)`; of all of them."""
        compared, sums = self.compared[chosen], self.sums[chosen]
        count = max(1, int(compared.sum()))
        mean = float(sums.sum()) / count
        return StrangerOutcomes(
            self.above[chosen], compared, self.origin + sums / compared,
            self.first[chosen], self.second[chosen], self.subjects,
            max(0.0, float(self.squares[chosen].sum()) / count - mean**2),
        )  # fmt: skip


def pair_outcomes(parts: Sequence[StrangerScores], threshold: float) -> PairOutcomes:
    """The sums over several sets of comparisons of the same people.

    Args:
        parts: such as one a condition.
        threshold: a score above it counts as above.
    """
    if not parts:
        none, nothing = np.empty(0, np.int64), np.empty(0)
        return PairOutcomes(none, none, none, none, nothing, nothing, 0.0, 0)
    kind = parts[0]
    people = np.flatnonzero(np.logical_or.reduce([part.involving > 0 for part in parts]))
    number = np.zeros(len(kind.involving), np.int64)
    number[people] = np.arange(len(people))
    places = len(people) ** 2
    counts = max(1, sum(part.comparisons for part in parts))
    origin = sum(float(part.scores.sum()) for part in parts) / counts
    above, compared = np.zeros((2, places), np.int64)
    sums, squares = np.zeros((2, places))
    for part in parts:
        one, two = number[part.first], number[part.second]
        if kind.directions == 1:
            one, two = np.minimum(one, two), np.maximum(one, two)
        code = one * len(people) + two
        passing = int(np.count_nonzero(part.scores > threshold))  # the first, for they descend
        apart = part.scores - origin
        above += np.bincount(code[:passing], minlength=places)
        compared += np.bincount(code, minlength=places)
        sums += np.bincount(code, apart, places)
        squares += np.bincount(code, apart**2, places)
    met = np.flatnonzero(compared)
    one, two = np.divmod(met, max(1, len(people)))
    subjects = len(kind.involving) if kind.subjects is None else kind.subjects
    return PairOutcomes(
        people[one], people[two], above[met], compared[met], sums[met], squares[met], origin,
        subjects,
    )  # fmt: skip
