"""Exact tails of very many comparisons in bounded memory.

The scores of two sets of vectors are a matrix product that need not fit into memory: it is formed
tile by tile, and only counts are kept. A score of given rank is found by its bits: the first pass
counts scores by the upper half of their 32 bits, the second counts those in the deciding bin by the
lower half, which leaves one float32 number. Scores that can no longer matter are dropped as soon as
the counts so far show it. Equal scores are counted each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError

Singles = NDArray[np.float32]
Integers = NDArray[np.int64]
Keys = NDArray[np.uint32]

TILE = 2048
"""Rows and columns of a tile of scores (16 MiB of float32)."""

_HALF = 16
_BINS = 1 << _HALF


@dataclass(frozen=True, eq=False)
class Comparisons:
    """Every vector of one set against every vector of another person in a second set.

    Attributes:
        first: `(n, d)` vectors, float32; scores are inner products, cosines for unit vectors.
        second: `(m, d)`; the same array as `first` compares a set with itself, each pair once.
        first_people: `(n,)` person number of each vector, from 0.
        second_people: `(m,)`.
        tile: rows and columns of a tile of scores.
    """

    first: Singles
    second: Singles
    first_people: Integers
    second_people: Integers
    tile: int = TILE

    @property
    def within(self) -> bool:
        """Whether one set is compared with itself, each pair once."""
        return self.second is self.first

    @property
    def count(self) -> int:
        """How many comparisons there are."""
        size = 1 + int(max(self.first_people.max(initial=0), self.second_people.max(initial=0)))
        rows = np.bincount(self.first_people, minlength=size)
        columns = np.bincount(self.second_people, minlength=size)
        ordered = len(self.first) * len(self.second) - int(rows @ columns)
        return ordered // 2 if self.within else ordered

    def tiles(self) -> Iterator[tuple[int, int, Singles]]:
        """First row, first column and scores `(a, b)` of each tile, same-person scores included."""
        for top in range(0, len(self.first), self.tile):
            rows = self.first[top : top + self.tile]
            for left in range(top if self.within else 0, len(self.second), self.tile):
                yield top, left, rows @ self.second[left : left + self.tile].T

    def chosen(
        self, top: int, left: int, scores: Singles, bound: np.float32
    ) -> tuple[Singles, Integers, Integers]:
        """Scores, rows and columns of a tile's comparisons with score >= bound."""
        flat = scores.ravel()
        places = np.flatnonzero(flat >= bound)
        rows, columns = np.divmod(places, scores.shape[1])
        rows, columns = rows + top, columns + left
        kept = self.first_people[rows] != self.second_people[columns]
        if self.within:
            kept &= columns > rows
        return flat[places[kept]], rows[kept], columns[kept]


def comparisons(
    first: ArrayLike,
    first_people: ArrayLike,
    second: ArrayLike | None = None,
    second_people: ArrayLike | None = None,
    tile: int = TILE,
) -> Comparisons:
    """Checked comparisons of two sets of vectors, or of one set with itself.

    Args:
        first: `(n, d)` unit vectors.
        first_people: `(n,)` person numbers; vectors of one person are not compared.
        second: `(m, d)`; None compares the first set with itself, each pair once.
        second_people: `(m,)`, with `second`.
        tile: rows and columns of a tile; memory is about 30 bytes times its square.

    Raises:
        ComparisonError: shapes that do not fit, a vector that is not finite, or nobody to compare.
    """
    a, who_a = _vectors(first, first_people)
    b, who_b = (a, who_a)
    if second is not None:
        b, who_b = _vectors(second, () if second_people is None else second_people)
    if a.shape[1] != b.shape[1]:
        raise ComparisonError(f"vectors of {a.shape[1]} and {b.shape[1]} numbers do not compare")
    _, numbers = np.unique(np.concatenate([who_a, who_b]), return_inverse=True)
    people_a, people_b = numbers[: len(who_a)], numbers[len(who_a) :]
    found = Comparisons(a, b, people_a, people_b, tile)
    if found.count == 0:
        raise ComparisonError("all vectors are of one person, there is no stranger to compare with")
    return found


def count_above(pairs: Comparisons, threshold: float) -> int:
    """How many comparisons score above a threshold (the matches at that threshold)."""
    bound = _float32_above(threshold)
    return sum(
        len(pairs.chosen(top, left, scores, bound)[0]) for top, left, scores in pairs.tiles()
    )


