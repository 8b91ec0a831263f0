"""Photographs: the files of a folder, told apart by their paths, become an image set."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError, PictureSourceError, ProtocolError
from probe.files.places import is_file
from probe.pictures.crops import Acquired, crop_notes
from probe.pictures.decoding import (
    Box,
    check_shows_something,
    cut,
    decode_picture,
    picture_digest,
    read_bytes,
    share_inside,
)
from probe.pictures.duplicates import (
    Fingerprint,
    fingerprint,
    nearly_same,
    two_people_note,
)
from probe.pictures.image_set import ImageRecord, ImageSet
from probe.pictures.kept_crops import KeptCrops
from probe.pictures.person_groups import groups_of_people
from probe.pictures.photo_folder import PhotoFolder, look_into
from probe.pictures.photo_placing import PlacedFile, check_varying, place_files
from probe.pictures.photo_tables import PhotoTables, read_tables
from probe.pictures.transformed import (
    check_made_differ,
    in_every_level,
    transform_notes,
    transformed,
)
from probe.protocol.model import PhotoSource, Protocol
from probe.runs.manifest import Failure
from probe.stores import CopiedFile
from probe.wording import Message, Value, as_stored, reason_of, refusal

PLAIN_FIELDS = ("subject", "camera", "day", "take", "outfit")

Progress = Callable[[int, int], None]
"""Called with (done, all) pictures."""


@dataclass(frozen=True)
class PhotoFile:
    """A photograph on disk: the origin of an image record.

    Attributes:
        path: the file.
        box: the part of it that is used; None for all of it.
        digest: of its content when it was first read (`picture_digest`); empty: not held against.
        crops: those that are kept from when frames were decoded.
        stored: where it comes from, if it was brought from a store: a machine that has no such
            file fetches its own.
    """

    path: Path
    box: Box | None = None
    digest: str = ""
    crops: KeptCrops | None = field(default=None, compare=False, repr=False)
    stored: CopiedFile | None = field(default=None, compare=False, repr=False)

    def load(self) -> NDArray[np.uint8]:
        """RGB `uint8 (h, w, 3)`, upright, cut to the box.

        Raises:
            PictureError: it can no longer be read, or is another picture than at first: a vector
                must never be kept under the digest of another picture.
            PictureSourceError: it cannot be fetched.
        """
        fetched = None if self.stored is None or is_file(self.path) else self.stored.here()
        data = read_bytes(fetched or self.path)
        if self.digest and picture_digest(data, self.box) != self.digest:
            raise refusal(PictureError, Message("reason-changed"), place=self.path)
        if self.crops is None:
            return decode_picture(data, self.box)
        return self.crops.crop(self.digest, lambda: decode_picture(data, self.box))


def photo_set(
    protocol: Protocol, folder: Path, progress: Progress | None = None, workers: int = 4
) -> ImageSet:
    """The photographs of a folder as the image set of a protocol.

    Every file is read and decoded once; those that cannot be used become failures to acquire. What
    is cut from full frames is kept, so that models and reports need not decode a frame again.

    Args:
        protocol: it must have `photos:`.
        folder: the photo folder; nothing outside it is read.
        progress: told how many files are read.
        workers: threads that read.

    Raises:
        PictureSourceError: no file fits the pattern, an unknown level, a field that should be a
            repeat, a condition without any picture, a stranger who is a subject, a person of two
            groups.
        ProtocolError: the pattern or a table cannot be used; two conditions that transforms make
            alike.
    """
    source = _photo_source(protocol)
    check_made_differ(protocol)
    contents = look_into(folder)
    tables = read_tables(source, contents)
    placed = place_files(protocol, source, contents, tables)
    groups = groups_of_people(protocol, placed)
    check_varying(protocol, source, placed)
    crops = KeptCrops()
    acquired = _read_all(contents, placed, crops, progress, workers)
    records, failures = _sort(protocol, source, contents, placed, acquired, crops)
    records = tuple(replace(record, groups=groups[record.subject]) for record in records)
    records = transformed(protocol, in_every_level(protocol, records))
    knows_outfit = any(file.fields.get("outfit") for file in placed)
    _check_across(source, records)
    notes = (
        *_ignored(contents, placed),
        *_closed(contents),
        *tables.notes,
        *_without_row(protocol, source, tables, placed),
        *crop_notes(acquired),
        *_under_two_people(placed, acquired),
        *_nearly_same(placed, acquired),
        *_repeats(source, records),
        *transform_notes(protocol, records),
    )
    return ImageSet(protocol, "photos", records, failures, _alike(knows_outfit), notes)


def unmatched_pictures(protocol: Protocol, folder: Path) -> list[str]:
    """The picture files of a folder that no pattern of a protocol takes.

    Raises:
        PictureSourceError, ProtocolError: as `photo_set`.
    """
    source = _photo_source(protocol)
    contents = look_into(folder)
    placed = place_files(protocol, source, contents, read_tables(source, contents))
    return _left(contents, placed)


def _photo_source(protocol: Protocol) -> PhotoSource:
    if protocol.photos is None:
        raise refusal(
            ProtocolError,
            Message("pictures-no-pattern", {"protocol": repr(protocol.name)}),
            hint=Message("pictures-add-pattern"),
        )
    return protocol.photos


def _without_row(
    protocol: Protocol,
    source: PhotoSource,
    tables: PhotoTables,
    placed: Sequence[PlacedFile],
) -> tuple[Message, ...]:
    """A note on pictures of which the metadata say nothing; a group is stated once a person."""
    lacking = [file.path for file in placed if file.path not in tables.metadata]
    columns = {name for row in tables.metadata.values() for name in row}
    if not source.metadata or not lacking or columns <= {*protocol.groups}:
        return ()
    counts = {"count": len(lacking), "pictures": len(placed)}
    values: dict[str, Value] = {"table": source.metadata, "first": lacking[0], **counts}
    return (Message("note-pictures-without-row", values),)


def _read_all(
    contents: PhotoFolder,
    placed: Sequence[PlacedFile],
    crops: KeptCrops,
    progress: Progress | None,
    workers: int,
) -> list[Acquired]:
    acquired: list[Acquired] = []
    with ThreadPoolExecutor(max_workers=max(1, workers)) as pool:
        for one in pool.map(lambda file: _acquire(contents.path(file.path), file, crops), placed):
            acquired.append(one)
            if progress:
                progress(len(acquired), len(placed))
    return acquired


def _acquire(path: Path, placed: PlacedFile, crops: KeptCrops) -> Acquired:
    if placed.trouble:
        return Acquired(placed.path, reason=placed.trouble)
    try:
        data = read_bytes(path)
        picture = decode_picture(data)
        crop = picture if placed.box is None else cut(picture, placed.box)
        check_shows_something(crop)
    except PictureError as error:
        return Acquired(placed.path, reason=reason_of(error))
    height, width = crop.shape[:2]
    digest = picture_digest(data, placed.box)
    if placed.box is None:
        return Acquired(placed.path, digest, width, height, shown=fingerprint(crop))
    crops.keep(digest, crop)
    inside = share_inside(placed.box, picture.shape[:2])
    return Acquired(placed.path, digest, width, height, inside, fingerprint(crop))


def _sort(
    protocol: Protocol,
    source: PhotoSource,
    contents: PhotoFolder,
    placed: Sequence[PlacedFile],
    acquired: Sequence[Acquired],
    crops: KeptCrops,
) -> tuple[tuple[ImageRecord, ...], tuple[Failure, ...]]:
    records: list[ImageRecord] = []
    failures: list[Failure] = []
    first: dict[str, PlacedFile] = {}
    for item, look in zip(placed, acquired, strict=True):
        reason = look.reason
        if look.shown and (same := first.get(look.shown.pixels)):
            others = {"picture": same.path, "person": same.subject}
            other = Message("reason-same-picture-of", others)
            alike = Message("reason-same-picture", {"picture": same.path})
            reason = alike if same.subject == item.subject else other
        if reason:
            failures.append(
                Failure(
                    protocol=protocol.name,
                    picture=item.path,
                    condition=item.condition.key,
                    subject=item.subject,
                    reason=as_stored(reason),
                )
            )
            continue
        assert look.shown is not None
        first[look.shown.pixels] = item
        origin = PhotoFile(
            contents.path(item.path), item.box, look.image_id, crops, contents.stored(item.path)
        )
        records.append(_record(protocol, source, origin, item, look))
    return tuple(records), tuple(failures)


def _record(
    protocol: Protocol, source: PhotoSource, origin: PhotoFile, item: PlacedFile, look: Acquired
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
        origin=origin,
        width=look.width,
        height=look.height,
    )


def _alike(knows_outfit: bool) -> Literal["outfit", "unknown"]:
    return "outfit" if knows_outfit else "unknown"


def _closed(contents: PhotoFolder) -> tuple[Message, ...]:
    """Folders that were not looked into: links, and those that may not be read."""
    if not contents.closed:
        return ()
    first, reason = next(iter(contents.closed.items()))
    count = len(contents.closed)
    values: dict[str, Value] = {"first": first, "reason": reason, "count": count, "more": count - 1}
    return (Message("note-closed-folders", values),)


def _under_two_people(
    placed: Sequence[PlacedFile], acquired: Sequence[Acquired]
) -> tuple[Message, ...]:
    """A note on pictures that stand under two people: one of them has another's name."""
    return two_people_note(
        (look.shown.pixels, item.path, item.subject)
        for item, look in zip(placed, acquired, strict=True)
        if look.shown is not None
    )


