"""Blocks of pairs to scores; what a scorer prepares of a picture is held while its pairs last."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer
from probe.embedding.fitted import Preparation, fitted_pictures
from probe.errors import BackboneError
from probe.pictures.image_set import ImageRecord

TOWERS = 512 * 1024**2
"""Bytes of prepared pictures that are held; with less, a picture is prepared again (ours: half a
GiB fits beside a network on a small machine)."""

Pairs = NDArray[np.int64]
"""`(n, 2)`: numbers of two pictures."""


@dataclass(frozen=True, eq=False)
class PairBlock:
    """Pairs that are scored and kept at once.

    Attributes:
        pairs: numbers of their pictures.
        first: sources of the pictures of the first pair.
    """

    pairs: Pairs
    first: tuple[str, str]

    def __str__(self) -> str:
        return " + ".join(self.first) + " ..."


class PairWork:
    """Blocks of pairs to scores: tile pair by tile pair, and at most a batch at a time.

    A tile is as many pictures as the scorer takes at once. The tiles that were used last are held,
    within `TOWERS` bytes.

    Attributes:
        prepared: pictures prepared so far, those prepared again included.
        seconds: what preparing them took.
    """

    def __init__(
        self,
        scorer: PairScorer,
        preparation: Preparation,
        records: Sequence[ImageRecord],
        workers: int,
    ) -> None:
        self._scorer = scorer
        self._preparation = preparation
        self._records = records
        self._workers = workers
        self._held: OrderedDict[int, _Array] = OrderedDict()
        self.prepared = 0
        self.seconds = 0.0

    def __call__(self, block: PairBlock) -> NDArray[np.float32]:
        """Scores `float32 (n,)` of a block.

        Raises:
            PictureError: a picture can no longer be read.
            BackboneError: a score is not finite, or there are more or fewer of them than pairs.
        """
        size = self._scorer.batch
        scores = np.empty(len(block.pairs), np.float32)
        tiles, inside = np.divmod(block.pairs, size)
        for pair in np.unique(tiles, axis=0):
            rows = np.flatnonzero((tiles == pair).all(axis=1))
            first, second = self._tile(int(pair[0])), self._tile(int(pair[1]))
            for at in range(0, len(rows), size):
                part = rows[at : at + size]
                sides = first[inside[part, 0]], second[inside[part, 1]]
                scores[part] = score_both_orders(self._scorer, *sides, len(part))
        return scores

    def _tile(self, number: int) -> _Array:
        """What was prepared of the pictures of a tile."""
        if number not in self._held:
            self._held[number] = self._prepare(number)
        self._held.move_to_end(number)
        # Two tiles are in use at a time, whatever they take.
        while len(self._held) > 2 and sum(held.nbytes for held in self._held.values()) > TOWERS:
            self._held.popitem(last=False)
        return self._held[number]

    def _prepare(self, tile: int) -> _Array:
        start = time.perf_counter()
        size, name = self._scorer.batch, self._scorer.card.name
        records = self._records[tile * size : (tile + 1) * size]
        fitted = fitted_pictures(self._preparation, records, self._workers, size)
        given = self._scorer.prepare(np.stack([picture for _, picture in fitted]))
        if not isinstance(given, _Array) or len(given) != len(records):
            kind = type(given).__name__
            raise BackboneError(
                f"prepare() gave a {kind} for {len(records)} pictures, not an array of as many",
                place=name,
                hint="prepare() returns an array or tensor whose first axis is the pictures",
            )
        self.prepared += len(records)
        self.seconds += time.perf_counter() - start
        return given


def score_both_orders(
    scorer: PairScorer, first: Any, second: Any, count: int
) -> NDArray[np.float32]:
    """Scores `float32 (count,)` of prepared pairs; the mean of both orders where they differ.

    Raises:
        BackboneError: a score is not finite, or there are more or fewer of them than pairs.
    """
    scores = _checked(scorer, first, second, count)
    if scorer.symmetric:
        return scores
    mean: NDArray[np.float32] = (scores + _checked(scorer, second, first, count)) / np.float32(2)
    return mean


def _checked(scorer: PairScorer, first: Any, second: Any, count: int) -> NDArray[np.float32]:
    scores = np.asarray(scorer.score(first, second), np.float32)
    if scores.shape != (count,):
        raise BackboneError(
            f"{count} pairs gave scores of shape {scores.shape}",
            place=scorer.card.name,
            hint="score() returns float32 (n,)",
        )
    if not np.isfinite(scores).all():
        raise BackboneError("a score is NaN or infinite", place=scorer.card.name)
    return scores


@runtime_checkable
class _Array(Protocol):
    """What `prepare` gives: rows that can be picked by their numbers."""

    nbytes: int

    def __len__(self) -> int: ...

    def __getitem__(self, rows: Any) -> Any: ...