def ranked_scores(pairs: Comparisons, ranks: Sequence[int]) -> Singles:
    """The scores of given ranks, exactly: rank 0 is the largest of all comparisons.

    The threshold for k false matches is the score of rank k.

    Raises:
        ComparisonError: a rank outside 0..N-1.
    """
    wanted = np.asarray(ranks, np.int64)
    if wanted.size == 0 or wanted.min() < 0 or wanted.max() >= pairs.count:
        raise ComparisonError(
            f"rank {wanted.max(initial=-1)} was asked for, and there are {pairs.count} comparisons"
        )
    upper = _upper_counts(pairs, int(wanted.max()))
    above = np.cumsum(upper[::-1])[::-1] - upper
    bins = np.array([int(np.flatnonzero(above <= rank)[0]) for rank in wanted])
    lower = _lower_counts(pairs, np.unique(bins))
    values = np.empty(len(wanted), np.uint32)
    for at, (rank, chosen) in enumerate(zip(wanted, bins, strict=True)):
        inside = np.cumsum(lower[int(chosen)][::-1])
        step = int(np.searchsorted(inside, rank - above[chosen], side="right"))
        values[at] = (int(chosen) << _HALF) | (_BINS - 1 - step)
    return _score_of(values)


def highest_pairs(pairs: Comparisons, number: int) -> tuple[Singles, Integers, Integers]:
    """The highest comparisons: scores descending, rows and columns; ties by row, then column.

    Args:
        pairs: the comparisons.
        number: how many; cut to the number of comparisons.
    """
    number = min(number, pairs.count)
    bound = ranked_scores(pairs, [number - 1])[0]
    parts = [pairs.chosen(top, left, scores, bound) for top, left, scores in pairs.tiles()]
    scores, rows, columns = (np.concatenate([part[k] for part in parts]) for k in range(3))
    order = np.lexsort((columns, rows, -scores))[:number]
    return scores[order], rows[order], columns[order]


def _upper_counts(pairs: Comparisons, rank: int) -> Integers:
    """Counts by the upper half of the key, complete down to the score of this rank."""
    counts = np.zeros(_BINS, np.int64)
    bound = np.float32(-np.inf)
    for top, left, scores in pairs.tiles():
        kept, _, _ = pairs.chosen(top, left, scores, bound)
        counts += np.bincount(_key_of(kept) >> _HALF, minlength=_BINS)
        reached = np.cumsum(counts[::-1])
        if reached[-1] > rank:
            lowest = _BINS - 1 - int(np.searchsorted(reached, rank, side="right"))
            bound = _score_of(np.array([lowest << _HALF], np.uint32))[0]
    return counts


def _lower_counts(pairs: Comparisons, bins: Integers) -> dict[int, Integers]:
    """Counts by the lower half of the key inside each of some bins of the upper half."""
    counts = {int(chosen): np.zeros(_BINS, np.int64) for chosen in bins}
    bound = _score_of(np.array([int(bins.min()) << _HALF], np.uint32))[0]
    for top, left, scores in pairs.tiles():
        keys = _key_of(pairs.chosen(top, left, scores, bound)[0])
        for chosen in counts:
            inside = keys[keys >> _HALF == chosen] & np.uint32(_BINS - 1)
            counts[chosen] += np.bincount(inside, minlength=_BINS)
    return counts


def _key_of(scores: Singles) -> Keys:
    """Unsigned integers in the order of the scores (0 and -0 fall together)."""
    bits = (scores + np.float32(0)).view(np.uint32)
    sign = np.uint32(1 << 31)
    return np.where(bits & sign, ~bits, bits | sign)


def _score_of(keys: Keys) -> Singles:
    sign = np.uint32(1 << 31)
    return np.where(keys & sign, keys & ~sign, ~keys).astype(np.uint32).view(np.float32)


def _float32_above(threshold: float) -> np.float32:
    """The smallest float32 that exceeds a threshold."""
    nearest = np.float32(threshold)
    return nearest if float(nearest) > threshold else np.nextafter(nearest, np.float32(np.inf))


def _vectors(vectors: ArrayLike, people: ArrayLike) -> tuple[Singles, Integers]:
    matrix, who = np.ascontiguousarray(vectors, np.float32), np.asarray(people)
    if matrix.ndim != 2 or who.shape != matrix.shape[:1]:
        raise ComparisonError(
            f"vectors of shape {matrix.shape} and {who.size} person numbers do not belong together"
        )
    lengths = np.einsum("nd,nd->n", matrix, matrix)
    if not np.isfinite(lengths).all():
        row = int(np.flatnonzero(~np.isfinite(lengths))[0])
        raise ComparisonError(f"vector number {row} is not finite")
    return matrix, who
