"""CMC, mAP and mINP of queries against a gallery, in blocks of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.retrieval.ranks import (
    Floats,
    Gallery,
    Row,
    average_precision,
    gallery_of,
    match_masses,
    rank_hits,
)
from probe.retrieval.rules import Integers, Labels, Rule, rule_named
from probe.retrieval.single_shot import single_shot_masses
from probe.wording import Message, refusal

BLOCK_BYTES = 64 * 2**20
"""Memory of one block of distances (ours): 64 MiB are 800 queries against 20,000 pictures."""

ROWS_AT_ONCE = 4096
"""Vectors whose lengths are taken together (ours): the squares of all would be as large again."""


@dataclass(frozen=True, eq=False)
class Retrieval:
    """Figures of a retrieval; shares 0..1.

    Attributes:
        rule: the rule's name.
        cmc: `(max_rank,)` share of the queries with a right answer up to each rank, rank 1 first.
        mean_ap: mAP over the queries that have a match.
        mean_inp: mINP, the mean of (hits / rank of the last hit).
        ap: `(q,)` per query; NaN for a dropped query.
        inp: `(q,)` per query; NaN for a dropped query.
        first_rank: `(q,)` rank of the first hit; 0 for a dropped query.
    """

    rule: str
    cmc: Floats
    mean_ap: float
    mean_inp: float
    ap: Floats
    inp: Floats
    first_rank: Integers

    @property
    def queries(self) -> int:
        """How many queries there are, dropped ones included."""
        return len(self.ap)

    @property
    def dropped(self) -> int:
        """Queries without any right answer left in the gallery; they count nowhere."""
        return int(np.count_nonzero(np.isnan(self.ap)))

    @property
    def notice(self) -> Message | None:
        """What must be said aloud beside the figures; None when every query counted."""
        if not self.dropped:
            return None
        return Message("retrieval-left-out", {"count": self.dropped, "queries": self.queries})


def evaluate_distances(
    distances: ArrayLike,
    query: Labels,
    gallery: Labels,
    rule: str = "market1501",
    max_rank: int = 50,
    seed: int = 0,
) -> Retrieval:
    """Figures from a matrix of distances.

    Args:
        distances: `(q, g)`, smaller is nearer; equal ones keep the order of the gallery.
        query: labels of the rows.
        gallery: labels of the columns.
        rule: a name of `probe.retrieval.RULES`.
        max_rank: ranks of the CMC curve; cut to the size of the gallery.
        seed: of the sampled galleries of the `cuhk03` rules.

    Raises:
        ComparisonError: labels that do not fit, a distance that is no number, an unknown rule, or
            no query with a right answer.
    """
    matrix = np.asarray(distances)
    if matrix.ndim != 2 or matrix.dtype.kind not in "fiu":
        raise ComparisonError(f"distances must be a matrix, not an array of shape {matrix.shape}")
    rows = max(1, BLOCK_BYTES // max(1, 8 * matrix.shape[1]))
    kind = matrix.dtype if matrix.dtype.kind == "f" else np.float64
    blocks = (
        np.array(matrix[start : start + rows], dtype=kind)
        for start in range(0, matrix.shape[0], rows)
    )
    return evaluate_blocks(blocks, query, gallery, rule, max_rank, seed)


def evaluate_vectors(
    query_vectors: ArrayLike,
    gallery_vectors: ArrayLike,
    query: Labels,
    gallery: Labels,
    rule: str = "market1501",
    max_rank: int = 50,
    seed: int = 0,
) -> Retrieval:
    """Figures from feature vectors, compared by cosine, in bounded memory.

    Args:
        query_vectors: `(q, d)`, any length but zero.
        gallery_vectors: `(g, d)`.
        query: labels of the queries.
        gallery: labels of the gallery.
        rule: a name of `probe.retrieval.RULES`.
        max_rank: ranks of the CMC curve.
        seed: of the sampled galleries of the `cuhk03` rules.

    Raises:
        ComparisonError: as `evaluate_distances`, or a vector that is zero or not finite.
    """
    blocks = cosine_distance_blocks(unit_rows(query_vectors), unit_rows(gallery_vectors))
    return evaluate_blocks(blocks, query, gallery, rule, max_rank, seed)


def evaluate_blocks(
    blocks: Iterable[NDArray[np.floating]],
    query: Labels,
    gallery: Labels,
    rule: str = "market1501",
    max_rank: int = 50,
    seed: int = 0,
) -> Retrieval:
    """Figures from blocks of rows of a distance matrix, in the order of the queries.

    Args:
        blocks: arrays `(rows, g)`, which are overwritten.
        query: labels of all queries.
        gallery: labels of the gallery.
        rule: a name of `probe.retrieval.RULES`.
        max_rank: ranks of the CMC curve.
        seed: of the sampled galleries of the `cuhk03` rules.

    Raises:
        ComparisonError: as `evaluate_distances`.
    """
    if max_rank < 1:
        raise ComparisonError(f"a CMC curve needs at least one rank, not {max_rank}")
    chosen, people = rule_named(rule), gallery_of(gallery)
    tally = _Tally(len(query), min(max_rank, len(gallery)), np.random.RandomState(seed))
    done = 0
    for block in blocks:
        _check_block(block, done, query, gallery)
        for row in block:
            tally.add(done, row, int(query.people[done]), int(query.cameras[done]), people, chosen)
            done += 1
    if done != len(query):
        raise ComparisonError(f"there are distances for {done} queries and labels for {len(query)}")
    return tally.result(chosen, query, gallery)


def unit_rows(vectors: ArrayLike) -> NDArray[np.float32]:
    """Vectors `(n, d)` scaled to length 1, float32.

    Raises:
        ComparisonError: a vector that is zero or not finite; the message says which.
    """
    given = np.asarray(vectors, np.float32)
    if given.ndim != 2:
        raise ComparisonError(f"vectors must be a matrix, not an array of shape {given.shape}")
    lengths = np.empty((len(given), 1), np.float32)
    for start in range(0, len(given), ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        lengths[rows] = np.linalg.norm(given[rows], axis=1, keepdims=True)
    bad = np.flatnonzero(~((lengths[:, 0] > 0) & np.isfinite(lengths[:, 0])))
    if bad.size:
        raise refusal(
            ComparisonError,
            Message(
                "retrieval-vectors-unusable",
                {"bad": int(bad.size), "given": len(given), "first": int(bad[0])},
            ),
            hint=Message("retrieval-look-at-picture"),
        )
    scaled: NDArray[np.float32] = given / lengths
    return scaled


def cosine_distance_blocks(
    query: NDArray[np.float32], gallery: NDArray[np.float32], block_bytes: int = BLOCK_BYTES
) -> Iterator[NDArray[np.float32]]:
    """Blocks `(rows, g)` of 1 - cosine between unit vectors, each within `block_bytes`."""
    rows = max(1, block_bytes // max(1, 4 * len(gallery)))
    for start in range(0, len(query), rows):
        block = query[start : start + rows] @ gallery.T
        yield np.subtract(np.float32(1), block, out=block)


def euclidean_distance_blocks(
    query: NDArray[np.float32], gallery: NDArray[np.float32], block_bytes: int = BLOCK_BYTES
) -> Iterator[NDArray[np.float64]]:
    """Blocks `(rows, g)` of squared Euclidean distances between vectors as they are (FD-GAN, HHL).

    Sums are formed in float64: in float32 the difference of large squares would put neighbours in
    another order.
    """
    rows = max(1, block_bytes // max(1, 8 * len(gallery)))
    sides = np.asarray(query, np.float64), np.asarray(gallery, np.float64)
    squares = [np.einsum("nd,nd->n", side, side) for side in sides]
    for start in range(0, len(query), rows):
        part = slice(start, start + rows)
        products = sides[0][part] @ sides[1].T
        yield np.maximum(squares[0][part, None] + squares[1] - 2 * products, 0)


class _Tally:
    """Figures of the queries seen so far."""

    def __init__(self, queries: int, length: int, generator: np.random.RandomState) -> None:
        self.ap = np.full(queries, np.nan)
        self.inp = np.full(queries, np.nan)
        self.first = np.zeros(queries, np.int64)
        self.masses = np.zeros(length)
        self.generator = generator

    def add(
        self, at: int, row: Row, person: int, camera: int, gallery: Gallery, rule: Rule
    ) -> None:
        hits, removed = gallery.hits_and_removed(person, camera, rule)
        if not hits.size:
            return
        length = len(self.masses)
        if rule.cmc == "single-shot":
            people = gallery.labels.people
            self.masses += single_shot_masses(
                row, removed, people, person, rule.repeats, length, self.generator
            )
        ranked = rank_hits(row, hits, removed)
        if rule.cmc != "single-shot":
            self.masses += match_masses(ranked, rule, length)
        self.ap[at] = average_precision(ranked, rule)
        self.inp[at] = len(ranked.ranks) / ranked.ranks[-1]
        self.first[at] = ranked.ranks[0]

    def result(self, rule: Rule, query: Labels, gallery: Labels) -> Retrieval:
        valid = ~np.isnan(self.ap)
        if not valid.any():
            raise _no_right_answer(rule, query, gallery)
        cmc = np.cumsum(self.masses) / np.count_nonzero(valid)
        mean_ap, mean_inp = float(self.ap[valid].mean()), float(self.inp[valid].mean())
        return Retrieval(rule.name, cmc, mean_ap, mean_inp, self.ap, self.inp, self.first)


def _check_block(block: NDArray[np.floating], done: int, query: Labels, gallery: Labels) -> None:
    if block.ndim != 2 or block.shape[1] != len(gallery) or done + len(block) > len(query):
        raise ComparisonError(
            f"distances of shape {block.shape} after row {done} do not fit "
            f"{len(query)} queries and {len(gallery)} gallery pictures"
        )
    if not np.isfinite(block).all():
        row = done + int(np.flatnonzero(~np.isfinite(block).all(axis=1))[0])
        raise ComparisonError(f"a distance of query {row} is not a finite number")


def check_right_answers(query: Labels, gallery: Labels, rule: Rule) -> None:
    """Refuse labels under which nothing can be found, before anything is trained or embedded.

    Args:
        query: labels of all queries.
        gallery: labels of the gallery.
        rule: under which a gallery picture counts as a right answer.

    Raises:
        ComparisonError: no query has a right answer; the message says why.
    """
    people = gallery_of(gallery)
    asked = set(zip(query.people.tolist(), query.cameras.tolist(), strict=True))
    if not any(people.hits_and_removed(*place, rule)[0].size for place in asked):
        raise _no_right_answer(rule, query, gallery)


def _no_right_answer(rule: Rule, query: Labels, gallery: Labels) -> ComparisonError:
    cameras = np.union1d(query.cameras, gallery.cameras)
    if not np.isin(query.people, gallery.people).any():
        return refusal(
            ComparisonError,
            Message("retrieval-nobody-in-gallery"),
            hint=Message("retrieval-check-numbers"),
        )
    if len(cameras) == 1:
        return refusal(
            ComparisonError,
            Message("retrieval-one-camera", {"camera": str(cameras[0]), "rule": repr(rule.name)}),
            hint=Message("retrieval-name-cameras"),
        )
    return refusal(
        ComparisonError,
        Message("retrieval-no-right-answer", {"rule": repr(rule.name)}),
        hint=Message("retrieval-each-query"),
    )
