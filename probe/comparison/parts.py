"""The parts of a vector compared one by one: which part of the picture changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations_with_replacement

import numpy as np

from probe.comparison.cast import cast_of
from probe.comparison.mated import mated_scores
from probe.comparison.scores import VectorScores
from probe.contracts import VectorPart, part_slices
from probe.pictures.image_set import ImageSet


@dataclass(frozen=True)
class PartCell:
    """One part of the vectors of the same people, between two conditions with i <= j.

    Attributes:
        part: name of the part.
        i, j: indices of the conditions.
        mean: mean cosine of this part alone, over people weighing the same; NaN without a pair.
            The part of a vector that is zero is similar to nothing: 0.
        n_subjects: people that have pairs.
    """

    part: str
    i: int
    j: int
    mean: float
    n_subjects: int


def part_cells(
    images: ImageSet, scores: VectorScores, parts: Sequence[VectorPart]
) -> Iterator[PartCell]:
    """The mated cells of a protocol, part by part.

    Args:
        images: the pictures.
        scores: their whole vectors.
        parts: the parts of a vector, in order.
    """
    cast = cast_of(images, scores)
    for part, where in part_slices(tuple(parts)).items():
        alone = scores.of_part(where)
        for i, j in combinations_with_replacement(range(cast.conditions), 2):
            means = mated_scores(alone, cast, i, j).means
            finite = means[np.isfinite(means)]
            mean = float(finite.mean()) if len(finite) else float("nan")
            yield PartCell(part, i, j, mean, len(finite))
