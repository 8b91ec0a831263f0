"""Scores between people's pictures under a remedy: templates, mirror images, normalisation."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a comparison.

    Attributes:
        vectors: `(n, d)`, of length 1.
        people: `(n,)`, number of the person.
        ids: `(n,)`, of shots; a picture is never compared with itself, nor with one that was made
            from the same shot.
        other: `(n, d)` of mirror images, where the better of both is to count; None otherwise.
        mirror_free: whether a picture and its mirror image have the same vector.
    """

    vectors: Floats
    people: Numbers
    ids: NDArray[np.str_]
    other: Floats | None = None
    mirror_free: bool = False


@dataclass(frozen=True, eq=False)
class Scoring:
    """How two sides are scored.

    Attributes:
        gallery_views: pictures of a person that are averaged on the right side; 1 for none.
        cohort: strangers whose scores normalise the others; None for plain cosines. The two people
            who are compared are left out of it.
    """

    gallery_views: int = 1
    cohort: Side | None = None


@dataclass(frozen=True, eq=False)
class Scored:
    """Scores by pair of people: (left, right, scores)."""

    blocks: tuple[tuple[int, int, Floats], ...]

    def of_subjects(self, subjects: int) -> list[Floats]:
        """Scores of each subject with himself."""
        mated = {left: scores for left, right, scores in self.blocks if left == right}
        return [mated.get(person, np.empty(0)) for person in range(subjects)]

    def pair_means(self, subjects: int, people: int) -> Floats:
        """`(subjects, people)`: mean score of different people; NaN where not compared."""
        means = np.full((subjects, people), np.nan)
        for left, right, scores in self.blocks:
            if left != right and left < subjects:
                means[left, right] = scores.mean()
        return means

    def strangers(self) -> tuple[Floats, Numbers, Numbers]:
        """Scores of different people, and who they are."""
        apart = [block for block in self.blocks if block[0] != block[1]]
        if not apart:
            return np.empty(0), np.empty(0, np.int64), np.empty(0, np.int64)
        sizes = [len(scores) for _, _, scores in apart]
        return (
            np.concatenate([scores for _, _, scores in apart]),
            np.repeat(np.array([left for left, _, _ in apart]), sizes),
            np.repeat(np.array([right for _, right, _ in apart]), sizes),
        )

    def passing(self, threshold: float) -> float:
        """Share of comparisons of different people above a threshold, 0..1; NaN without any.

        Every ordered pair of people weighs the same.
        """
        apart = (scores for left, right, scores in self.blocks if left != right)
        shares = [float((scores > threshold).mean()) for scores in apart]
        return float(np.mean(shares)) if shares else float("nan")

    @property
    def directions(self) -> int:
        """2 when each pair of people was compared in both roles, else 1."""
        pairs = {(left, right) for left, right, _ in self.blocks if left != right}
        return 2 if pairs and all((right, left) in pairs for left, right in pairs) else 1


def score_all(left: Side, right: Side, scoring: Scoring) -> Scored:
    """Scores of every person of the left with every person of the right."""
    blocks = []
    for person in np.unique(left.people):
        rows = np.flatnonzero(left.people == person)
        for other in np.unique(right.people):
            columns = np.flatnonzero(right.people == other)
            scores = _block(left, right, (rows, columns), scoring)
            if scores.size:
                blocks.append((int(person), int(other), scores))
    return Scored(tuple(blocks))


def _block(
    left: Side, right: Side, at: tuple[NDArray[np.intp], NDArray[np.intp]], scoring: Scoring
) -> Floats:
    rows, columns = at
    cohort = _cohort(scoring, int(left.people[rows[0]]), int(right.people[columns[0]]))
    scores = []
    for row in rows:
        views = columns[right.ids[columns] != left.ids[row]]
        gallery = right.vectors[views]
        if scoring.gallery_views > 1 and len(views):
            mean = gallery[: scoring.gallery_views].mean(0, keepdims=True)
            gallery = mean / max(float(np.linalg.norm(mean)), 1e-12)
        queries = (
            [left.vectors[row]] if left.other is None else [left.vectors[row], left.other[row]]
        )
        scores.append(np.max([_scores(query, gallery, cohort) for query in queries], axis=0))
    return np.concatenate(scores) if scores else np.empty(0)


def _cohort(scoring: Scoring, first: int, second: int) -> Floats | None:
    if scoring.cohort is None:
        return None
    people = scoring.cohort.people
    kept: Floats = scoring.cohort.vectors[(people != first) & (people != second)]
    return kept


def _scores(query: Floats, gallery: Floats, cohort: Floats | None) -> Floats:
    """Cosines, or their mean distance from strangers' in standard deviations.

    That is s-norm: Kenny, Bayesian speaker verification with heavy-tailed priors, Odyssey 2010.
    """
    cosines: Floats = gallery @ query
    if cohort is None:
        return cosines
    of_query, of_gallery = cohort @ query, gallery @ cohort.T
    by_query = (cosines - of_query.mean()) / max(float(of_query.std()), 1e-9)
    by_gallery = (cosines - of_gallery.mean(1)) / np.maximum(of_gallery.std(1), 1e-9)
    return np.asarray((by_query + by_gallery) / 2)
