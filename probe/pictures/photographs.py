"""Photographs: the files of a folder, told apart by their paths, become an image set."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError, PictureSourceError, ProtocolError, nearest
from probe.pictures.decoding import (
    SUFFIXES,
    Box,
    decode_picture,
    picture_digest,
    read_bytes,
    read_picture,
)
from probe.pictures.image_set import ImageRecord, ImageSet, Role
from probe.pictures.photo_pattern import PathPattern
from probe.pictures.photo_tables import read_boxes, read_metadata
from probe.protocol.model import Condition, Factor, PhotoSource, Protocol, as_key
from probe.runs.manifest import Failure

PLAIN_FIELDS = ("subject", "camera", "day", "take", "outfit")

Progress = Callable[[int, int], None]
"""Called with (done, all) pictures."""


@dataclass(frozen=True)
class PhotoFile:
    """A photograph on disk: the origin of an image record."""

    path: Path
    box: Box | None = None

    def load(self) -> NDArray[np.uint8]:
        """RGB `uint8 (h, w, 3)`, upright, cut to the box.

        Raises:
            PictureError: it can no longer be read.
        """
        return read_picture(self.path, self.box)


@dataclass(frozen=True)
class _Placed:
    """A file with its place in the protocol."""

    path: str
    role: Role
    condition: Condition
    fields: Mapping[str, str]
    box: Box | None
    trouble: str = ""

    @property
    def subject(self) -> str:
        return self.fields.get("subject", "person")


@dataclass(frozen=True)
class _Seen:
    """What reading a file told: its digest and size, or why it is of no use."""

    image_id: str = ""
    width: int = 0
    height: int = 0
    reason: str = ""


def photo_set(
    protocol: Protocol, folder: Path, progress: Progress | None = None, workers: int = 4
) -> ImageSet:
    """The photographs of a folder as the image set of a protocol.

    Every file is read and decoded once; those that cannot be used become failures to acquire.

    Args:
        protocol: it must have `photos:`.
        folder: the photo folder; nothing outside it is read.
        progress: told how many files are read.
        workers: threads that read.

    Raises:
        PictureSourceError: no file fits the pattern, an unknown level, a field that should be a
            repeat, a condition without any picture, a stranger who is a subject.
        ProtocolError: the pattern or a table cannot be used.
    """
    source = protocol.photos
    if source is None:
        raise ProtocolError(
            f"protocol {protocol.name!r} has no photos: pattern",
            hint="add photos: {pattern: ...}, or let `probe init FOLDER` propose a protocol",
        )
    files = list_files(folder)
    placed = _place_all(protocol, source, folder, files)
    _check_varying(protocol, source, placed)
    seen = _read_all(folder, placed, progress, workers)
    records, failures = _sort(protocol, source, folder, placed, seen)
    knows_outfit = any(each.fields.get("outfit") for each in placed)
    _check_across(source, records)
    notes = (*_ignored(files, placed), *_repeats(source, records))
    return ImageSet(protocol, "photos", records, failures, _alike(knows_outfit), notes)


def list_files(folder: Path) -> list[str]:
    """Paths of all files below a folder, sorted, parts joined by `/`; hidden ones left out.

    Raises:
        PictureSourceError: no folder.
    """
    if not folder.is_dir():
        wrong = "this is a file, not a folder" if folder.exists() else "there is no such folder"
        raise PictureSourceError(wrong, place=folder, hint="name the folder of the photographs")
    inside = folder.resolve()
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.resolve().is_relative_to(inside)
    )


def _place_all(
    protocol: Protocol, source: PhotoSource, folder: Path, files: Sequence[str]
) -> list[_Placed]:
    boxes = read_boxes(folder / source.boxes) if source.boxes else None
    extra = read_metadata(folder / source.metadata) if source.metadata else {}
    patterns: list[tuple[Role, str]] = [("subject", source.pattern)]
    if source.strangers:
        patterns.append(("stranger", source.strangers))
    placed: list[_Placed] = []
    taken: set[str] = set()
    for role, text in patterns:
        pattern = PathPattern.parse(text)
        found = [(path, pattern.match(path)) for path in files if path not in taken]
        for path, fields in found:
            if fields is None or Path(path).suffix.lower() not in SUFFIXES:
                continue
            known = {**fields, **extra.get(path, {})}
            condition = _condition(protocol, source, known, role, path)
            if condition is None:
                continue
            taken.add(path)
            box = boxes.get(path) if boxes else None
            trouble = f"no box in {source.boxes}" if boxes is not None and box is None else ""
            placed.append(_Placed(path, role, condition, known, box, trouble))
        if role == "subject" and not placed:
            raise _no_match(folder, text, files)
    _check_strangers(placed)
    return placed


def _condition(
    protocol: Protocol, source: PhotoSource, fields: Mapping[str, str], role: Role, path: str
) -> Condition | None:
    """The condition a file's fields name; None when the protocol leaves this level out."""
    keys: list[str] = []
    for axis in protocol.axes:
        written, field = _written(protocol, axis, fields)
        if written is None:
            if axis is not protocol.series and role == "subject":
                raise ProtocolError(
                    f"the pattern has no {{{field}}}: nothing says the level",
                    place=f"protocol {protocol.name}, photos.pattern",
                    hint=f"write {{{field}}} where the path says the {axis.name}",
                )
            keys.append(axis.standard_key)
            continue
        key = _level_key(axis, written, source, field, path)
        if key is None:
            return None
        keys.append(key)
    series = keys.pop() if protocol.series else ""
    levels = tuple(keys)
    return next(c for c in protocol.conditions if c.levels == levels and c.series == series)


