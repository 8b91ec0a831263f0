"""The scores of many cells, gathered in threads where cells are large.

A cell is the work of one thread from its first block to its last, so that no figure depends on how
many threads there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probe.cluster import Threads
from probe.comparison.cast import Cast
from probe.comparison.cell_scores import CellContext, CellScores, cell_scores
from probe.cores import cores

Place = tuple[int, int]

LARGE = 1_000_000
"""Comparisons of a cell from which on cells have threads (ours): in smaller ones the interpreter,
of which there is one, has most of the work."""

PAIRS_AT_ONCE = 1 << 25
"""Pairs of people in the tables of all threads together, at most (ours): about a gigabyte."""


def scored_cells(
    context: CellContext, places: Sequence[Place], threads: int | None = None
) -> Iterator[tuple[Place, CellScores]]:
    """The scores of cells, in the order asked for.

    Args:
        context: of the protocol.
        places: pairs of conditions.
        threads: how many cells are worked on at once; None: as many as the machine and the size of
            a cell suggest.
    """
    count = threads_for(context.cast) if threads is None else threads
    if count == 1:
        yield from ((place, cell_scores(context, *place)) for place in places)
        return
    scores = Threads(count).ordered(lambda place: cell_scores(context, *place), places, count - 1)
    yield from zip(places, scores, strict=True)


def threads_for(cast: Cast) -> int:
    """How many cells of a cast are worked on at once."""
    pictures = max(len(side.rows) for side in cast.subject_sides)
    others = max(len(side.rows) for side in (*cast.subject_sides, *cast.stranger_sides))
    if pictures * others < LARGE:
        return 1
    return max(1, min(cores(), PAIRS_AT_ONCE // (cast.subjects * len(cast.people))))
