"""Inner loops of re-ranking: who is whose near neighbour, and what two encodings share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact, exact_inside
from probe.retrieval.rules import Integers

Singles = NDArray[np.float32]
Sparse = tuple[Integers, Integers, Singles]
"""Where rows begin and the last one ends, columns, values."""


def grown_neighbours(nearest: Integers, k1: int) -> tuple[Integers, Integers]:
    """Each picture's reciprocal neighbours, with those of each that share two thirds of theirs.

    Equation 5 of Zhong et al. 2017.

    Args:
        nearest: `(n, c)`: each picture's nearest pictures, itself first.
        k1: neighbours that may be reciprocal.

    Returns:
        Where the pictures' neighbours begin and the last ones end `(n + 1,)`, and the neighbours,
        ascending.
    """
    half = round(k1 / 2)  # to the even number, as NumPy in the official code rounds
    ends = np.zeros(len(nearest) + 1, np.int64)
    most = (k1 + 1) * (half + 2)
    found = np.empty((len(nearest), most), np.int32)
    _grow(nearest, k1, half, found, ends[1:])
    columns = np.concatenate([row[:count] for row, count in zip(found, ends[1:], strict=True)])
    return np.cumsum(ends), columns.astype(np.int64)


@exact_inside
def _reciprocal(nearest: Integers, picture: int, count: int, found: Integers) -> int:
    """Neighbours among the first `count` (besides itself) that also count the picture as one.

    Args:
        nearest: as of `grown_neighbours`.
        picture: its number.
        count: how many.
        found: is given them.

    Returns:
        How many there are.
    """
    width = min(count + 1, nearest.shape[1])
    mutual = 0
    for place in range(width):
        other = nearest[picture, place]
        for back in range(width):
            if nearest[other, back] == picture:
                found[mutual] = other
                mutual += 1
                break
    return mutual


@exact
def _grow(
    nearest: Integers, k1: int, half: int, grown: NDArray[np.int32], counts: Integers
) -> None:
    """Fill in the neighbours of every picture, and how many they are."""
    own, theirs = np.empty(k1 + 1, np.int64), np.empty(k1 + 1, np.int64)
    # 2: a reciprocal neighbour of the picture at work, 1: taken in, and no such neighbour.
    known = np.zeros(len(nearest), np.int8)
    for picture in range(len(nearest)):
        mutual = _reciprocal(nearest, picture, k1, own)
        count = 0
        for n in range(mutual):
            known[own[n]] = 2
            grown[picture, count] = own[n]
            count += 1
        for n in range(mutual):
            others = _reciprocal(nearest, own[n], half, theirs)
            shared = 0
            for m in range(others):
                shared += known[theirs[m]] == 2
            if 3 * shared > 2 * others:
                for m in range(others):
                    if known[theirs[m]] == 0:
                        known[theirs[m]] = 1
                        grown[picture, count] = theirs[m]
                        count += 1
        for n in range(count):
            known[grown[picture, n]] = 0
        grown[picture, :count].sort()
        counts[picture] = count


@exact
def share_weights(query: Sparse, by_feature: Sparse, first: int, shared: Singles) -> None:
    """Sums of the smaller weights of two encodings (the upper part of equation 10).

    Args:
        query: encodings, a row a picture.
        by_feature: those of the gallery, a row a feature: the pictures that have it.
        first: number of the first picture of the query that is asked for.
        shared: `(rows, gallery)` zeros; filled for those that follow.
    """
    starts, features, weights = query
    lists, pictures, theirs = by_feature
    for row in range(shared.shape[0]):
        for at in range(starts[first + row], starts[first + row + 1]):
            feature, weight = features[at], weights[at]
            for other in range(lists[feature], lists[feature + 1]):
                shared[row, pictures[other]] += min(weight, theirs[other])
