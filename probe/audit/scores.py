"""The score of any two pictures of a stored run, from what the run keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.runs.reading import Run

Floats = NDArray[np.float64]

ALL_AT_ONCE = 4096
"""Pictures up to which all cosines are kept (ours): 128 MiB."""


class Cosines:
    """Cosines of stored vectors, in float64.

    Args:
        images: ids of the pictures.
        vectors: `(n, d)`; a part of them gives the cosine of that part, a part that is zero the
            cosine 0.
        whole: `(n,)` lengths to divide by instead of the vectors' own: for shares of a part.
    """

    def __init__(
        self, images: Sequence[str], vectors: NDArray[np.floating], whole: Floats | None = None
    ) -> None:
        exact = np.asarray(vectors, np.float64)
        length = np.sqrt(np.sum(exact * exact, axis=1)) if whole is None else whole
        length = np.where(length == 0, 1.0, length)
        self._unit = exact / length[:, None]
        self._row = {image: k for k, image in enumerate(images)}
        self.images = frozenset(images)

    def between(self, first: Sequence[str], second: Sequence[str]) -> Floats:
        """Scores `(len(first), len(second))`."""
        left, right = ([self._row[image] for image in side] for side in (first, second))
        if self._all is not None:
            return self._all[np.ix_(left, right)]
        return np.clip(self._unit[left] @ self._unit[right].T, -1, 1)

    @cached_property
    def _all(self) -> Floats | None:
        """Every cosine, where that is little memory. The last digit of a product depends on how
        large the tables are: a threshold is a score, and must equal that score in every cell.
        """
        if len(self._unit) > ALL_AT_ONCE:
            return None
        return np.clip(self._unit @ self._unit.T, -1, 1)


class StoredPairs:
    """Scores that a pair scorer gave; NaN for two pictures that it did not compare.

    Args:
        images: ids of the pictures.
        scores: of two images in either order.
    """

    def __init__(self, images: Sequence[str], scores: Mapping[frozenset[str], float]) -> None:
        self._scores = scores
        self.images = frozenset(images)

    def between(self, first: Sequence[str], second: Sequence[str]) -> Floats:
        """Scores `(len(first), len(second))`."""
        missing = float("nan")
        return np.array(
            [[self._scores.get(frozenset((a, b)), missing) for b in second] for a in first]
        )


def scores_of(run: Run, backbone: str, variant: str) -> Cosines | StoredPairs:
    """The scores of a backbone under a mask variant."""
    kept = run.pair_scores(backbone, variant)
    if kept is not None:
        images, pairs, values = kept
        names = (frozenset((images[a], images[b])) for a, b in pairs.tolist())
        return StoredPairs(images, dict(zip(names, map(float, values), strict=True)))
    images, vectors = run.embeddings(backbone, variant)
    if run.manifest.backbone(backbone).dimension:
        return Cosines(images, vectors)
    matrix = {
        frozenset((a, b)): float(vectors[x, y])
        for x, a in enumerate(images)
        for y, b in enumerate(images)
    }
    return StoredPairs(images, matrix)


def part_scores(run: Run, backbone: str, variant: str) -> dict[str, tuple[Cosines, Cosines]]:
    """Of every part of the vectors: its cosines, and its shares of the whole vectors' cosines."""
    images, vectors = run.embeddings(backbone, variant)
    exact = np.asarray(vectors, np.float64)
    whole = np.sqrt(np.sum(exact * exact, axis=1))
    parts, start = {}, 0
    for part in run.manifest.backbone(backbone).parts:
        slice_of_it = exact[:, start : start + part.length]
        start += part.length
        parts[part.name] = Cosines(images, slice_of_it), Cosines(images, slice_of_it, whole)
    return parts
