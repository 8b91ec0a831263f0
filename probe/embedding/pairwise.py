"""Pairs of pictures to scores: pictures prepared in tiles, pairs in blocks, scores cached.

Pairs stand in an order that touches few pictures at a time, so that what a scorer prepares of a
picture stays in memory while its pairs are scored: a tile is as many pictures as the scorer takes
at once. A block that is done is kept: a run that is killed loses at most the block in flight.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer
from probe.contracts.duration import duration
from probe.embedding.embed import Cache, EmbeddingTally
from probe.embedding.fitted import Preparation, Prepare
from probe.embedding.loaded import ModelKey
from probe.embedding.pair_work import PairBlock, Pairs, PairWork
from probe.pictures.fitting import Fitting
from probe.pictures.image_set import ImageRecord
from probe.wording import Message, Value

BLOCK = 1024
"""Pairs scored and kept at a time: so many at most are lost when a run is killed (ours)."""

_ASKED = 10_000
"""Scores that are asked of the cache at a time (ours)."""


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
    def preparation(self) -> Preparation:
        """How a record becomes the scorer's input."""
        return Preparation(self.fitting, self.prepare)

    @property
    def space(self) -> str:
        """Key of everything but the pictures; empty: nothing is kept."""
        return self.key.space(self.fitting, self.prepare_digest)

    @property
    def label(self) -> str:
        """The task in words, for people who look into the cache."""
        return f"{self.scorer.card.name}, pairs, {self.fitting.digest()}, {self.variant}"


ScoresOf = Callable[
    [PairTask, Sequence[ImageRecord], Iterable[PairBlock]], Iterator[NDArray[np.float32]]
]
"""Computes the scores of blocks of pairs of these pictures, in their order, as `PairWork` does."""


def score_pairs(
    task: PairTask,
    records: Sequence[ImageRecord],
    pairs: Pairs,
    *,
    cache: Cache | None = None,
    progress: Callable[[int, int], None] | None = None,
    say: Callable[[Message], None] | None = None,
    workers: int = 4,
    scores_of: ScoresOf | None = None,
) -> tuple[NDArray[np.float32], EmbeddingTally]:
    """The score of every pair; where the scorer is not symmetric, the mean of both orders.

    Args:
        task: scorer, fitting, masking.
        records: the pictures, each once.
        pairs: `(n, 2)` rows of `records`.
        cache: asked first, and given every block as it is made, where the task has a key.
        progress: told (pairs done, all).
        say: told what the pairs will cost, once a block has been measured here.
        workers: threads that decode beside the scorer.
        scores_of: where scores are computed; None: by the scorer of the task, here.

    Returns:
        `float32 (n,)` in the order of `pairs`; and pictures prepared and spared, seconds, pairs.

    Raises:
        PictureError: a picture can no longer be read.
        BackboneError: a score is not finite, or there are more or fewer of them than pairs.
    """
    start = time.perf_counter()
    names = _PairNames(records, pairs)
    kept = cache if task.space else None
    scores = _known(kept, task.space, names, len(pairs))
    left = np.flatnonzero(np.isnan(scores))
    pictures = len(np.unique(pairs[left]))
    here = PairWork(task.scorer, task.preparation, records, workers)
    cost = _Cost(task.scorer.card.name, len(left), pictures, None if scores_of else here, say)
    cached = done = len(pairs) - len(left)
    if progress:
        progress(done, len(pairs))
    cut = list(_blocks(pairs, left, task.scorer.batch))
    blocks = (PairBlock(pairs[rows], names.sources(int(rows[0]))) for rows in cut)
    made = scores_of(task, records, blocks) if scores_of and cut else map(here, blocks)
    for rows, block in zip(cut, made, strict=True):
        scores[rows] = block
        if kept:
            vectors = {n: scores[r : r + 1] for n, r in zip(names.in_rows(rows), rows, strict=True)}
            kept.put(task.space, task.label, vectors)
        done += len(rows)
        cost.measured(done - cached)
        if progress:
            progress(done, len(pairs))
    tally = EmbeddingTally(
        embedded=pictures,
        cached=len(np.unique(pairs)) - pictures,
        seconds=time.perf_counter() - start,
        pairs=len(pairs),
    )
    return scores, tally


class _PairNames:
    """Names of pairs in the cache: the same for a pair in either order."""

    def __init__(self, records: Sequence[ImageRecord], pairs: Pairs) -> None:
        self._ids = [record.image_id for record in records]
        self._records = records
        self._pairs = pairs

    def sources(self, row: int) -> tuple[str, str]:
        """What people call the pictures of the pair in a row."""
        first, second = (self._records[picture].source for picture in self._pairs[row])
        return first, second

    def in_rows(self, rows: Iterable[int]) -> list[str]:
        """Names of the pairs in these rows."""
        ids = ((self._ids[a], self._ids[b]) for a, b in (self._pairs[row] for row in rows))
        return [hashlib.sha256(" ".join(sorted(pair)).encode()).hexdigest()[:32] for pair in ids]


def _known(cache: Cache | None, space: str, names: _PairNames, count: int) -> NDArray[np.float32]:
    """The scores of pairs that are kept, `float32 (count,)`; NaN for the others."""
    scores = np.full(count, np.nan, np.float32)
    if not cache:
        return scores
    for at in range(0, count, _ASKED):
        rows = range(at, min(at + _ASKED, count))
        asked = names.in_rows(rows)
        kept = cache.get(space, asked)
        for row, name in zip(rows, asked, strict=True):
            if name in kept:
                scores[row] = kept[name][0]
    return scores


def _blocks(pairs: Pairs, left: NDArray[np.int64], tile: int) -> Iterator[NDArray[np.int64]]:
    """Rows of pairs in an order that touches few tiles at a time, cut into blocks.

    The first block is small: the cost of all is told by it.
    """
    tiles = pairs[left] // tile
    order = left[np.lexsort((tiles[:, 1], tiles[:, 0]))]
    yield from (part for part in (order[:tile],) if len(part))
    for at in range(tile, len(order), BLOCK):
        yield order[at : at + BLOCK]


class _Cost:
    """Tells what pairs are going to cost: how many at once, how long after the first block."""

    def __init__(
        self,
        name: str,
        pairs: int,
        pictures: int,
        work: PairWork | None,
        say: Callable[[Message], None] | None,
    ) -> None:
        self._name, self._pairs, self._pictures = name, pairs, pictures
        self._work, self._say = work, say
        if say and pairs:
            say(Message("pairs-scored", {"model": name, "pairs": pairs, "pictures": pictures}))
        self._start = time.perf_counter()

    def measured(self, scored: int) -> None:
        """Tell once what all takes: pictures and pairs each in proportion to what these took."""
        work = self._work
        if self._say is not None and work is not None and scored < self._pairs:
            spent = time.perf_counter() - self._start - work.seconds
            pictures = work.seconds * self._pictures / work.prepared
            expected = duration(pictures + spent * self._pairs / scored)
            values: dict[str, Value] = {"model": self._name, "duration": expected, "pairs": scored}
            self._say(Message("pairs-expected", values))
        self._say = None
