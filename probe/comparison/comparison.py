"""A protocol compared by one backbone: every pair of conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import cast_of
from probe.comparison.cell_scores import CellContext
from probe.comparison.cells import Cell
from probe.comparison.mated import GatheredPairs, MatedPairs
from probe.comparison.measured_cells import Place, measured_cells
from probe.comparison.models import Standing
from probe.comparison.rates import RateAt
from probe.comparison.scores import ScoreSource
from probe.comparison.standard import StandardStrangers
from probe.comparison.streamed_strangers import log10_fmr_among
from probe.comparison.workspace import HERE, Workspace
from probe.pictures.image_set import ImageSet
from probe.statistics import Threshold

Costliest = Callable[[str, str, str], int | None]
"""(protocol, backbone, mask variant) -> index of the condition that costs most; None: unknown."""


@dataclass(frozen=True, eq=False)
class Comparison:
    """What one backbone says about a protocol.

    Attributes:
        cells: every cell with i <= j.
        pairs: every mated pair.
        histograms: (kind, condition) -> score counts against the standard condition `(400,)`,
            bins of `probe.comparison.scores.bin_edges`.
        standings: condition -> figures by subject against the standard condition.
        people: names, the subjects first.
        subjects: how many of them are subjects.
        rates: error rates of every cell with i <= j at every threshold that was given.
    """

    cells: tuple[Cell, ...]
    pairs: MatedPairs
    histograms: Mapping[tuple[str, int], NDArray[np.int64]]
    standings: Mapping[int, Standing]
    people: tuple[str, ...]
    subjects: int
    rates: tuple[RateAt, ...] = ()


def compare(
    images: ImageSet,
    scores: ScoreSource,
    strangers: StandardStrangers,
    threshold: float,
    fmr: float,
    progress: Callable[[int, int], None] | None = None,
    thresholds: Sequence[Threshold] = (),
    workspace: Workspace = HERE,
) -> Comparison:
    """Every pair of conditions of a protocol, same person and strangers.

    Args:
        images: the pictures.
        scores: their scores by one backbone.
        strangers: strangers at large in the standard condition (see `standard_strangers`).
        threshold: match iff score > threshold; NaN when the rate cannot be resolved.
        fmr: the false match rate it was set for.
        progress: called with cells done and cells in all.
        thresholds: every threshold at which error rates are wanted, that of `fmr` first.
        workspace: where cells are measured, and where large tables lie.
    """
    cast = cast_of(images, scores)
    named = strangers.without_scores()
    points = tuple(thresholds)
    context = CellContext(scores, cast, named, threshold, fmr, points, folder=workspace.folder)
    cells: list[tuple[Cell, ...]] = []
    histograms: dict[tuple[str, int], NDArray[np.int64]] = {}
    standings: dict[int, Standing] = {}
    rates: list[RateAt] = []
    places = _standard_first(cast.conditions, cast.standard)
    pairs = GatheredPairs(cast, ((place.i, place.j) for place in places))
    measured = measured_cells(context, places, workspace.nodes)
    for done, (place, cell) in enumerate(zip(places, measured, strict=True), start=1):
        cells.append(cell.cells)
        rates += cell.rates
        pairs.add(cell.pairs)
        if cell.standing is not None:
            condition = place.j if place.i == cast.standard else place.i
            histograms |= {(kind, condition): counts for kind, counts in cell.histograms.items()}
            standings[condition] = workspace.keep(cell.standing)
        if progress:
            progress(done, len(places))
    ids = tuple(sorted(scores.row, key=scores.row.__getitem__))
    return Comparison(
        cells=tuple(sorted(_among_strangers(cells, strangers), key=lambda c: (c["i"], c["j"]))),
        pairs=pairs.joined(ids),
        histograms=histograms,
        standings=dict(sorted(standings.items())),
        people=cast.people,
        subjects=cast.subjects,
        rates=tuple(sorted(rates, key=lambda rate: (rate["i"], rate["j"]))),
    )


def _among_strangers(
    places: Sequence[tuple[Cell, ...]], strangers: StandardStrangers
) -> Iterator[Cell]:
    """The cells of all places, with how rare their mated means are among strangers.

    Args:
        places: cells of the same person, then of strangers of each kind.
        strangers: of the standard condition.
    """
    asked = [k for k, cells in enumerate(places) if _met(*cells)]
    if not strangers.ranked.comparisons:
        asked = []
    means = np.array([places[k][0]["mean"] for k in asked])
    values, floored = log10_fmr_among(strangers.ranked, means)
    rare = dict(zip(asked, zip(values.tolist(), floored.tolist(), strict=True), strict=True))
    for k, (mated, *others) in enumerate(places):
        if k in rare:
            yield {**mated, "log10_fmr": rare[k][0], "log10_fmr_floored": rare[k][1]}
        else:
            yield mated
        yield from others


def _met(mated: Cell, *others: Cell) -> bool:
    """Whether both the same person and strangers at large were compared."""
    return bool(mated["n_pairs"]) and any(
        cell["kind"] == "at_large" and cell["n_pairs"] for cell in others
    )


def _standard_first(conditions: int, standard: int) -> list[Place]:
    """Every cell with i <= j; the standard one first, for retention is relative to it."""
    places = (Place(i, j) for i, j in combinations_with_replacement(range(conditions), 2))
    return sorted(places, key=lambda place: place != Place(standard, standard))