def _nearly_same(placed: Sequence[PlacedFile], acquired: Sequence[Acquired]) -> tuple[Message, ...]:
    """A note on pictures that show nearly the same, such as a take saved again as JPEG, and one on
    those that do so under two people.
    """
    usable: dict[str, tuple[PlacedFile, Fingerprint]] = {}
    for item, look in zip(placed, acquired, strict=True):
        if look.shown is not None:
            usable.setdefault(look.shown.pixels, (item, look.shown))
    files = [item for item, _ in usable.values()]
    pairs = nearly_same([shown for _, shown in usable.values()])
    mixed = [(i, j) for i, j in pairs if files[i].subject != files[j].subject]
    of_one = [pair for pair in pairs if pair not in mixed]
    notes = []
    if of_one:
        notes.append(Message("note-nearly-same", _told(files, of_one)))
    if mixed:
        notes.append(Message("note-nearly-same-two-people", _told(files, mixed)))
    return tuple(notes)


def _told(files: Sequence[PlacedFile], pairs: Sequence[tuple[int, int]]) -> dict[str, Value]:
    """How many files are in such pairs, and the first pair."""
    first, second = (files[at].path for at in pairs[0])
    count = len({at for pair in pairs for at in pair})
    return {"count": count, "first": first, "second": second}