def _written(protocol: Protocol, axis: Factor, fields: Mapping[str, str]) -> tuple[str | None, str]:
    general = "series" if axis is protocol.series else "level"
    allowed = general == "series" or len(protocol.factors) == 1
    for name in (axis.name, general) if allowed else (axis.name,):
        if name in fields:
            return fields[name], name
    return None, general if allowed else axis.name


def _level_key(
    axis: Factor, written: str, source: PhotoSource, field: str, path: str
) -> str | None:
    mapping = source.values.get(field) or source.values.get(axis.name) or {}
    if written in mapping:
        value = mapping[written]
        if value is None:
            return None
        key = as_key(value)
    else:
        key = _plain_key(axis, written)
    if key in {level.key for level in axis.levels}:
        return key
    raise PictureSourceError(
        f"{written!r} is no level of {axis.name!r}",
        place=path,
        hint=nearest(written, [level.key for level in axis.levels])
        + f"; or say what it means under photos.values.{field} (null leaves these pictures out)",
    )


def _plain_key(axis: Factor, written: str) -> str:
    """`045` and `45.0` mean the level 45 of a factor with numbers."""
    try:
        number = float(written)
    except ValueError:
        return written
    same = [
        level.key
        for level in axis.levels
        if isinstance(level.value, int | float) and float(level.value) == number
    ]
    return same[0] if same else written


def _check_strangers(placed: Iterable[_Placed]) -> None:
    roles: dict[str, set[str]] = defaultdict(set)
    for each in placed:
        roles[each.subject].add(each.role)
    both = sorted(subject for subject, found in roles.items() if len(found) == 2)
    if both:
        raise PictureSourceError(
            f"{both[0]!r} is a subject and a stranger ({len(both)} such people)",
            place="photos.strangers",
            hint="a stranger must be somebody else: give different people different names, or "
            "take the subjects' pictures out of the strangers' folder",
        )


def _check_varying(protocol: Protocol, source: PhotoSource, placed: Iterable[_Placed]) -> None:
    """Refuse a condition whose pictures differ in a field that nobody declared a repeat."""
    axes = {axis.name for axis in protocol.axes} | {"level", "series", "subject", "take"}
    values: dict[tuple[str, int, str], dict[str, str]] = defaultdict(dict)
    for each in placed:
        if each.role == "stranger":
            continue
        for name, value in each.fields.items():
            if name in axes or name in source.repeat:
                continue
            known = values[each.subject, each.condition.index, name]
            known.setdefault(value, each.path)
            if len(known) > 1:
                first, second = list(known.values())[:2]
                raise PictureSourceError(
                    f"pictures of one condition differ in {{{name}}}: {first} and {second}",
                    place=f"protocol {protocol.name}, condition {each.condition.key}",
                    hint=f"declare it a repeat (photos: repeat: [{name}]) or make it a factor",
                )


def _read_all(
    folder: Path, placed: Sequence[_Placed], progress: Progress | None, workers: int
) -> list[_Seen]:
    seen: list[_Seen] = []
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        for each in pool.map(lambda item: _look(folder, item), placed):
            seen.append(each)
            if progress:
                progress(len(seen), len(placed))
    return seen


