"""Ranks of a query's hits without sorting the gallery.

AP, INP and CMC need only where the right pictures stand, so the others are counted into the
intervals between them. Equal distances keep the order of the gallery (as a stable sort would).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.retrieval.rules import JUNK, Integers, Labels, Rule

Floats = NDArray[np.float64]
Row = NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Hits:
    """Where the right gallery pictures of one query stand.

    Attributes:
        ranks: `(h,)` ranks from 1, ascending.
        group_hits: `(h,)` hits at the same distance or nearer.
        group_size: `(h,)` gallery pictures at the same distance or nearer.
    """

    ranks: Integers
    group_hits: Integers
    group_size: Integers


@dataclass(frozen=True, eq=False)
class Gallery:
    """A gallery sorted by person, so that a query finds its own pictures at once.

    Attributes:
        labels: of the gallery.
        order: positions sorted by person, ascending within a person.
        people: the distinct persons.
        starts: where each begins in `order`.
        junk: positions of junk pictures.
    """

    labels: Labels
    order: Integers
    people: Integers
    starts: Integers
    junk: Integers

    def of_person(self, person: int) -> Integers:
        """Positions of a person's pictures, ascending."""
        at = int(np.searchsorted(self.people, person))
        if at == len(self.people) or self.people[at] != person:
            return self.order[:0]
        return self.order[self.starts[at] : self.starts[at + 1]]

    def hits_and_removed(self, person: int, camera: int, rule: Rule) -> tuple[Integers, Integers]:
        """Positions that are right answers for a query, and positions left out for it."""
        matches = self.of_person(person)
        if rule.removes == "nothing":
            hits, removed = matches, matches[:0]
        else:
            same = self.labels.cameras[matches] == camera
            hits, removed = matches[~same], matches[same]
        if rule.removes == "same-camera":
            removed = np.flatnonzero(self.labels.cameras == camera)
        if rule.removes_junk:
            removed = np.union1d(removed, self.junk)
            hits = hits[self.labels.people[hits] != JUNK]
        return hits, removed


def gallery_of(gallery: Labels) -> Gallery:
    """Sorts a gallery's labels by person."""
    order = np.argsort(gallery.people, kind="stable")
    people, starts = np.unique(gallery.people[order], return_index=True)
    ends = np.append(starts, len(order)).astype(np.int64)
    return Gallery(gallery, order, people, ends, np.flatnonzero(gallery.people == JUNK))


def rank_hits(row: Row, hits: Integers, removed: Integers) -> Hits:
    """Ranks of the hits among one query's distances.

    Args:
        row: `(g,)` distances; overwritten.
        hits: positions of the right answers, ascending, at least one.
        removed: positions left out.
    """
    order = np.argsort(row[hits], kind="stable")
    places, near = hits[order], row[hits][order]
    # Only wrong answers no farther than the last hit can stand before a hit.
    row[removed] = np.inf
    row[hits] = np.inf
    others = np.flatnonzero(row <= near[-1])
    distances = row[others]
    before = np.searchsorted(near, distances, side="left")
    up_to_ties = np.cumsum(np.bincount(before, minlength=len(near)))
    tied = np.flatnonzero(near[before] == distances)
    # Equal distances keep the order of the gallery: hits further ahead there stand before.
    if tied.size:
        before = before.copy()
        earlier = (near[None, :] == distances[tied, None]) & (places[None, :] < others[tied, None])
        before[tied] += earlier.sum(axis=1)
    ahead = np.cumsum(np.bincount(before, minlength=len(near) + 1))[: len(near)]
    group_hits = np.searchsorted(near, near, side="right")
    return Hits(
        ahead + np.arange(1, len(near) + 1), group_hits, up_to_ties[: len(near)] + group_hits
    )


def average_precision(hits: Hits, rule: Rule) -> float:
    """AP 0..1 of one query under a rule."""
    count = np.arange(1, len(hits.ranks) + 1)
    if rule.precision == "ties":
        return float(np.mean(hits.group_hits / hits.group_size))
    at_hit = count / hits.ranks
    if rule.precision == "hits":
        return float(np.mean(at_hit))
    just_before = np.ones(len(count))
    np.divide(count - 1, hits.ranks - 1, out=just_before, where=hits.ranks > 1)
    return float(np.mean((at_hit + just_before) / 2))


def match_masses(hits: Hits, rule: Rule, length: int) -> Floats:
    """Mass of one query at each rank, `(length,)`, whose running sum is its CMC curve."""
    masses = np.zeros(length)
    if rule.cmc == "all":
        skipping_hits = hits.ranks - np.arange(1, len(hits.ranks) + 1)
        shown = skipping_hits[skipping_hits < length]
        np.add.at(masses, shown, 1.0 / len(hits.ranks))
    elif hits.ranks[0] <= length:
        masses[hits.ranks[0] - 1] = 1.0
    return masses
