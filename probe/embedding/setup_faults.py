"""A finished table of vectors looked at: is the model set up at all? What is said then, and where.

A fault of the set-up must not be told as a weakness of the model. What is found is kept among the
notes of the backbone (ids that begin with `setup-`), and the headline speaks of it first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from probe.embedding.embed import Embeddings
from probe.pictures.image_set import ImageRecord
from probe.runs.manifest import BackboneEntry
from probe.wording import Message, stored_message

PREFIX = "setup-"
"""How the ids of these messages begin."""

ALIKE = 0.98
"""Mean cosine of different people above which the vectors say next to nothing of the picture (ours:
networks that work are far below; freshly drawn ones and wrong normalisations lie above)."""

SAME = 1 - 1e-6
"""Mean cosine from which all vectors are one: float32 holds no difference."""

LENGTHS = (1e-6, 1e6)
"""Lengths of vectors outside which numbers ran away or vanished (ours)."""

FEWEST = 2
"""People below which nothing can be said of different people."""


def vector_faults(embeddings: Embeddings, records: Iterable[ImageRecord]) -> tuple[Message, ...]:
    """What is wrong with a table of vectors as a whole; empty where it looks sound.

    Args:
        embeddings: of the pictures.
        records: the pictures: who is on them, and in which role.
    """
    records = list(records)
    rows = sorted({embeddings.row[record.image_id] for record in records})
    places = {row: place for place, row in enumerate(rows)}
    exact = embeddings.vectors[rows].astype(np.float64)
    lengths = np.linalg.norm(exact, axis=1)
    faults: list[Message] = []
    least, most = float(lengths.min(initial=1.0)), float(lengths.max(initial=1.0))
    if least < LENGTHS[0] or most > LENGTHS[1]:
        faults.append(Message("setup-lengths", {"least": least, "most": most}))
    row = {record.image_id: places[embeddings.row[record.image_id]] for record in records}
    cosine = _different_people(exact / lengths[:, None], row, records)
    if cosine is not None and cosine >= SAME:
        faults.append(Message("setup-vectors-equal"))
    elif cosine is not None and cosine > ALIKE:
        faults.append(Message("setup-vectors-alike", {"cosine": cosine}))
    return tuple(faults)


def is_setup_fault(note: Message | str) -> bool:
    """Whether a note that a model declares is a fault of its set-up."""
    return isinstance(note, Message) and note.id.startswith(PREFIX)


def spread(records: Sequence[ImageRecord], most: int) -> Sequence[ImageRecord]:
    """At most so many records, evenly spread over all of them."""
    return records[:: -(-len(records) // most)] if len(records) > most else records


def setup_fault(notes: Sequence[str]) -> Message | None:
    """The first fault of the set-up among the stored notes of a backbone; None without one."""
    for note in notes:
        message = stored_message(note)
        if isinstance(message, Message) and is_setup_fault(message):
            return message
    return None


def setup_faults(backbones: Iterable[BackboneEntry]) -> dict[str, Message]:
    """By name, the first fault of the set-up of each backbone of a run that has one."""
    faults = {entry.name: setup_fault(entry.notes) for entry in backbones}
    return {name: fault for name, fault in faults.items() if fault is not None}


def _different_people(
    unit: NDArray[np.float64], row: Mapping[str, int], records: Sequence[ImageRecord]
) -> float | None:
    """Mean cosine of pictures of different people; of a person's protocol pictures against the
    others' pictures as strangers, where there are such. None for too few people.
    """
    rows: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for record in records:
        rows[record.role][record.subject].add(row[record.image_id])
    second = rows["stranger"] or rows["subject"]
    if len(rows["subject"].keys() | second.keys()) < FEWEST:
        return None
    sums = {person: unit[sorted(at)].sum(axis=0) for person, at in second.items()}
    counts = {person: len(at) for person, at in second.items()}
    whole, everybody = sum(sums.values()), sum(counts.values())
    total, pairs = 0.0, 0
    for person, at in rows["subject"].items():
        others = whole - sums.get(person, 0.0)
        total += float(unit[sorted(at)].sum(axis=0) @ others)
        pairs += len(at) * (everybody - counts.get(person, 0))
    return total / pairs if pairs else None
