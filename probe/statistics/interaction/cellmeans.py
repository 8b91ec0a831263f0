"""Means of the conditions with the subjects' own level taken out, and without each subject.

Least squares with one fixed effect a subject and one a condition. With every figure there, a
contrast of these means is the mean of the subjects' own contrasts; where some are missing, nobody
has to be left out for it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from probe.errors import ComparisonError
from probe.statistics.jackknife import Floats

_TINY = 1e-9
"""Weights below this part of the largest are rounding (ours)."""

_DETERMINED = 1e-6
"""How far a contrast may lie from its projection, relative to its largest weight, and still count
as determined (ours): far above the rounding of a pseudo-inverse, far below a missing condition."""


@dataclass(frozen=True, eq=False)
class CellMeans:
    """Means of the conditions, up to one constant.

    Attributes:
        means: `(C,)`.
        deleted: `(S', C)` the means without each subject who has two figures or more.
        determined: `(C, C)` projection on the contrasts that the figures determine.
        determined_deleted: the same without each subject, `(S', C, C)`.
        counts: `(C,)` subjects with a figure in each condition.
        people: subjects there are, with figures or without.
    """

    means: Floats
    deleted: Floats
    determined: Floats
    determined_deleted: Floats
    counts: Floats
    people: int

    @property
    def subjects(self) -> int:
        """Subjects who enter."""
        return len(self.deleted)

    def determines(self, weights: Floats) -> bool:
        """Whether a contrast `(C,)` follows from the figures, also without any one subject."""
        if not len(self.deleted):
            return False
        every = np.concatenate([self.determined[None], self.determined_deleted]) @ weights
        return bool(np.abs(every - weights).max() < _DETERMINED * np.abs(weights).max())

    def fewest(self, weights: Floats) -> int:
        """Subjects in that condition of a contrast which fewest have."""
        return int(self.counts[np.abs(weights) > _TINY * np.abs(weights).max()].min())


def cell_means(figures: Floats) -> CellMeans:
    """Means of the conditions of figures `(S, C)`, NaN where missing.

    Raises:
        ComparisonError: not a matrix, or an infinite figure.
    """
    if figures.ndim != 2 or not figures.size:
        raise ComparisonError(f"figures must be subjects by conditions, not {figures.shape}")
    if np.isinf(figures).any():
        raise ComparisonError("a figure is infinite")
    seen = np.isfinite(figures)
    entering = seen.sum(axis=1) > 1
    values, seen = np.where(seen, figures, 0.0)[entering], seen[entering]
    parts = _parts(seen)
    centred = np.where(seen, values - _row_means(values, seen)[:, None], 0.0)
    total, sums = parts.sum(axis=0), centred.sum(axis=0)
    means, determined = _solved(total, sums)
    solved = _Solver(total)
    pairs = [solved(part, sums - values) for part, values in zip(parts, centred, strict=True)]
    shape = figures.shape[1]
    return CellMeans(
        means,
        np.array([pair[0] for pair in pairs]).reshape(-1, shape),
        determined,
        np.array([pair[1] for pair in pairs]).reshape(-1, shape, shape),
        seen.sum(axis=0).astype(np.float64),
        len(figures),
    )


def _parts(seen: np.ndarray) -> Floats:
    """Normal equations of each subject, `(S', C, C)`: diag(o) - o o' / n."""
    flags = seen.astype(np.float64)
    count = np.maximum(flags.sum(axis=1), 1)[:, None, None]
    outer = flags[:, :, None] * flags[:, None, :]
    return np.asarray(outer * (np.eye(seen.shape[1]) - 1 / count), np.float64)


def _row_means(values: Floats, seen: np.ndarray) -> Floats:
    return np.asarray(values.sum(axis=1) / np.maximum(seen.sum(axis=1), 1), np.float64)


class _Solver:
    """Solves without one subject; subjects who miss the same conditions share the inverse."""

    def __init__(self, total: Floats) -> None:
        self._total = total
        self._inverse: dict[bytes, Floats] = {}

    def __call__(self, part: Floats, sums: Floats) -> tuple[Floats, Floats]:
        key = part.tobytes()
        if key not in self._inverse:
            self._inverse[key] = _inverted(self._total - part)
        inverse = self._inverse[key]
        return inverse @ sums, inverse @ (self._total - part)


def _solved(total: Floats, sums: Floats) -> tuple[Floats, Floats]:
    inverse = _inverted(total)
    return inverse @ sums, inverse @ total


def _inverted(total: Floats) -> Floats:
    # Conditions that nobody links have eigenvalues of rounding size, about 1e-16 of the largest:
    # the cut lies far above them (ours).
    return np.asarray(np.linalg.pinv(total, rcond=1e-10, hermitian=True), np.float64)
