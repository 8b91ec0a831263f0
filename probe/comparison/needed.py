"""Which pairs of pictures a study compares: a pair scorer scores no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement

import numpy as np

from probe.comparison.cast import Cast, Kind, cast_of
from probe.comparison.mated import mated_rows
from probe.comparison.scores import Rows, ScoreSource, pair_codes
from probe.comparison.standard import standard_cast
from probe.pictures.image_set import ImageSet


def pairs_needed(sets: Sequence[ImageSet], numbers: ScoreSource) -> Rows:
    """Every pair of pictures that is compared, once: `int64 (n, 2)`, the lower number first.

    Args:
        sets: the image sets of a study.
        numbers: numbers the pictures (its scores are not asked for).
    """
    pictures = len(numbers.row)
    codes = np.zeros(0, np.int64)
    for pairs in _pairs(sets, numbers):
        codes = np.union1d(codes, pair_codes(pairs, pictures))
    return np.stack(np.divmod(codes, max(1, pictures)), axis=1)


def _pairs(sets: Sequence[ImageSet], numbers: ScoreSource) -> Iterator[Rows]:
    yield from _of_cell(standard_cast(sets, numbers), "at_large", 0, 0)
    for images in sets:
        cast = cast_of(images, numbers)
        kinds: tuple[Kind, ...] = ("at_large", "alike") if cast.measures_alike else ("at_large",)
        for i, j in combinations_with_replacement(range(cast.conditions), 2):
            yield mated_rows(cast, i, j)[1]
            for kind in kinds:
                yield from _of_cell(cast, kind, i, j)


def _of_cell(cast: Cast, kind: Kind, i: int, j: int) -> Iterator[Rows]:
    """Pairs of strangers of a cell."""
    for left, right, _ in cast.rectangles(kind, i, j):
        first, second = np.nonzero(cast.allowed(kind, left, right))
        yield np.stack([left.rows[first], right.rows[second]], axis=1)
