"""The parts of a vector compared one by one: which part of the picture changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from probe.comparison.cast import Cast, cast_of
from probe.comparison.mated import MatedScores, mated_scores
from probe.comparison.scores import PartOfVectors, Scores, ScoreSource, VectorScores
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.contracts import VectorPart, part_slices
from probe.pictures.image_set import ImageSet
from probe.statistics import retention

NAN = float("nan")

ThresholdOf = Callable[[str, ScoreSource], float]
"""(name of a part, its cosines) -> its own threshold; NaN where the rate is not resolved."""


@dataclass(frozen=True)
class PartCell:
    """One part of the vectors of the same people, between two conditions with i <= j.

    `mean`, `strangers`, `retention` and `fnmr` are those of a model that has this part alone;
    `share` and `share_strangers` of all parts sum to the means of the whole vectors.

    Attributes:
        part: name of the part.
        i, j: indices of the conditions.
        mean: mean cosine of this part alone, over people weighing the same; NaN without a pair.
            The part of a vector that is zero is similar to nothing: 0.
        n_subjects: people that have pairs.
        strangers: mean cosine of this part between strangers at large; NaN without any.
        retention: share of its margin over strangers that is left; NaN where it has none.
        threshold: its own, set as that of the whole vectors is; NaN when not resolved.
        fnmr: mean of the people's shares of pairs at or below it; NaN without a threshold.
        share: what the part adds to the mean cosine of the whole vectors of the same people.
        share_strangers: what it adds to that of strangers at large.
        lost: what it takes from the margin of the whole vectors since the standard condition, in
            units of cosine; all parts sum to the fall of that margin, one that gained is below 0.
    """

    part: str
    i: int
    j: int
    mean: float
    n_subjects: int
    strangers: float = NAN
    retention: float = NAN
    threshold: float = NAN
    fnmr: float = NAN
    share: float = NAN
    share_strangers: float = NAN
    lost: float = NAN


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
    images: ImageSet, scores: VectorScores, parts: Sequence[VectorPart], threshold_of: ThresholdOf
) -> Iterator[PartCell]:
    """The mated cells of a protocol, part by part.

    Args:
        images: the pictures.
        scores: their whole vectors.
        parts: the parts of a vector, in order.
        threshold_of: gives the threshold of a part.
    """
    cast = cast_of(images, scores)
    for part, where in part_slices(tuple(parts)).items():
        alone, share = scores.of_part(where), scores.share_of_part(where)
        yield from _cells(part, cast, alone, share, threshold_of(part, alone))


def _cells(
    part: str, cast: Cast, alone: PartOfVectors, share: PartOfVectors, threshold: float
) -> Iterator[PartCell]:
    """The cells of one part."""
    places = list(combinations_with_replacement(range(cast.conditions), 2))
    means = {place: _means(alone, cast, *place) for place in places}
    shares = {place: _means(share, cast, *place) for place in places}
    standard = (cast.standard, cast.standard)
    for place in places:
        cell, added = means[place], shares[place]
        usual = means[standard]
        yield PartCell(
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
    tally = StrangerTally(cast, "at_large", np.empty(0), ())
    for block in stranger_blocks(scores, cast, "at_large", i, j):
        tally.add(block)
    return _Means(mated, _mean(mated.means), tally.mean)


def _mean(values: Scores) -> float:
    """Mean of the finite ones; NaN without any."""
    finite = values[np.isfinite(values)]
    return float(finite.mean()) if len(finite) else NAN
