"""Pictures of two different people that are almost one to every model: duplicates, or one person
under two names. As strangers they look like false matches, and move every threshold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from probe.embedding.embed import Embeddings
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.wording import Message, Value

NEAR = 0.999
"""Cosine from which two pictures of different people are almost one (ours, and not measured: high
enough that two people who only look alike stay below with models that work)."""

MOST = 8000
"""Pictures up to which all pairs are looked at; beyond, none are (ours: time grows with the square,
as that of the study itself; `docs/limits.md` says it)."""

_BLOCK = 1024

Pair = tuple[str, str]


@dataclass
class NearStrangers:
    """Gathers, model by model, the pairs of pictures that every model calls almost one.

    Attributes:
        records: the photographs; of rendered people it is known who they are, and they have none.
    """

    records: Sequence[ImageRecord]
    _pairs: dict[Pair, float] | None = field(default=None, init=False)

    def add(self, embeddings: Embeddings) -> None:
        """Take in a model whose vectors tell people apart at all."""
        near = _near_pairs(embeddings, self.records)
        if self._pairs is None:
            self._pairs = near
        else:  # what one model alone cannot tell apart is that model's fault
            both = self._pairs.keys() & near.keys()
            self._pairs = {pair: min(self._pairs[pair], near[pair]) for pair in both}

    def notes(self) -> tuple[Message, ...]:
        """A note that names the nearest pair; empty where there is none."""
        if not self._pairs:
            return ()
        names = {r.image_id: (r.source, r.subject) for r in self.records}
        first, second = max(self._pairs, key=lambda pair: (self._pairs or {})[pair])
        values: dict[str, Value] = {"count": len(self._pairs), "cosine": NEAR}
        for key, image in (("first", first), ("second", second)):
            values |= {key: names[image][0], f"{key}_person": names[image][1]}
        return (Message("note-near-strangers", values),)


def _near_pairs(embeddings: Embeddings, records: Iterable[ImageRecord]) -> dict[Pair, float]:
    """Cosines of the pictures of two people that are almost one, by their ids in order."""
    people = {record.image_id: record.subject for record in records}
    if not 1 < len(people) <= MOST:
        return {}
    ids = list(people)
    numbers = {name: number for number, name in enumerate(dict.fromkeys(people.values()))}
    who = np.array([numbers[people[image]] for image in ids])
    vectors = embeddings.vectors[[embeddings.row[image] for image in ids]]
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    pairs: dict[Pair, float] = {}
    for start in range(0, len(ids), _BLOCK):
        cosines = unit[start : start + _BLOCK] @ unit.T
        apart = who[start : start + _BLOCK, None] != who
        for i, j in zip(*np.nonzero((cosines >= NEAR) & apart), strict=True):
            first, second = int(i) + start, int(j)
            if first < second:
                pairs[ids[first], ids[second]] = float(cosines[i, j])
    return pairs


def photographed(sets: Iterable[ImageSet]) -> tuple[ImageRecord, ...]:
    """The photographs among the records of image sets, each once."""
    records = {
        record.image_id: record
        for images in sets
        if images.source == "photos"
        for record in images.records
    }
    return tuple(records.values())
