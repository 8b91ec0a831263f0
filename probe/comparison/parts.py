"""The parts of a vector compared one by one: which part of the picture changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from probe.comparison.cast import Cast, cast_of
from probe.comparison.mated import MatedScores, mated_scores
from probe.comparison.scores import PartOfVectors, Scores, ScoreSource, VectorScores
from probe.comparison.tally import StrangerTally, tally_blocks
from probe.contracts import VectorPart, part_slices
from probe.pictures.image_set import ImageSet
from probe.runs.figures import PartFigures
from probe.statistics import retention

NAN = float("nan")


@dataclass(frozen=True, eq=False)
class _Means:
    """Mean scores of a pair of conditions: of the same people, and of strangers at large."""

    mated: MatedScores
    mean: float
    strangers: float

    @property
    def margin(self) -> float:
        return self.mean - self.strangers


def part_cells(
    images: ImageSet,
    scores: VectorScores,
    parts: Sequence[VectorPart],
    thresholds: Mapping[str, float],
) -> Iterator[PartFigures]:
    """The mated cells of a protocol, part by part.

    Args:
        images: the pictures.
        scores: their whole vectors.
        parts: the parts of a vector, in order.
        thresholds: name of a part -> its own threshold; NaN where the rate is not resolved.
    """
    cast = cast_of(images, scores)
    for part, where in part_slices(tuple(parts)).items():
        alone, share = scores.of_part(where), scores.share_of_part(where)
        yield from _cells(part, cast, alone, share, thresholds[part])


def _cells(
    part: str, cast: Cast, alone: PartOfVectors, share: PartOfVectors, threshold: float
) -> Iterator[PartFigures]:
    """The cells of one part."""
    places = list(combinations_with_replacement(range(cast.conditions), 2))
    means = {place: _means(alone, cast, *place) for place in places}
    shares = {place: _means(share, cast, *place) for place in places}
    standard = (cast.standard, cast.standard)
    for place in places:
        cell, added = means[place], shares[place]
        usual = means[standard]
        yield PartFigures(
            part=part,
            i=place[0],
            j=place[1],
            mean=cell.mean,
            n_subjects=int(np.isfinite(cell.mated.means).sum()),
            strangers=cell.strangers,
            retention=float(retention(cell.mean, cell.strangers, usual.mean, usual.strangers)),
            threshold=threshold,
            fnmr=_mean(cell.mated.miss_rates(threshold)) if np.isfinite(threshold) else NAN,
            share=added.mean,
            share_strangers=added.strangers,
            lost=shares[standard].margin - added.margin,
        )


def _means(scores: ScoreSource, cast: Cast, i: int, j: int) -> _Means:
    mated = mated_scores(scores, cast, i, j)
    tally = StrangerTally(cast, "at_large", np.empty(0), (), shares=False)
    for block in tally_blocks(scores, cast, "at_large", i, j):
        tally.add(block)
    return _Means(mated, _mean(mated.means), tally.mean)


def _mean(values: Scores) -> float:
    """Mean of the finite ones; NaN without any."""
    finite = values[np.isfinite(values)]
    return float(finite.mean()) if len(finite) else NAN
