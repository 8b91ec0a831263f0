"""The figures of many cells: large ones are measured in threads, or on the nodes of a cluster.

A cell is the work of one thread from its first block to its last, its products on one core, so that
no figure depends on how many threads there are, or where.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.cluster import Executor, Here, Threads
from probe.cluster.ray_nodes import RayNodes
from probe.comparison.cast import Cast
from probe.comparison.cell_scores import CellContext, cell_scores, histograms_of, standing_of
from probe.comparison.cells import Cell, cells_of
from probe.comparison.mated import MatedPairs, mated_pairs
from probe.comparison.models import Standing
from probe.comparison.person_band import band_size
from probe.comparison.rates import RateAt, rates_at
from probe.cores import cores, products_on_one_core

LARGE = 1_000_000
"""Comparisons of a cell from which on cells have threads or nodes (ours): in smaller ones the
interpreter, of which there is one, has most of the work."""

PAIRS_AT_ONCE = 1 << 25
"""Pairs of people in the tables of all threads together, at most (ours): about a gigabyte."""

BYTES_OF_PAIR = 128
"""Memory that a pair of people in a table takes while a cell is measured (ours): tables of two
kinds, and what is made of them."""


@dataclass(frozen=True)
class Place:
    """Where a cell stands: two conditions, i <= j."""

    i: int
    j: int

    def __str__(self) -> str:
        return f"{self.i} x {self.j}"


@dataclass(frozen=True, eq=False)
class MeasuredCell:
    """What is kept of a pair of conditions.

    Attributes:
        cells: of the same person, then of strangers of each kind.
        rates: both error rates at every threshold.
        pairs: every mated pair.
        histograms: by kind, of a cell against the standard condition.
        standing: figures by subject, of a cell against the standard condition.
    """

    cells: tuple[Cell, ...]
    rates: tuple[RateAt, ...]
    pairs: MatedPairs
    histograms: Mapping[str, NDArray[np.int64]]
    standing: Standing | None = None


@dataclass(frozen=True, eq=False)
class CellWork:
    """Pairs of conditions to their figures.

    Attributes:
        context: of the protocol. The standard cell is measured first: it leaves its gap there, to
            which the retention of the others is relative.
    """

    context: CellContext

    def __call__(self, place: Place) -> MeasuredCell:
        """The figures of a cell."""
        alone = is_large(self.context.cast)
        with products_on_one_core() if alone else contextlib.nullcontext():
            return _measured(self.context, place.i, place.j)


def _measured(context: CellContext, i: int, j: int) -> MeasuredCell:
    scored = cell_scores(context, i, j)
    cells = tuple(cells_of(context, i, j, scored))
    numbers = context.numbers.tolist()
    rates = tuple(rates_at((i, j), context.thresholds, numbers, scored.mated, scored.tallies))
    pairs = mated_pairs(i, j, scored.mated)
    if context.cast.standard not in (i, j):
        return MeasuredCell(cells, rates, pairs, {})
    standing = standing_of(context, i, j, scored, cells[0])
    return MeasuredCell(cells, rates, pairs, dict(histograms_of(context, scored)), standing)


def measured_cells(
    context: CellContext, places: Sequence[Place], nodes: RayNodes | None = None
) -> Iterator[MeasuredCell]:
    """The figures of cells, in the order asked for.

    Args:
        context: of the protocol.
        places: of the cells, the standard one first.
        nodes: of a cluster, which measure large cells; None: threads of this machine do.
    """
    work = CellWork(context)
    yield work(places[0])
    executor = executor_for(context.cast, nodes)
    yield from executor.ordered(work, places[1:], 2 * executor.size)


def executor_for(cast: Cast, nodes: RayNodes | None = None) -> Executor:
    """What measures the cells of a cast, as far as memory goes."""
    if not is_large(cast):
        return Here()
    people = len(cast.people)
    rows = band_size(cast, "at_large") or cast.subjects
    pairs = rows * people
    if nodes is not None:
        roomy = nodes.on_single_cores(memory=BYTES_OF_PAIR * pairs)
        if roomy.size:
            return roomy
    count = min(cores(), PAIRS_AT_ONCE // pairs)
    return Threads(count) if count > 1 else Here()


def is_large(cast: Cast) -> bool:
    """Whether a cell of a cast has so many comparisons that others may be measured beside it."""
    pictures = max(len(side.rows) for side in cast.subject_sides)
    others = max(len(side.rows) for side in (*cast.subject_sides, *cast.stranger_sides))
    return pictures * others >= LARGE
