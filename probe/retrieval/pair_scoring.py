"""Retrieval with a pair scorer: every query with every gallery picture, or a second stage.

A second stage puts the gallery pictures that a backbone finds nearest into a new order; the others
stay behind them, in the backbone's order.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.contracts import PairScorer, Reporter
from probe.embedding.embed import Cache
from probe.embedding.loaded import ModelKey
from probe.embedding.pairwise import PairTask, ScoresOf, score_pairs
from probe.pictures.fitting import Fitting
from probe.retrieval.parts import RetrievalParts
from probe.retrieval.request import EvaluationRequest
from probe.wording import Message

TOP = 100
"""Gallery pictures of a query that a second stage scores, as FD-GAN's official test does (Ge et
al., NeurIPS 2018)."""

BEHIND = 2.0
"""Added to the distance of the others: scores of a query are brought to 0..1 before, so that
anything above 1 keeps the others behind, as the official merge does."""

Singles = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PairRetrieval:
    """A pair scorer on the pictures of a data set.

    Attributes:
        scorer: the scorer.
        key: what stands for it in keys.
        parts: query and gallery.
        request: what is asked for.
        reporter: told what is done.
        cache: scores known from before, kept for later.
        scores_of: where scores are computed; None: here.
    """

    scorer: PairScorer
    key: ModelKey
    parts: RetrievalParts
    request: EvaluationRequest
    reporter: Reporter
    cache: Cache | None = None
    scores_of: ScoresOf | None = None

    def distances(self) -> Iterator[Singles]:
        """Rows `(1, g)` of negated scores, every query with the whole gallery."""
        size = len(self.parts.gallery)
        gallery = np.arange(size)
        candidates = np.broadcast_to(gallery, (len(self.parts.query), size))
        for row in self._scores(candidates):
            yield -row[None]

    def second_stage(self, first: NDArray[np.floating]) -> Iterator[Singles]:
        """Rows `(1, g)` of distances in which the `TOP` nearest of each query are in new order.

        Args:
            first: `(q, g)` distances of the first stage.
        """
        top = min(TOP, first.shape[1])
        nearest = np.argsort(first, axis=1, kind="stable")[:, :top]
        for row, places, scores in zip(first, nearest, self._scores(nearest), strict=True):
            span = float(scores.max() - scores.min()) or 1.0
            distances = row + BEHIND
            distances[places] = (scores.max() - scores) / span
            yield distances[None].astype(np.float32)

    def _scores(self, candidates: NDArray[np.int64]) -> Singles:
        """Scores `(q, n)` of every query with its candidates, given by their gallery places."""
        queries, count = candidates.shape
        rows = np.repeat(np.arange(queries), count)
        pairs = np.stack([rows, candidates.ravel() + queries], axis=1)
        name = self.scorer.card.name
        task = PairTask(self.scorer, Fitting.for_card(self.request.fit, self.scorer.card), self.key)
        scores, _ = score_pairs(
            task,
            self.parts.records,
            pairs,
            cache=self.cache,
            progress=self.reporter.progress(
                Message("progress-scoring", {"model": name, "mask": None}), "pairs"
            ),
            say=self.reporter.step,
            workers=self.request.decoding_threads,
            scores_of=self.scores_of,
        )
        return scores.reshape(candidates.shape)
