"""Query and gallery of a data set as records, without the pictures that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from probe.contracts import Reporter
from probe.errors import PictureError, PictureSourceError
from probe.pictures.data_sets import compared_with_training, read_data
from probe.pictures.decoding import (
    check_shows_something,
    decode_picture,
    picture_digest,
    read_bytes,
)
from probe.pictures.duplicates import fingerprint, two_people_note
from probe.pictures.image_set import ImageRecord
from probe.pictures.labelled import Broken, LabelledPictures, ReidData
from probe.pictures.photographs import PhotoFile
from probe.retrieval.rules import Labels, labels
from probe.stores import copy_of
from probe.wording import Message, reason_of, refusal


@dataclass(frozen=True, eq=False)
class Side:
    """The pictures of the query or of the gallery.

    Attributes:
        records: `n` pictures that can be read.
        labels: who and which camera, `(n,)` each, in the same order.
        pixels: digest of each picture's pixels, whatever the file.
    """

    records: tuple[ImageRecord, ...]
    labels: Labels
    pixels: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.records)


@dataclass(frozen=True, eq=False)
class RetrievalParts:
    """A data set as it is evaluated.

    Attributes:
        data: the data set without the pictures that cannot be read; they stand in its `broken`.
        query, gallery: its two sides.
    """

    data: ReidData
    query: Side
    gallery: Side

    @property
    def records(self) -> tuple[ImageRecord, ...]:
        """The pictures of the query, then those of the gallery."""
        return (*self.query.records, *self.gallery.records)


def read_parts(
    given: str, say: Reporter | None = None, cache: Path | None = None
) -> RetrievalParts:
    """Query and gallery of the data set `FORM=DIR`; every picture is decoded once.

    Args:
        given: form and folder, here or in a store.
        say: told what is fetched; None for nobody.
        cache: the cache folder that copies lie in; None for that of this machine.

    Raises:
        UsageError: not FORM=DIR, or no such form.
        PictureSourceError: another data set, or one without a query or a gallery.
    """
    data = read_data(given, say, cache)
    for name, pictures in (("query", data.query), ("gallery", data.gallery)):
        if not len(pictures):
            raise refusal(
                PictureSourceError,
                Message("retrieval-no-part", {"part": name}),
                place=given,
                hint=Message("retrieval-needs-parts"),
            )
    query, query_pictures, query_broken = _side(data.query, data.name)
    gallery, gallery_pictures, gallery_broken = _side(data.gallery, data.name)
    broken = (*data.broken, *query_broken, *gallery_broken)
    notes = (*data.notes, *_same_pictures(query, gallery))
    data = replace(data, query=query_pictures, gallery=gallery_pictures, broken=broken, notes=notes)
    tested = [
        *zip(query.pixels, query_pictures.paths, strict=True),
        *zip(gallery.pixels, gallery_pictures.paths, strict=True),
    ]
    return RetrievalParts(compared_with_training(data, tested), query, gallery)


def _same_pictures(query: Side, gallery: Side) -> tuple[Message, ...]:
    """Notes on pictures that are in query and gallery, and on those that are of two people."""
    held = dict(zip(gallery.pixels, gallery.records, strict=True))
    asked = list(zip(query.pixels, query.records, strict=True))
    both = [(record, held[pixels]) for pixels, record in asked if pixels in held]
    notes: list[Message] = []
    if both:
        names = {"first": both[0][0].source, "second": both[0][1].source}
        notes.append(Message("data-same-pictures", {"count": len(both), **names}))
    rows = [*asked, *zip(gallery.pixels, gallery.records, strict=True)]
    named = [(pixels, record.source, record.subject) for pixels, record in rows]
    return (*notes, *two_people_note(named))


def _side(
    pictures: LabelledPictures, data_set: str
) -> tuple[Side, LabelledPictures, Sequence[Broken]]:
    broken: list[Broken] = []
    records: list[ImageRecord] = []
    pixels: list[str] = []
    usable = np.zeros(len(pictures), np.bool_)
    copy = copy_of(pictures.root)
    for index, (path, file) in enumerate(zip(pictures.paths, pictures.files, strict=True)):
        try:
            content = read_bytes(file)
            picture = decode_picture(content)
            check_shows_something(picture)
        except PictureError as error:
            broken.append(Broken(path, reason_of(error)))
            continue
        usable[index] = True
        height, width = picture.shape[:2]
        pixels.append(fingerprint(picture).pixels)
        digest = picture_digest(content, None)
        records.append(
            ImageRecord(
                image_id=digest,
                protocol=data_set,
                subject=str(pictures.people[index]),
                role="subject",
                condition=0,
                outfit="",
                camera=str(pictures.cameras[index]),
                day="",
                take="",
                source=path,
                origin=PhotoFile(
                    file, digest=digest, stored=None if copy is None else copy.file(file)
                ),
                width=width,
                height=height,
            )
        )
    kept = pictures.only(usable)
    return Side(tuple(records), labels(kept.people, kept.cameras), tuple(pixels)), kept, broken
