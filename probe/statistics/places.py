"""Where scores stand among sorted values: exact, with a step of the scale as the way in.

With q values there are 2 q + 1 places: even ones lie between two values, odd ones are a value. The
range of the values is cut into steps, and for each step it is known which values lie in it; a
score is compared with these alone. The step of a score never falls as the score rises, so that
places are exact whatever is rounded in finding it.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact, exact_inside

STEPS_A_VALUE, MOST_STEPS = 32, 1 << 20
"""Steps of the scale for every value, and at most (ours): few scores then share a step with a
value, and the part of 4 MB where scores lie stays in a processor's cache."""


class Scale(NamedTuple):
    """Sorted values and the steps they lie in.

    Attributes:
        values: `(q,)` ascending, finite.
        starts: `(steps + 1,)` which value is the first in each step, or in a later one.
        low: the lowest value.
        factor: steps a unit of score.
    """

    values: NDArray[np.float64]
    starts: NDArray[np.int32]
    low: float
    factor: float

    @property
    def places(self) -> int:
        """How many places there are."""
        return 2 * len(self.values) + 1


def scale_of(values: NDArray[np.float64]) -> Scale:
    """The scale of `(q,)` ascending, finite values."""
    steps = max(1, min(MOST_STEPS, STEPS_A_VALUE * len(values)))
    low, high = (float(values[0]), float(values[-1])) if len(values) else (0.0, 0.0)
    factor = steps / (high - low) if high > low else 1.0
    starts = np.empty(steps + 1, np.int32)
    _fill_starts(values, low, factor, starts)
    return Scale(np.ascontiguousarray(values, np.float64), starts, low, factor)


@exact_inside
def step_of(score: float, low: float, factor: float, last: float) -> int:
    """The step of a score; the first or the last of one beyond the scale, the first of NaN."""
    step = (score - low) * factor
    step = step if step > 0.0 else 0.0
    return int(step if step < last else last)


@exact_inside
def place_within(score: float, values: NDArray[np.float64], below: int, end: int) -> int:
    """The place of a score that is above `below` values at least and `end` at most."""
    while below < end:
        middle = (below + end) // 2
        if values[middle] < score:
            below = middle + 1
        else:
            end = middle
    return 2 * below + (below < len(values) and values[below] == score)


@exact
def count_places(
    scores: NDArray[np.float64],
    meant: NDArray[np.bool_],
    scale: Scale,
    counts: NDArray[np.int64],
) -> None:
    """Count scores by their places.

    Args:
        scores: `(m, n)`; of any value where they are not meant.
        meant: `(m, n)` which of them count.
        scale: that they stand on.
        counts: `(places,)`, added to.
    """
    values, starts, low, factor = scale
    last = float(len(starts) - 2)
    for row in range(scores.shape[0]):
        for column in range(scores.shape[1]):
            score = scores[row, column]
            step = step_of(score, low, factor, last)
            below, end = starts[step], starts[step + 1]
            if below == end:  # most scores share their step with no value
                counts[2 * below] += meant[row, column]
            elif meant[row, column]:
                counts[place_within(score, values, below, end)] += 1


@exact
def count_by_person(
    scores: NDArray[np.float64],
    people: tuple[NDArray[np.int64], NDArray[np.int64]],
    scale: Scale,
    counts: NDArray[np.int64],
    moments: NDArray[np.float64],
) -> None:
    """Count scores by their places, for both people of each.

    Args:
        scores: `(n,)`.
        people: two of `(n,)`: the numbers of the two people.
        scale: that the scores stand on.
        counts: `(people, places)`, added to.
        moments: `(3, people)`: how many scores, their sum, the sum of their squares; added to.
    """
    values, starts, low, factor = scale
    last = float(len(starts) - 2)
    for n in range(len(scores)):
        score = scores[n]
        step = step_of(score, low, factor, last)
        place = place_within(score, values, starts[step], starts[step + 1])
        for person in (people[0][n], people[1][n]):
            counts[person, place] += 1
            moments[0, person] += 1.0
            moments[1, person] += score
            moments[2, person] += score * score


@exact
def _fill_starts(
    values: NDArray[np.float64], low: float, factor: float, starts: NDArray[np.int32]
) -> None:
    """The first value of each step or of a later one; past the last step stands their number."""
    last, filled = float(len(starts) - 2), 0
    for n in range(len(values)):
        step = step_of(values[n], low, factor, last)
        while filled <= step:
            starts[filled] = n
            filled += 1
    starts[filled:] = len(values)
