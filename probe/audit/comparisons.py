"""Lists of comparisons: score, and the two people of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.audit.pictures import Album, Shown
from probe.audit.scores import Cosines, Floats, StoredPairs

Integers = NDArray[np.int64]
Entries = dict[tuple[int, int], Floats]
"""Scores of every pair of people, by their numbers."""


@dataclass(frozen=True, eq=False)
class Comparisons:
    """Comparisons of two conditions.

    Attributes:
        scores: `(n,)`.
        first, second: `(n,)` numbers of the people in `Album.people`.
        images: `(n, 2)` ids of the pictures.
        subjects: how many people are subjects: numbers below.
        directed: whether (a, b) and (b, a) are different pairs of people: of strangers at large
            where people in the protocol's clothes meet people in their own.
    """

    scores: Floats
    first: Integers
    second: Integers
    images: NDArray[np.str_]
    subjects: int
    directed: bool

    def __len__(self) -> int:
        return len(self.scores)

    def where(self, chosen: NDArray[np.bool_]) -> Comparisons:
        """Some of them."""
        return Comparisons(
            self.scores[chosen], self.first[chosen], self.second[chosen], self.images[chosen],
            self.subjects, self.directed,
        )  # fmt: skip

    def without(self, person: int) -> Comparisons:
        """Those in which a person does not take part."""
        return self.where((self.first != person) & (self.second != person))

    def by_pair(self) -> Entries:
        """Scores of every pair of people, each pair once unless it has a direction."""
        pairs: dict[tuple[int, int], list[float]] = {}
        for score, a, b in zip(
            self.scores.tolist(), self.first.tolist(), self.second.tolist(), strict=True
        ):
            pairs.setdefault((a, b) if self.directed else (min(a, b), max(a, b)), []).append(score)
        return {pair: np.array(pairs[pair]) for pair in sorted(pairs)}

    def ordered_pairs(self) -> Entries:
        """Scores of every ordered pair (subject, other): two subjects without a direction stand
        there both ways.
        """
        pairs = self.by_pair()
        if self.directed:
            return pairs
        turned = {(b, a): scores for (a, b), scores in pairs.items() if b < self.subjects}
        return {**pairs, **turned}

    def by_subject(self) -> dict[int, Floats]:
        """Mated scores of every subject that has some."""
        return {int(person): self.scores[self.first == person] for person in np.unique(self.first)}


def mated(album: Album, scores: Cosines | StoredPairs, i: int, j: int) -> Comparisons:
    """Comparisons of the same person; within one condition of every two different pictures."""
    left, right = album.of(i, subject=True), album.of(j, subject=True)
    return _listed(album, scores, [(left, right, i == j)], "mated", directed=False)


def strangers(
    album: Album, scores: Cosines | StoredPairs, kind: str, i: int, j: int
) -> Comparisons:
    """Comparisons of different people: `at_large` or dressed `alike`."""
    meetings: list[tuple[list[Shown], list[Shown], bool]] = []
    subjects_meet = kind == "alike" or album.rule != "role"
    if subjects_meet:
        meetings.append((album.of(i, subject=True), album.of(j, subject=True), i == j))
    if kind == "at_large":
        meetings.append((album.of(i, subject=True), album.of(j, subject=False), False))
        if i != j:
            meetings.append((album.of(j, subject=True), album.of(i, subject=False), False))
    directed = kind == "at_large" and album.rule == "role"
    return _listed(album, scores, meetings, kind, directed=directed)


def _listed(
    album: Album,
    scores: Cosines | StoredPairs,
    meetings: list[tuple[list[Shown], list[Shown], bool]],
    kind: str,
    *,
    directed: bool,
) -> Comparisons:
    number = {person: k for k, person in enumerate(album.people)}
    rows = [row for meeting in meetings for row in _meeting(album, scores, *meeting, kind)]
    values = np.array([row[0] for row in rows], np.float64)
    first = np.array([number[row[1].person] for row in rows], np.int64)
    second = np.array([number[row[2].person] for row in rows], np.int64)
    images = np.array([(row[1].image, row[2].image) for row in rows], np.str_).reshape(-1, 2)
    return Comparisons(values, first, second, images, len(album.subjects), directed)


def _meeting(
    album: Album,
    scores: Cosines | StoredPairs,
    left: list[Shown],
    right: list[Shown],
    one_condition: bool,
    kind: str,
) -> Iterator[tuple[float, Shown, Shown]]:
    if not left or not right:
        return
    block = scores.between([x.image for x in left], [y.image for y in right]).tolist()
    for row, x in enumerate(left):
        for column, y in enumerate(right):
            if one_condition and not row < column:  # two pictures of one condition meet once
                continue
            if album.across and x.place and x.place == y.place:
                continue
            if _meant(album.rule, kind, x, y):
                yield block[row][column], x, y


def _meant(rule: str, kind: str, x: Shown, y: Shown) -> bool:
    if kind == "mated":
        return x.person == y.person
    if x.person == y.person:
        return False
    if rule != "outfit":
        return True
    dressed_alike = bool(x.outfit) and x.outfit == y.outfit
    return dressed_alike == (kind == "alike")
