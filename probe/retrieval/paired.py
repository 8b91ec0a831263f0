"""One model against another on the same queries: retrieval figures without each person in turn.

A figure of retrieval depends on a person twice: by that person's queries, and by being a stranger
in everybody else's gallery. Both go when a person is deleted, so that the jackknife over people
speaks about other people, not about other queries of these. Trainings with several seeds are a
group of their own: the interval then speaks about other trainings, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from probe.errors import ComparisonError
from probe.retrieval.figures import cosine_distance_blocks, unit_rows
from probe.retrieval.ranks import Floats, Row, gallery_of
from probe.retrieval.rules import Integers, Labels, rule_named
from probe.statistics.confidence import (
    Interval,
    IntervalAt,
    refused,
    student_interval,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import SUBJECTS, Jackknifed, combined
from probe.wording import Message, refusal

TRAININGS = "trainings"
"""Group of the deletions that remove a training."""

FIGURES = ("mAP", "rank-1", "mINP")
"""The figures that are formed without each person."""


@dataclass(frozen=True, eq=False)
class _Deletions:
    """Figures of every query with nobody and with each person deleted from the gallery.

    Attributes:
        whole: `(q, 3)` figures of `FIGURES`; NaN for a query without a match.
        without: `(q, people, 3)`; NaN where the person deleted is the query's own.
    """

    whole: Floats
    without: Floats

    def statistic(self, figure: int) -> Jackknifed:
        """A mean over the queries, and the same without each person."""
        valid = ~np.isnan(self.whole[:, figure])
        without = np.nanmean(self.without[valid, :, figure], axis=0)
        return Jackknifed(float(self.whole[valid, figure].mean()), {SUBJECTS: without})


def figures_without_people(
    query_vectors: ArrayLike,
    gallery_vectors: ArrayLike,
    query: Labels,
    gallery: Labels,
    rule: str = "market1501",
) -> dict[str, Jackknifed]:
    """mAP, rank-1 and mINP with their values on the data without each person.

    Args:
        query_vectors: `(q, d)`, compared by cosine.
        gallery_vectors: `(g, d)`.
        query: labels of the queries; its distinct people are those that are deleted, in ascending
            order. People of the gallery who have no query stay in it.
        gallery: labels of the gallery.
        rule: a name of `probe.retrieval.RULES` that counts hits one by one: `market1501` or
            `any-camera`.

    Raises:
        ComparisonError: another rule, fewer than two people, or no query of another person left.
    """
    chosen = rule_named(rule)
    if (chosen.precision, chosen.cmc, chosen.removes_junk) != ("hits", "first", False):
        raise refusal(
            ComparisonError,
            Message("retrieval-no-deletion", {"rule": repr(rule)}),
            hint=Message("retrieval-ask-for-rules"),
        )
    people = np.unique(query.people)
    deletions = _Deletions(
        np.full((len(query), len(FIGURES)), np.nan),
        np.full((len(query), len(people), len(FIGURES)), np.nan),
    )
    column = np.searchsorted(people, query.people)
    sorted_gallery, columns, at = gallery_of(gallery), _columns(gallery.people, people), 0
    for block in cosine_distance_blocks(unit_rows(query_vectors), unit_rows(gallery_vectors)):
        for row in block:
            sides = int(query.people[at]), int(query.cameras[at]), chosen
            hits, removed = sorted_gallery.hits_and_removed(*sides)
            if hits.size:
                _fill(deletions, at, row, hits, removed, columns)
                deletions.without[at, column[at]] = np.nan
            at += 1
    _check(deletions.whole, query, people)
    return {name: deletions.statistic(number) for number, name in enumerate(FIGURES)}


def _columns(gallery_people: Integers, people: Integers) -> Integers:
    """Which column of the deletions each gallery picture is of; one past the last for nobody's."""
    at = np.minimum(np.searchsorted(people, gallery_people), len(people) - 1)
    columns: Integers = np.where(people[at] == gallery_people, at, len(people))
    return columns


