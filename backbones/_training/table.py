"""The training table: one typed record a picture, and the columns that samplers look at."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureSourceError
from probe.frames.annotated.frame import AnnotatedFrame
from probe.wording import Message, Value, refusal

Integers = NDArray[np.int64]
Chosen = NDArray[np.bool_]

UNLABELLED = -1
"""Class number of pictures whose person a training must not know."""


@dataclass(frozen=True)
class TrainingRecord:
    """A training picture.

    Attributes:
        path: its file.
        name: its path inside the data set, which is what a digest sees.
        data_set: the set it is from; person and camera numbers mean something within it only.
        person: number within the set.
        camera: number within the set.
        split: part of the set that it is from.
        target: of the domain that is adapted to, so that its person is not known.
        mask: picture file of the person's mask, the same size.
        keypoints: file of its joints (see `keypoints.read_keypoints`).
        styled: files of the same picture in other cameras' styles.
        frame: what is marked in it, where it is a whole frame.
    """

    path: Path
    name: str
    data_set: str
    person: int
    camera: int
    split: str = "train"
    target: bool = False
    mask: Path | None = None
    keypoints: Path | None = None
    styled: tuple[Path, ...] = ()
    frame: AnnotatedFrame | None = None


@dataclass(frozen=True, eq=False)
class TrainingTable:
    """Training pictures in a fixed order.

    Attributes:
        records: one a picture.
        labels: `(n,)` class numbers 0, 1, ... over all sets, each set's people after those of the
            sets before; `UNLABELLED` for pictures of the target.
        cameras: `(n,)` camera numbers 0, 1, ... over all sets, likewise.
        sets: `(n,)` numbers of the data sets 0, 1, ... in the order in which they come.
    """

    records: tuple[TrainingRecord, ...]
    labels: Integers
    cameras: Integers
    sets: Integers

    def __len__(self) -> int:
        return len(self.records)

    @property
    def classes(self) -> int:
        """How many identities are labelled."""
        return int(self.labels.max(initial=UNLABELLED)) + 1

    @property
    def camera_count(self) -> int:
        """How many cameras there are, over all sets."""
        return len(np.unique(self.cameras))

    @property
    def set_names(self) -> list[str]:
        """Names of the data sets, by number."""
        return list(dict.fromkeys(record.data_set for record in self.records))

    @property
    def camera_names(self) -> list[tuple[str, int]]:
        """Data set and number within it of every camera, in the order of `cameras`."""
        names: dict[int, tuple[str, int]] = {}
        for number, record in zip(self.cameras.tolist(), self.records, strict=True):
            names.setdefault(number, (record.data_set, record.camera))
        return [names[number] for number in sorted(names)]

    @cached_property
    def target(self) -> Chosen:
        """`(n,)` whether a picture is of the target domain."""
        return np.array([record.target for record in self.records], np.bool_)

    def only(self, chosen: Chosen) -> TrainingTable:
        """Some of the pictures, with the numbers that they have here."""
        records = tuple(r for r, take in zip(self.records, chosen, strict=True) if take)
        return TrainingTable(records, self.labels[chosen], self.cameras[chosen], self.sets[chosen])

    def digest(self) -> str:
        """Hex sha256 over names and all columns: changes when the data set does."""
        content = hashlib.sha256()
        for record in self.records:
            styled = " ".join(path.name for path in record.styled)
            beside = [path.name if path else "" for path in (record.mask, record.keypoints)]
            columns = (
                record.data_set, record.name, record.person, record.camera, record.split,
                record.target, *beside, styled, *_marked(record.frame),
            )  # fmt: skip
            content.update(("\t".join(map(str, columns)) + "\n").encode())
        return content.hexdigest()


def _marked(frame: AnnotatedFrame | None) -> list[object]:
    """Boxes, classes and crowds of a frame; nothing of a picture that is none."""
    instances = () if frame is None else frame.instances
    return [(one.box, one.kind, one.crowd, one.mask is not None) for one in instances]


def table_of(records: Sequence[TrainingRecord]) -> TrainingTable:
    """The table of records: people and cameras of each set are numbered on from the set before.

    Raises:
        PictureSourceError: there is no record.
    """
    if not records:
        raise refusal(PictureSourceError, Message("train-no-picture"))
    names = list(dict.fromkeys(record.data_set for record in records))
    sets = np.array([names.index(record.data_set) for record in records], np.int64)
    people = np.array([record.person for record in records], np.int64)
    cameras = np.array([record.camera for record in records], np.int64)
    labelled = np.array([not record.target for record in records], np.bool_)
    labels = np.full(len(records), UNLABELLED, np.int64)
    labels[labelled] = _numbered(sets[labelled], people[labelled])
    return TrainingTable(tuple(records), labels, _numbered(sets, cameras), sets)


def share_of_people(table: TrainingTable, share: float, seed: int) -> TrainingTable:
    """All pictures of a share of each set's people, drawn with a seed, at least one person.

    People are drawn in one order: those of a smaller share are among those of a larger one.
    """
    if share >= 1:
        return table
    chosen = np.zeros(len(table), np.bool_)
    people = np.array([record.person for record in table.records], np.int64)
    for number in np.unique(table.sets):
        here = table.sets == number
        order = np.random.default_rng([seed, number]).permutation(np.unique(people[here]))
        chosen |= here & np.isin(people, order[: max(1, round(share * len(order)))])
    return table_of(table.only(chosen).records)


def share_of_pictures(table: TrainingTable, share: float, seed: int) -> TrainingTable:
    """A share of every person's pictures, drawn with a seed, at least one picture."""
    if share >= 1:
        return table
    people = np.array([record.person for record in table.records], np.int64)
    pairs = _numbered(table.sets, people)
    chosen = np.zeros(len(table), np.bool_)
    for number in np.unique(pairs):
        rows = np.flatnonzero(pairs == number)
        order = np.random.default_rng([seed, number]).permutation(rows)
        chosen[order[: max(1, round(share * len(order)))]] = True
    return table_of(table.only(chosen).records)


def counts_by_set(table: TrainingTable) -> list[Message]:
    """A line a data set: its pictures, people and cameras, and how numbers follow on."""
    lines = []
    for number, name in enumerate(table.set_names):
        here = table.sets == number
        cameras = np.unique(table.cameras[here])
        classes = np.unique(table.labels[here & (table.labels != UNLABELLED)])
        values: dict[str, Value] = {
            "name": name,
            "pictures": int(here.sum()),
            "first": int(classes[0]) if len(classes) else None,
            "last": int(classes[-1]) if len(classes) else None,
            "first_camera": int(cameras[0]),
            "last_camera": int(cameras[-1]),
        }
        lines.append(Message("training-set-counts", values))
    return lines


def single_picture_people(labels: Integers) -> int:
    """How many people have one picture only: they have nothing to be matched with."""
    labelled = labels[labels != UNLABELLED]
    return int(np.count_nonzero(np.unique(labelled, return_counts=True)[1] == 1))


def _numbered(sets: Integers, numbers: Integers) -> Integers:
    """Pairs (set, number) counted 0, 1, ... in their sorted order."""
    pairs = np.stack([sets, numbers], axis=1)
    return np.unique(pairs, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int64)