def _ignored(contents: PhotoFolder, placed: Sequence[PlacedFile]) -> tuple[Message, ...]:
    left = _left(contents, placed)
    if not left:
        return ()
    counts = {"count": len(left), "more": len(left) - 1}
    return (Message("note-ignored-pictures", {"first": left[0], **counts}),)


def _left(contents: PhotoFolder, placed: Sequence[PlacedFile]) -> list[str]:
    used = {file.path for file in placed}
    pictures = sorted({*contents.pictures, *contents.unread_pictures()})
    return [path for path in pictures if path not in used]


def _check_across(source: PhotoSource, records: Sequence[ImageRecord]) -> None:
    """Refuse pictures of which nobody can say whether they may be compared."""
    if source.across is None:
        return
    unknown = [record.source for record in records if not getattr(record, source.across)]
    if unknown:
        raise refusal(
            PictureSourceError,
            Message("pictures-across-unknown", {"across": source.across, "unknown": len(unknown)}),
            place=unknown[0],
            hint=Message("pictures-across-step", {"across": source.across}),
        )


def _repeats(source: PhotoSource, records: Sequence[ImageRecord]) -> tuple[Message, ...]:
    """Repeats that are more than takes make the diagonal the harder comparison; that is said."""
    names = [name for name in source.repeat if name not in ("take", source.across)]
    if not names or not records:
        return ()
    return (Message("note-repeats-vary", {"fields": tuple(names)}),)