def _fill(
    deletions: _Deletions, at: int, row: Row, hits: Integers, removed: Integers, columns: Integers
) -> None:
    """Enter the figures of one query with everybody, and without each person."""
    kept = np.ones(len(row), np.bool_)
    kept[removed] = False
    order = np.flatnonzero(kept)[np.argsort(row[kept], kind="stable")]
    ranks = np.flatnonzero(np.isin(order, hits)) + 1
    people = deletions.without.shape[1]
    ahead = _ahead(columns[order[: ranks[-1]]], ranks, people)
    deletions.whole[at] = _figures(ranks[:, None])[0]
    # The query's own person is no stranger: what stands in that column is taken out by the caller.
    ranks_without = np.maximum(ranks[:, None] - ahead, 1)
    deletions.without[at] = _figures(ranks_without)


def _ahead(columns: Integers, ranks: Integers, people: int) -> NDArray[np.int64]:
    """How many pictures of each person stand before each hit, `(hits, people)`."""
    interval = np.searchsorted(ranks, np.arange(1, len(columns) + 1))
    cells = interval * (people + 1) + columns
    counts = np.bincount(cells, minlength=len(ranks) * (people + 1))
    summed: NDArray[np.int64] = np.cumsum(counts.reshape(len(ranks), people + 1), axis=0)
    return summed[:, :people]


def _figures(ranks: NDArray[np.int64]) -> Floats:
    """Figures of a query `(columns, 3)` from the ranks of its hits `(hits, columns)`."""
    number = np.arange(1, len(ranks) + 1)[:, None]
    precision = (number / ranks).mean(axis=0)
    first = (ranks[0] == 1).astype(np.float64)
    return np.stack([precision, first, len(ranks) / ranks[-1]], axis=1)


def _check(whole: Floats, query: Labels, people: Integers) -> None:
    answered = np.unique(query.people[~np.isnan(whole[:, 0])])
    if len(answered) < 2:
        raise refusal(
            ComparisonError,
            Message("retrieval-few-people", {"people": len(people), "answered": len(answered)}),
            hint=Message("retrieval-more-people"),
        )


def trained_difference(first: Sequence[Jackknifed], second: Sequence[Jackknifed]) -> IntervalAt:
    """Interval of second minus first, means over the trainings (seeds) of each.

    A person is deleted from all models at once; with several trainings on both sides, the k-th
    differences are a second group of deletions. With one training on a side the interval speaks
    about people only.

    Args:
        first: a figure of each training of one row, from `figures_without_people`.
        second: the same figure of the other row, on the same data; as many trainings, or one.

    Raises:
        ComparisonError: numbers of trainings, or of people, that do not go together.
    """
    both = training_pairs(first, second)
    differences = [combined(np.subtract, b, a) for a, b in both]
    mean = combined(lambda *values: np.mean(values, axis=0), *differences)
    if min(len(first), len(second)) > 1:
        estimates = np.array([one.estimate for one in differences])
        others = (estimates.sum() - estimates) / (len(estimates) - 1)
        mean = Jackknifed(mean.estimate, {**mean.deleted, TRAININGS: others})
    subjects = len(mean.deleted[SUBJECTS])

    def at(level: float) -> Interval:
        if reason := subjects_refusal(subjects):
            return refused(mean.estimate, reason, subjects, level)
        groups = " and ".join(["people", *([TRAININGS] if TRAININGS in mean.deleted else [])])
        return student_interval(
            mean, f"paired jackknife over {groups}", subjects_note(subjects), level
        )

    return at


def training_pairs(
    first: Sequence[Jackknifed], second: Sequence[Jackknifed]
) -> list[tuple[Jackknifed, Jackknifed]]:
    """Trainings of two rows, one beside the other; a single one stands beside each of the others.

    Raises:
        ComparisonError: see `trained_difference`.
    """
    most = max(len(first), len(second))
    if not min(len(first), len(second)) or {len(first), len(second)} - {1, most}:
        raise refusal(
            ComparisonError,
            Message("retrieval-trainings-unpaired", {"first": len(first), "second": len(second)}),
            hint=Message("retrieval-as-many"),
        )
    people = {len(one.deleted[SUBJECTS]) for one in (*first, *second)}
    if len(people) > 1:
        raise ComparisonError("models are compared person by person, on the same people")
    wide_first = list(first) * (most if len(first) == 1 else 1)
    wide_second = list(second) * (most if len(second) == 1 else 1)
    return list(zip(wide_first, wide_second, strict=True))