def _look(folder: Path, placed: _Placed) -> _Seen:
    if placed.trouble:
        return _Seen(reason=placed.trouble)
    try:
        data = read_bytes(folder / placed.path)
        height, width = decode_picture(data, placed.box).shape[:2]
    except PictureError as error:
        return _Seen(reason=error.message)
    return _Seen(picture_digest(data, placed.box), width, height)


def _sort(
    protocol: Protocol,
    source: PhotoSource,
    folder: Path,
    placed: Sequence[_Placed],
    seen: Sequence[_Seen],
) -> tuple[tuple[ImageRecord, ...], tuple[Failure, ...]]:
    records: list[ImageRecord] = []
    failures: list[Failure] = []
    first: dict[str, str] = {}
    for item, look in zip(placed, seen, strict=True):
        reason = look.reason
        if not reason and look.image_id in first:
            reason = f"the same picture as {first[look.image_id]}"
        if reason:
            failures.append(
                Failure(
                    protocol=protocol.name,
                    picture=item.path,
                    condition=item.condition.key,
                    subject=item.subject,
                    reason=reason,
                )
            )
            continue
        first[look.image_id] = item.path
        records.append(_record(protocol, source, folder, item, look))
    return tuple(records), tuple(failures)


def _record(
    protocol: Protocol, source: PhotoSource, folder: Path, item: _Placed, look: _Seen
) -> ImageRecord:
    plain = {name: item.fields.get(name, "") for name in PLAIN_FIELDS}
    repeats = [item.fields[name] for name in source.repeat if item.fields.get(name)]
    take = "/".join([part for part in [plain["take"]] if part] + repeats)
    return ImageRecord(
        image_id=look.image_id,
        protocol=protocol.name,
        subject=item.subject,
        role=item.role,
        condition=item.condition.index,
        outfit=plain["outfit"],
        camera=plain["camera"],
        day=plain["day"],
        take=take or hashlib.sha256(item.path.encode()).hexdigest()[:8],
        source=item.path,
        origin=PhotoFile(folder / item.path, item.box),
        width=look.width,
        height=look.height,
    )


def _alike(knows_outfit: bool) -> Literal["outfit", "unknown"]:
    return "outfit" if knows_outfit else "unknown"


def _ignored(files: Sequence[str], placed: Sequence[_Placed]) -> tuple[str, ...]:
    used = {each.path for each in placed}
    left = [p for p in files if p not in used and Path(p).suffix.lower() in SUFFIXES]
    if not left:
        return ()
    shown = f"{left[0]}" + (f" and {len(left) - 1} more" if len(left) > 1 else "")
    return (f"{len(left)} picture files of the folder are not part of the protocol: {shown}",)


def _check_across(source: PhotoSource, records: Sequence[ImageRecord]) -> None:
    """Refuse pictures of which nobody can say whether they may be compared."""
    if source.across is None:
        return
    unknown = [record.source for record in records if not getattr(record, source.across)]
    if unknown:
        raise PictureSourceError(
            f"photos.across: {source.across}, which is not known of {len(unknown)} pictures",
            place=unknown[0],
            hint=f"put {{{source.across}}} into photos.pattern, or a column into the metadata",
        )


def _repeats(source: PhotoSource, records: Sequence[ImageRecord]) -> tuple[str, ...]:
    """Repeats that are more than takes make the diagonal the harder comparison; that is said."""
    names = [name for name in source.repeat if name not in ("take", source.across)]
    if not names or not records:
        return ()
    told = " and ".join(names)
    return (
        f"repeated pictures of a condition differ in {told}: two pictures of a person in one "
        "condition always differ in it, those in two conditions, and those of strangers, only "
        "partly. The diagonal can be lower for it, and more is missed there than with a threshold "
        f"set on strangers who always differ in {told} too",
    )


def _no_match(folder: Path, pattern: str, files: Sequence[str]) -> PictureSourceError:
    pictures = [path for path in files if Path(path).suffix.lower() in SUFFIXES]
    if not pictures:
        return PictureSourceError(
            "the folder holds no picture", place=folder, hint="name the photo folder with --photos"
        )
    return PictureSourceError(
        f"none of {len(pictures)} picture files fits the pattern {pattern!r}; "
        f"the first is {pictures[0]!r}",
        place=folder,
        hint="mend photos.pattern in the protocol, or let `probe init FOLDER` propose one",
    )
