"""What comparing strangers costs: one sort and one list of people a comparison, and as it is now.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/strangers.py

One pair of conditions of made-up people with five pictures each, vectors of 512 numbers. `before`
lists every comparison with its two people and searches the mated scores for each of them; it gives
the same figures and is the reference of the check at the end.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from probe.comparison.cast import Cast, Side
from probe.comparison.scores import VectorScores, binned
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.contracts import COSINE_RANGE
from probe.embedding.embed import Embeddings

TAKES, LENGTH, THRESHOLD = 5, 512, 0.45


def cast_of_people(people: int) -> Cast:
    """Everybody is a subject, in two conditions."""
    each = people * TAKES
    sides = [
        Side(
            np.arange(k * each, (k + 1) * each),
            np.repeat(np.arange(people), TAKES),
            np.full(each, -1),
            np.arange(each) + k * each,
        )
        for k in range(2)
    ]
    none = Side(*np.empty((4, 0), np.int64))
    names = tuple(str(k) for k in range(people))
    return Cast(names, people, 2, 0, tuple(sides), (none, none), "unknown")


def vectors_of_people(people: int) -> VectorScores:
    """Vectors of people under two conditions, `TAKES` pictures each."""
    rng = np.random.default_rng(0)
    middle = rng.normal(size=(people, LENGTH))
    vectors = np.concatenate(
        [np.repeat(middle, TAKES, axis=0) + rng.normal(size=(people * TAKES, LENGTH))] * 2
    ) + rng.normal(size=(2 * people * TAKES, LENGTH))
    ids = tuple(str(k) for k in range(len(vectors)))
    return VectorScores(Embeddings(ids, vectors.astype(np.float32)))


def before(scores: VectorScores, cast: Cast, mated: np.ndarray) -> dict[str, np.ndarray]:
    """Every figure from a list of comparisons."""
    size = cast.subjects * len(cast.people)
    sums, counts, passed = np.zeros(size), np.zeros(size, np.int64), np.zeros(size, np.int64)
    histogram, places = np.zeros(400, np.int64), np.zeros(len(mated) + 1, np.int64)
    for block in stranger_blocks(scores, cast, "at_large", 0, 1):
        rows, columns = np.nonzero(block.compared)
        values = block.scores[rows, columns]
        place = block.first[rows] * len(cast.people) + block.second[columns]
        back = block.second[columns] * len(cast.people) + block.first[rows]
        for index in (place, back):
            sums += np.bincount(index, values, size)
            counts += np.bincount(index, minlength=size)
            passed += np.bincount(index[values > THRESHOLD], minlength=size)
        histogram += binned(values, COSINE_RANGE)
        places += np.bincount(np.searchsorted(mated, values), minlength=len(places))
    return {"means": sums / np.maximum(counts, 1), "accepted": passed / np.maximum(counts, 1),
            "histogram": histogram, "places": places}  # fmt: skip


def after(scores: VectorScores, cast: Cast, mated: np.ndarray) -> dict[str, np.ndarray]:
    """The same figures from `StrangerTally`."""
    tally = StrangerTally(cast, "at_large", mated, (THRESHOLD,))
    for block in stranger_blocks(scores, cast, "at_large", 0, 1):
        tally.add(block)
    return {
        "means": np.nan_to_num(tally.pair_means).ravel(),
        "accepted": np.nan_to_num(tally.accepted).ravel(),
        "histogram": tally.histogram,
        "places": tally.between + tally.tied,
    }


def product(scores: VectorScores, cast: Cast, _: np.ndarray) -> dict[str, np.ndarray]:
    """The cosines alone."""
    for block in stranger_blocks(scores, cast, "at_large", 0, 1):
        block.scores.sum()
    return {}


Way = Callable[[VectorScores, Cast, np.ndarray], dict[str, np.ndarray]]


def timed(way: Way, *given: object, rounds: int = 3) -> tuple[float, dict[str, np.ndarray]]:
    """The fewest CPU seconds of so many rounds, and the figures."""
    best, figures = np.inf, {}
    for _ in range(rounds):
        start = time.process_time()
        figures = way(*given)  # type: ignore[arg-type]
        best = min(best, time.process_time() - start)
    return float(best), figures


def main() -> None:
    """Measure and print."""
    for people in (20, 100, 500, 1000):
        cast, scores = cast_of_people(people), vectors_of_people(people)
        unit = scores._unit
        mine = unit.reshape(2, people, TAKES, LENGTH)
        mated = np.sort(np.einsum("pad,pbd->pab", mine[0], mine[1]).ravel())
        comparisons = (people * TAKES) ** 2 - people * TAKES**2
        seconds: dict[str, float] = {}
        figures: dict[str, dict[str, np.ndarray]] = {}
        for way in (product, before, after):
            seconds[way.__name__], figures[way.__name__] = timed(way, scores, cast, mated)
        for name, expected in figures["before"].items():
            np.testing.assert_allclose(figures["after"][name], expected, rtol=1e-12, atol=1e-15)
        text = ", ".join(
            f"{name} {1e9 * took / comparisons:.0f} ns" for name, took in seconds.items()
        )
        print(f"{people:5d} people, {comparisons:9,d} comparisons: {text} each; figures equal")


if __name__ == "__main__":
    main()
