"""Labelled pictures: files, people and cameras of one part of a data set."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError, PictureSourceError
from probe.files.data_path import stays_below
from probe.pictures.decoding import check_shows_something, read_picture
from probe.pictures.duplicates import pixel_digest, two_people_note
from probe.wording import Message, reason_of, refusal

Integers = NDArray[np.int64]

LARGEST_NUMBER = 2**31
"""No person or camera of a list has such a number (ours)."""

JUNK = -1
"""Person number of pictures that show nobody in particular; never loaded."""


@dataclass(frozen=True)
class Broken:
    """A picture that cannot be used, and why."""

    path: str
    reason: Message | str


@dataclass(frozen=True, eq=False)
class LabelledPictures:
    """Pictures with people and cameras, in a fixed order.

    Attributes:
        root: folder the paths are below.
        paths: below `root`, with forward slashes.
        people: `(n,)` person numbers; 0 and numbers no query has are distractors.
        cameras: `(n,)` camera numbers.
    """

    root: Path
    paths: tuple[str, ...]
    people: Integers
    cameras: Integers

    def __post_init__(self) -> None:
        if not len(self.paths) == len(self.people) == len(self.cameras):
            raise PictureSourceError(
                f"{len(self.paths)} pictures, {len(self.people)} people and {len(self.cameras)} "
                "cameras do not belong together",
                place=self.root,
            )
        for array in (self.people, self.cameras):
            array.setflags(write=False)

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def files(self) -> list[Path]:
        """Where the pictures are."""
        return [self.root / path for path in self.paths]

    @property
    def identities(self) -> int:
        """How many different people there are."""
        return len(np.unique(self.people))

    def only(self, chosen: NDArray[np.bool_]) -> LabelledPictures:
        """Some of the pictures."""
        paths = tuple(path for path, take in zip(self.paths, chosen, strict=True) if take)
        return LabelledPictures(self.root, paths, self.people[chosen], self.cameras[chosen])

    def labels(self) -> Integers:
        """People as class numbers 0, 1, ... in the order of their person numbers."""
        return np.unique(self.people, return_inverse=True)[1].astype(np.int64)

    def digest(self) -> str:
        """Hex sha256 over names and labels: changes when the data set does."""
        described = hashlib.sha256()
        for path, person, camera in zip(self.paths, self.people, self.cameras, strict=True):
            described.update(f"{path}\t{person}\t{camera}\n".encode())
        return described.hexdigest()


@dataclass(frozen=True, eq=False)
class ReidData:
    """A data set: its parts, and what must be said about it.

    Attributes:
        name: of the data set.
        train, query, gallery: its parts; empty ones have no pictures.
        notes: what a reader must know, such as counts that differ from the published ones.
        broken: pictures that cannot be used, as far as they have been opened.
    """

    name: str
    train: LabelledPictures
    query: LabelledPictures
    gallery: LabelledPictures
    notes: tuple[Message | str, ...] = ()
    broken: tuple[Broken, ...] = field(default=())


def pictures_of(root: Path, rows: Iterable[tuple[str, int, int]]) -> LabelledPictures:
    """Pictures from rows (path, person, camera), in the order given."""
    listed = list(rows)
    return LabelledPictures(
        root,
        tuple(path for path, _, _ in listed),
        np.array([person for _, person, _ in listed], np.int64),
        np.array([camera for _, _, camera in listed], np.int64),
    )


def listed_pictures(
    root: Path, rows: Iterable[tuple[str, int, int]], place: object
) -> LabelledPictures:
    """Pictures that a list names, as `pictures_of`; lists come from anybody.

    Args:
        root: that the paths are below.
        rows: path, person, camera.
        place: of the list, for messages.

    Raises:
        PictureSourceError: a path leads out of the folder, or a number is none.
    """
    listed = list(rows)
    out = next((path for path, _, _ in listed if not stays_below(path)), None)
    if out is not None:
        raise refusal(
            PictureSourceError,
            Message("pictures-leads-out", {"out": repr(out), "folder": str(root)}),
            place=place,
            hint=Message("pictures-list-below"),
        )
    if any(not -1 <= value < LARGEST_NUMBER for _, *both in listed for value in both):
        raise refusal(
            PictureSourceError,
            Message("pictures-number-out-of-range"),
            place=place,
            hint=Message("step-restore-damaged"),
        )
    return pictures_of(root, listed)


def joined(parts: Sequence[LabelledPictures]) -> LabelledPictures:
    """Several sets as one: numbers are moved apart, so that nobody is two people.

    People and cameras of each set are numbered on from where the set before ended.
    """
    if len(parts) == 1:
        return parts[0]
    rows: list[tuple[str, int, int]] = []
    people = cameras = 0
    for part in parts:
        numbers, seen = part.labels(), np.unique(part.cameras, return_inverse=True)
        files = (str(file.absolute()) for file in part.files)
        rows.extend(
            zip(files, (numbers + people).tolist(), (seen[1] + cameras).tolist(), strict=True)
        )
        people += part.identities
        cameras += len(seen[0])
    return pictures_of(Path(), rows)


@dataclass(frozen=True, eq=False)
class CheckedPictures:
    """Labelled pictures, each decoded once.

    Attributes:
        pictures: those that can be used.
        broken: the others, with the reason.
        notes: on double pictures.
        pixels: digest of the pixels of each that can be used, whatever its file.
    """

    pictures: LabelledPictures
    broken: tuple[Broken, ...]
    notes: tuple[Message, ...]
    pixels: tuple[str, ...]


def check_files(given: LabelledPictures, threads: int = 4) -> CheckedPictures:
    """The pictures that can be decoded, the others with the reason, and notes on double ones.

    Every picture is decoded once: a training must not end in its ninth hour at a cut-off file.
    """
    looks = _looks(given.files, threads)
    rows = zip(looks, given.paths, map(str, given.people), strict=True)
    notes = two_people_note((one.pixels, path, who) for one, path, who in rows if one.pixels)
    pixels = tuple(one.pixels for one in looks if not one.fault)
    if len(pixels) == len(looks):
        return CheckedPictures(given, (), notes, pixels)
    usable = np.array([not one.fault for one in looks], np.bool_)
    pairs = zip(given.paths, looks, strict=True)
    broken = tuple(Broken(path, one.fault) for path, one in pairs if one.fault)
    return CheckedPictures(given.only(usable), broken, notes, pixels)


def pixel_digests(files: Sequence[Path], threads: int = 4) -> list[str]:
    """Digest of the pixels of each picture; empty where it cannot be used."""
    return [one.pixels for one in _looks(files, threads)]


def _looks(files: Sequence[Path], threads: int) -> list[_Look]:
    with ThreadPoolExecutor(max_workers=threads) as pool:
        return list(pool.map(_look, files))


class _Look(NamedTuple):
    """The digest of a picture's pixels, or why it is of no use."""

    pixels: str = ""
    fault: Message | str = ""


LOOKS_KEPT = 100_000
"""Files whose digests a process remembers (ours: of data sets that rows of a matrix share)."""


def _look(file: Path) -> _Look:
    """As the file is now: one that has been looked at and has not changed is not decoded again."""
    try:
        state = file.stat()
    except OSError:
        return _decoded(file)
    return _remembered(file, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=LOOKS_KEPT)
def _remembered(file: Path, _number: int, _size: int, _changed: int) -> _Look:
    return _decoded(file)


def _decoded(file: Path) -> _Look:
    try:
        picture = read_picture(file)
        check_shows_something(picture)
    except PictureError as error:
        return _Look(fault=reason_of(error))
    return _Look(pixel_digest(picture))
