"""Pairs of pictures to scores: pictures prepared in tiles, pairs in blocks, scores cached.

Pairs stand in an order that touches few pictures at a time, so that what a scorer prepares of a
picture stays in memory while its pairs are scored: a tile is as many pictures as the scorer takes
at once. A block that is done is kept: a run that is killed loses at most the block in flight.
"""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer
from probe.contracts.duration import duration
from probe.embedding.embed import Cache, EmbeddingTally
from probe.embedding.fitted import Preparation, Prepare, fitted_pictures
from probe.embedding.loaded import ModelKey
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, Value

BLOCK = 1024
"""Pairs scored and kept at a time: so many at most are lost when a run is killed (ours)."""

TOWERS = 512 * 1024**2
"""Bytes of prepared pictures that are held; with less, a picture is prepared again (ours: half a
GiB fits beside a network on a small machine)."""

_ASKED = 10_000
"""Scores that are asked of the cache at a time (ours)."""

Pairs = NDArray[np.int64]
"""`(n, 2)`: numbers of two pictures."""


@dataclass(frozen=True)
class PairTask:
    """One pair scorer over pictures prepared in one way.

    Attributes:
        scorer: the loaded scorer.
        fitting: how pictures become its input.
        key: what stands for it in keys; without a digest nothing is kept.
        variant: mask variant.
        prepare: done to a picture before fitting; None for nothing.
        prepare_digest: text that changes whenever `prepare` would.
    """

    scorer: PairScorer
    fitting: Fitting
    key: ModelKey
    variant: str = "unmasked"
    prepare: Prepare | None = None
    prepare_digest: str = ""

    @property
    def space(self) -> str:
        """Key of everything but the pictures; empty: nothing is kept."""
        return self.key.space(self.fitting, self.prepare_digest)

    @property
    def label(self) -> str:
        """The task in words, for people who look into the cache."""
        return f"{self.scorer.card.name}, pairs, {self.fitting.digest()}, {self.variant}"


def score_pairs(
    task: PairTask,
    records: Sequence[ImageRecord],
    pairs: Pairs,
    *,
    cache: Cache | None = None,
    progress: Callable[[int, int], None] | None = None,
    say: Callable[[Message], None] | None = None,
    workers: int = 4,
) -> tuple[NDArray[np.float32], EmbeddingTally]:
    """The score of every pair; where the scorer is not symmetric, the mean of both orders.

    Args:
        task: scorer, fitting, masking.
        records: the pictures, each once.
        pairs: `(n, 2)` rows of `records`.
        cache: asked first, and given every block as it is made, where the task has a key.
        progress: told (pairs done, all).
        say: told what the pairs will cost, once a block has been measured.
        workers: threads that decode beside the scorer.

    Returns:
        `float32 (n,)` in the order of `pairs`; and pictures prepared and spared, seconds, pairs.

    Raises:
        PictureError: a picture can no longer be read.
        BackboneError: a score is not finite, or there are more or fewer of them than pairs.
    """
    start = time.perf_counter()
    scores = np.full(len(pairs), np.nan, np.float32)
    names = _PairNames(records, pairs)
    kept = cache if task.space else None
    if kept:
        for at in range(0, len(pairs), _ASKED):
            rows = np.arange(at, min(at + _ASKED, len(pairs)))
            _fill(scores, kept.get(task.space, names.in_rows(rows)), names, rows)
    left = np.flatnonzero(np.isnan(scores))
    towers = _Towers(task, records, workers)
    cost = _Cost(task.scorer.card.name, len(left), len(np.unique(pairs[left])), towers, say)
    cached = done = len(pairs) - len(left)
    if progress:
        progress(done, len(pairs))
    for rows in _blocks(pairs, left, task.scorer.batch):
        scores[rows] = _scored(task.scorer, towers, pairs[rows])
        if kept:
            vectors = {n: scores[r : r + 1] for n, r in zip(names.in_rows(rows), rows, strict=True)}
            kept.put(task.space, task.label, vectors)
        done += len(rows)
        cost.measured(done - cached)
        if progress:
            progress(done, len(pairs))
    tally = EmbeddingTally(
        embedded=len(np.unique(pairs[left])),
        cached=len(np.unique(pairs)) - len(np.unique(pairs[left])),
        seconds=time.perf_counter() - start,
        pairs=len(pairs),
    )
    return scores, tally


