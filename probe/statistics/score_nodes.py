"""Scores shared among evenly spaced nodes, so that sums over millions cost as little as over some.

A sum of f(score) over all scores is the sum of f(node) times what the scores left there: each is
shared among the eight nodes around it with the weights of Lagrange's interpolation, which gives
f between nodes to the eighth order of their distance. Few scores are nodes themselves.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact_inside
from probe.statistics.jackknife import Floats, Integers

AROUND = 8
"""Nodes that a score is shared among."""

BEFORE = 3
"""How many of them lie below the two that it lies between."""


class Nodes(NamedTuple):
    """Nodes, and where scores lie among them.

    Attributes:
        x: `(t,)` the nodes; the first three and the last four lie beyond the scores.
        place: `(n,)` the first of the eight nodes around each score.
        fraction: `(n,)` how far each lies between its fourth and its fifth node, 0..1.
    """

    x: Floats
    place: NDArray[np.int32]
    fraction: Floats


def nodes_of(scores: Floats, step: float) -> Nodes:
    """The nodes of `(n,)` finite scores, at least one: so far apart, or where the scores lie.

    Args:
        scores: in any order.
        step: the distance. Sums of functions are exact to about 1e-3 step^8 max|f^(8)|; where
            there are fewer scores than nodes the distinct scores are the nodes, and sums exact.
    """
    low, high = float(scores.min()), float(scores.max())
    if (high - low) / step < len(scores):
        fraction = scores - low
        fraction /= step
        place = np.empty(len(scores), np.int32)
        np.floor(fraction, out=place, casting="unsafe")
        fraction -= place
        inner = low + step * np.arange(-BEFORE, int(place.max()) + AROUND - BEFORE, dtype=float)
        return Nodes(inner, place, fraction)
    distinct, where = np.unique(scores, return_inverse=True)
    x = np.concatenate([np.full(BEFORE, low), distinct, np.full(AROUND - BEFORE - 1, high)])
    return Nodes(x, where.astype(np.int32), np.zeros(len(scores)))


def among(nodes: Nodes, part: slice) -> Nodes:
    """The same nodes, with the places of some of the scores."""
    return Nodes(nodes.x, nodes.place[part], nodes.fraction[part])


@exact_inside
def shares(fraction: float, weights: Floats) -> None:
    """What each of the eight nodes around a score gets of it, put into `(8,)`."""
    product = 1.0
    for k in range(AROUND):  # what stands left of each node, then what stands right of it
        weights[k] = product
        product *= fraction - (k - BEFORE)
    product = 1.0
    for k in range(AROUND - 1, -1, -1):
        weights[k] *= product * SCALES[k]
        product *= fraction - (k - BEFORE)


def _scales() -> Floats:
    """1 / product of (k - j) over the other nodes j, of every node k."""
    k = np.arange(AROUND)
    apart = k[:, None] - k + np.eye(AROUND)
    scales: Floats = 1.0 / apart.prod(axis=1)
    return scales


SCALES = _scales()


@exact_inside
def add(row: Floats, nodes: Nodes, n: int, weight: float, buffer: Floats) -> None:
    """Add one score, so often, to what the nodes hold `(t,)`; `buffer` is `(8,)` of any value."""
    shares(nodes.fraction[n], buffer)
    start = nodes.place[n]
    for k in range(AROUND):
        row[start + k] += weight * buffer[k]


def blocks_of(people: Integers, width: int, entries: int = 1 << 22) -> list[Integers]:
    """People in blocks whose tables of so many columns hold about so many entries at most."""
    height = max(1, entries // max(1, width))
    return [people[start : start + height] for start in range(0, len(people), height)]
