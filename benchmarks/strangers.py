"""What comparing strangers costs: from lists of comparisons, in several passes, and as it is now.

    OMP_NUM_THREADS=1 PYTHONPATH=. python benchmarks/strangers.py [PEOPLE ...]

One pair of conditions of made-up people with five pictures each, vectors of 512 numbers. `lists`
names the two people of every comparison and searches the mated scores for each of them; it is the
reference of the check at the end. `passes` goes over a block of whole rows again for every figure:
gathered scores, counts by step, sorted scores of the steps that decide, sums by person. `now` is
`StrangerTally`; code that is compiled on its first call is compiled before the clock starts.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import numpy as np

from probe.comparison.cast import Cast, Side
from probe.comparison.scores import VectorScores, bin_edges, binned
from probe.comparison.tally import StrangerTally, tally_blocks
from probe.contracts import COSINE_RANGE
from probe.embedding.embed import Embeddings

TAKES, LENGTH, THRESHOLD = 5, 512, 0.1

Figures = dict[str, np.ndarray]


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


def lists(scores: VectorScores, cast: Cast, mated: np.ndarray) -> Figures:
    """Every figure from a list of comparisons."""
    size = cast.subjects * len(cast.people)
    sums, counts, passed = np.zeros(size), np.zeros(size, np.int64), np.zeros(size, np.int64)
    histogram, places = np.zeros(400, np.int64), np.zeros(len(mated) + 1, np.int64)
    for block in tally_blocks(scores, cast, "at_large", 0, 1):
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


STEPS = 1 << 19


def passes(scores: VectorScores, cast: Cast, mated: np.ndarray) -> Figures:
    """Every figure from another pass over a block of whole rows."""
    values = np.unique(np.concatenate([mated, bin_edges(COSINE_RANGE)]))
    count = min(STEPS, 32 * len(values))
    deciding, of_value = np.zeros(count, bool), _steps(values, count)
    deciding[of_value] = True
    by_step, within = np.zeros(count, np.int64), np.zeros((2, len(values)), np.int64)
    tables = [np.zeros((cast.subjects,) * 2) for _ in range(3)]
    left, right = cast.subject_sides
    height = max(1, 1_000_000 // len(right.rows))
    for start in range(0, len(left.rows), height):
        part = left.part(start, start + height)
        block, compared = scores.block(part.rows, right.rows), cast.allowed("at_large", part, right)
        flat = block[compared]
        flat.sum(), flat @ flat
        steps = _steps(flat, count)
        by_step += np.bincount(steps, minlength=count)
        ranked = np.sort(flat[deciding[steps]])
        before = np.searchsorted(_steps(ranked, count), of_value)
        for row, side in zip(within, ("left", "right"), strict=True):
            row += np.searchsorted(ranked, values, side=side) - before
        passed = (block > THRESHOLD) & compared
        for table, meant in zip(
            tables, (np.where(compared, block, 0.0), compared, passed), strict=True
        ):
            sums = _by_person(meant, part.people, right.people)
            table[np.unique(part.people)] += sums
            table[:, np.unique(part.people)] += sums.T
    below, up_to = within + (np.cumsum(by_step) - by_step)[of_value]
    return _figures(tables, values, below, up_to, mated)


def _steps(scores: np.ndarray, count: int) -> np.ndarray:
    return np.clip((scores + 1.0) * (count / 2), 0, count - 1).astype(np.int32)


def _by_person(values: np.ndarray, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    kind = np.float64 if values.dtype == np.float64 else np.int64
    rows = np.add.reduceat(values, np.unique(first, return_index=True)[1], axis=0, dtype=kind)
    return np.add.reduceat(rows, np.unique(second, return_index=True)[1], axis=1)


def _figures(
    tables: list[np.ndarray],
    values: np.ndarray,
    below: np.ndarray,
    up_to: np.ndarray,
    mated: np.ndarray,
) -> Figures:
    sums, counts, passed = tables
    edges = np.searchsorted(values, bin_edges(COSINE_RANGE)[1:-1])
    total = int(counts.sum() / 2)
    distinct = np.searchsorted(values, mated)
    return {"means": (sums / np.maximum(counts, 1)).ravel(),
            "accepted": (passed / np.maximum(counts, 1)).ravel(),
            "histogram": np.diff(np.concatenate([[0], below[edges], [total]])),
            "places": np.diff(np.concatenate([[0], up_to[distinct], [total]]))}  # fmt: skip


def now(scores: VectorScores, cast: Cast, mated: np.ndarray) -> Figures:
    """The same figures from `StrangerTally`."""
    tally = StrangerTally(cast, "at_large", mated, (THRESHOLD,))
    for block in tally_blocks(scores, cast, "at_large", 0, 1):
        tally.add(block)
    return {
        "means": np.nan_to_num(tally.pair_means).ravel(),
        "accepted": np.nan_to_num(tally.accepted).ravel(),
        "histogram": tally.histogram,
        "places": tally.between + np.concatenate([[0], tally.tied[:-1]]),
    }


def product(scores: VectorScores, cast: Cast, _: np.ndarray) -> Figures:
    """The cosines alone."""
    for block in tally_blocks(scores, cast, "at_large", 0, 1):
        block.scores.sum()
    return {}


Way = Callable[[VectorScores, Cast, np.ndarray], Figures]


def timed(way: Way, *given: object, rounds: int = 3) -> tuple[float, Figures]:
    """The fewest CPU seconds of so many rounds, and the figures."""
    best, figures = np.inf, {}
    for _ in range(rounds):
        start = time.process_time()
        figures = way(*given)  # type: ignore[arg-type]
        best = min(best, time.process_time() - start)
    return float(best), figures


def main() -> None:
    """Measure and print."""
    for people in [int(given) for given in sys.argv[1:]] or (20, 100, 500, 1000):
        cast, scores = cast_of_people(people), vectors_of_people(people)
        unit = scores._unit
        mine = unit.reshape(2, people, TAKES, LENGTH)
        mated = np.sort(np.einsum("pad,pbd->pab", mine[0], mine[1]).ravel())
        comparisons = (people * TAKES) ** 2 - people * TAKES**2
        seconds: dict[str, float] = {}
        figures: dict[str, Figures] = {}
        now(scores, cast, mated)
        for way in (product, lists, passes, now):
            seconds[way.__name__], figures[way.__name__] = timed(way, scores, cast, mated)
        for name, expected in figures["lists"].items():
            for way in (passes, now):
                found = figures[way.__name__][name]
                np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-15)
        text = ", ".join(
            f"{name} {1e9 * took / comparisons:.0f} ns" for name, took in seconds.items()
        )
        print(f"{people:5d} people, {comparisons:9,d} comparisons: {text} each; figures equal")


if __name__ == "__main__":
    main()