class _PairNames:
    """Names of pairs in the cache: the same for a pair in either order."""

    def __init__(self, records: Sequence[ImageRecord], pairs: Pairs) -> None:
        self._ids = [record.image_id for record in records]
        self._pairs = pairs

    def in_rows(self, rows: Iterable[int]) -> list[str]:
        """Names of the pairs in these rows."""
        ids = ((self._ids[a], self._ids[b]) for a, b in (self._pairs[row] for row in rows))
        return [hashlib.sha256(" ".join(sorted(pair)).encode()).hexdigest()[:32] for pair in ids]


def _fill(
    scores: NDArray[np.float32],
    kept: Mapping[str, NDArray[np.float32]],
    names: _PairNames,
    rows: NDArray[np.int64],
) -> None:
    if not kept:
        return
    for row, name in zip(rows, names.in_rows(rows), strict=True):
        if name in kept:
            scores[row] = kept[name][0]


def _blocks(pairs: Pairs, left: NDArray[np.int64], tile: int) -> Iterator[NDArray[np.int64]]:
    """Rows of pairs in an order that touches few tiles at a time, cut into blocks.

    The first block is small: the cost of all is told by it.
    """
    tiles = pairs[left] // tile
    order = left[np.lexsort((tiles[:, 1], tiles[:, 0]))]
    yield from (part for part in (order[:tile],) if len(part))
    for at in range(tile, len(order), BLOCK):
        yield order[at : at + BLOCK]


def _scored(scorer: PairScorer, towers: _Towers, pairs: Pairs) -> NDArray[np.float32]:
    """Scores of a block, tile pair by tile pair and at most a batch at a time."""
    scores = np.empty(len(pairs), np.float32)
    tiles, inside = np.divmod(pairs, scorer.batch)
    for pair in np.unique(tiles, axis=0):
        rows = np.flatnonzero((tiles == pair).all(axis=1))
        first, second = towers.tile(int(pair[0])), towers.tile(int(pair[1]))
        for at in range(0, len(rows), scorer.batch):
            part = rows[at : at + scorer.batch]
            sides = first[inside[part, 0]], second[inside[part, 1]]
            scores[part] = score_both_orders(scorer, *sides, len(part))
    return scores


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


class _Towers:
    """What the scorer prepares of each tile of pictures, the last used within `TOWERS` bytes.

    Attributes:
        prepared: pictures prepared so far, those prepared again included.
        seconds: what preparing them took.
    """

    def __init__(self, task: PairTask, records: Sequence[ImageRecord], workers: int) -> None:
        self._scorer = task.scorer
        self._preparation = Preparation(task.fitting, task.prepare)
        self._records = records
        self._workers = workers
        self._held: OrderedDict[int, _Array] = OrderedDict()
        self.prepared = 0
        self.seconds = 0.0

    def tile(self, number: int) -> _Array:
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


class _Cost:
    """Tells what pairs are going to cost: how many at once, how long after the first block."""

    def __init__(
        self,
        name: str,
        pairs: int,
        pictures: int,
        towers: _Towers,
        say: Callable[[Message], None] | None,
    ) -> None:
        self._name, self._pairs, self._pictures = name, pairs, pictures
        self._towers, self._say = towers, say
        self._start = time.perf_counter()
        if say and pairs:
            say(Message("pairs-scored", {"model": name, "pairs": pairs, "pictures": pictures}))

    def measured(self, scored: int) -> None:
        """Tell once what all takes: pictures and pairs each in proportion to what these took."""
        if self._say is not None and scored < self._pairs:
            spent = time.perf_counter() - self._start - self._towers.seconds
            pictures = self._towers.seconds * self._pictures / self._towers.prepared
            expected = duration(pictures + spent * self._pairs / scored)
            values: dict[str, Value] = {"model": self._name, "duration": expected, "pairs": scored}
            self._say(Message("pairs-expected", values))
        self._say = None
