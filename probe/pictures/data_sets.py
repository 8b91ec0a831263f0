"""Data sets by name and folder (`market1501=DIR`), checked against the published counts."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import astuple, replace
from pathlib import Path

import numpy as np

from probe.contracts import Reporter
from probe.errors import PictureSourceError, UsageError
from probe.files.neighbours import neighbours
from probe.files.places import is_file, is_folder
from probe.pictures.duplicates import files_in_both, pixels_in_both
from probe.pictures.labelled import Broken, ReidData, check_files, pixel_digests
from probe.pictures.layout import Layout, PublishedCounts, WrongLayoutError
from probe.pictures.photo_folder import look_into
from probe.registries import Registry
from probe.stores import local_folder
from probe.wording import Message, Value, refusal, wording_of

LAYOUTS = Registry(
    noun="data set",
    kind=Layout,
    group="probe.layouts",
    packages=("probe.pictures.layouts",),
    error=UsageError,
)
"""The modules of `probe.pictures.layouts`, and what third parties register."""


MOST_TRAINED = 20_000
"""Training pictures that are held against the test part when a model is evaluated (ours: 12 s
of one core for 128 x 64 pixels, 35 s for 256 x 128; embedding them takes many times as long)."""


def read_data(given: str, say: Reporter | None = None, cache: Path | None = None) -> ReidData:
    """Read the data set of `NAME=DIR`; a folder of a store is brought to this machine first.

    Args:
        given: name of the layout, and folder.
        say: told what is fetched; None for nobody.
        cache: the cache folder that copies lie in; None for that of this machine.

    Raises:
        UsageError: not NAME=DIR, or no such name.
        PictureSourceError: the folder has another layout, or holds no data set, or a store cannot
            be read.
    """
    name, equals, folder = given.partition("=")
    if not equals or not folder:
        raise refusal(
            UsageError,
            Message("pictures-not-name-dir", {"given": repr(given)}),
            hint=Message("pictures-names", {"names": tuple(LAYOUTS.names())}),
        )
    LAYOUTS.get(name)  # what is misspelt is said before anything is fetched
    return read_named(name, local_folder(folder, say or Reporter(), cache))


def read_named(name: str, folder: Path) -> ReidData:
    """Read the data set in a folder whose layout is named; see `read_data`."""
    layout = LAYOUTS.get(name)
    if is_file(folder):
        raise refusal(
            PictureSourceError,
            Message("pictures-data-set-is-file"),
            place=folder,
            hint=Message("pictures-unpacked-folder"),
        )
    if not is_folder(folder):
        raise refusal(
            PictureSourceError,
            Message("pictures-folder-not-there"),
            place=folder,
            hint=neighbours(folder),
        )
    if layout.takes_any_folder and (hint := _other_layouts(name, folder)):
        raise refusal(
            PictureSourceError,
            Message("pictures-no-folder-of", {"layout": name}),
            place=folder,
            hint=hint,
        )
    try:
        data = layout.read(folder)
    except WrongLayoutError as error:
        near = _other_layouts(name, folder)
        hinted = wording_of()(near) if near else error.hint
        raise PictureSourceError(error.message, place=error.place, hint=hinted) from None
    notes = (
        *data.notes, *count_notes(data, layout), *_overlap_notes(data, layout), *_same_files(data),
    )  # fmt: skip
    return replace(data, notes=notes, broken=(*data.broken, *_unread(folder, data)))


def _unread(folder: Path, data: ReidData) -> list[Broken]:
    """Pictures of a folder that no layout reads: other formats, broken links, closed folders."""
    contents = look_into(folder)
    parts = (data.train, data.query, data.gallery)
    files = {str(part.root / path) for part in parts for path in part.paths}
    # What a layout lists is opened later, links as well, and named there where it does not open.
    unread = contents.unread_pictures().items()
    lost = {name: why for name, why in unread if str(contents.path(name)) not in files}
    for name, why in contents.closed.items():
        inside = str(contents.path(name)) + os.sep
        if not any(file.startswith(inside) for file in files):
            lost[name] = why
    return [Broken(name, why) for name, why in lost.items()]


def _same_files(data: ReidData) -> list[Message]:
    """A note where files of the training part lie in the test part too.

    Without opening them; where pictures are decoded, `_note_same_pixels` takes its place.
    """
    tested = [file for part in (data.query, data.gallery) for file in part.files]
    both = files_in_both(data.train.files, tested)
    if not both:
        return []
    values: dict[str, Value] = {"count": len(both), "first": both[0][0].name}
    return [Message("data-same-trained-tested", {**values, "second": both[0][1].name})]


def recognised_layouts(folder: Path) -> list[str]:
    """Names of the layouts that a folder certainly has; empty when none recognises it."""
    return [name for name, layout in LAYOUTS.all().items() if layout.recognises(folder)]


def count_notes(data: ReidData, layout: Layout) -> list[Message]:
    """What differs from the published counts; nothing where none are published."""
    published = layout.published
    if published is None:
        return []
    counts = _counts(data)
    names = (
        "training-pictures",
        "query-pictures",
        "gallery-pictures",
        "training-people",
        "query-people",
    )
    differing = [
        Message("data-count", {"noun": name, "count": count, "published": expected})
        for name, count, expected in zip(names, astuple(counts), astuple(published), strict=True)
        if count != expected
    ]
    if not differing:
        return []
    other = _published_as(counts) or None
    values: dict[str, Value] = {"name": data.name, "counts": tuple(differing), "other": other}
    return [Message("data-counts-differ", values)]


def without_broken(data: ReidData) -> ReidData:
    """The data set without the pictures that do not open; they are listed in `broken`.

    All parts are decoded, and a picture that is in two of them is noted whatever its file.
    """
    parts = [check_files(part) for part in (data.train, data.query, data.gallery)]
    train, query, gallery = (part.pictures for part in parts)
    broken = (*data.broken, *(lost for part in parts for lost in part.broken))
    notes = (*data.notes, *(note for part in parts for note in part.notes))
    trained, *tested = ([*zip(one.pixels, one.pictures.paths, strict=True)] for one in parts)
    checked = replace(data, train=train, query=query, gallery=gallery, broken=broken, notes=notes)
    return _note_same_pixels(checked, trained, [row for rows in tested for row in rows])


def compared_with_training(data: ReidData, tested: Sequence[tuple[str, str]]) -> ReidData:
    """The data set, with a note on pictures of its test part that are in its training part too.

    Its training pictures are decoded for it: of more than `MOST_TRAINED` so many, spread evenly,
    and a note says so.

    Args:
        data: a data set.
        tested: digest of the pixels and path of the pictures of its query and gallery.
    """
    count = len(data.train)
    looked = min(count, MOST_TRAINED)
    chosen = np.linspace(0, count - 1, looked).round().astype(int).tolist()
    paths = [data.train.paths[index] for index in chosen]
    pixels = pixel_digests([data.train.root / path for path in paths])
    compared = _note_same_pixels(data, [*zip(pixels, paths, strict=True)], tested)
    if looked == count:
        return compared
    note = Message("data-trained-part-sampled", {"looked": looked, "count": count})
    return replace(compared, notes=(*compared.notes, note))


def _note_same_pixels(
    data: ReidData, trained: Sequence[tuple[str, str]], tested: Sequence[tuple[str, str]]
) -> ReidData:
    """A note on pictures of the test part that are in the training part; it counts the files
    that are so byte for byte as well, unless pictures were left out.
    """
    both = pixels_in_both(trained, tested)
    if not both:
        return data
    values: dict[str, Value] = {"count": len(both), "first": both[0][0], "second": both[0][1]}
    notes = [note for note in data.notes if not _is_of_files(note)]
    return replace(data, notes=(*notes, Message("data-same-pixels-trained-tested", values)))


def _is_of_files(note: Message | str) -> bool:
    return isinstance(note, Message) and note.id == "data-same-trained-tested"


def people_in_both(data: ReidData) -> int:
    """How many people of the query are also among the training pictures (there should be none)."""
    return len(np.intersect1d(data.train.people, data.query.people))


def _other_layouts(name: str, folder: Path) -> Message | None:
    """The hint that names the layouts a folder has; None when no other one recognises it."""
    others = [other for other in recognised_layouts(folder) if other != name]
    if not others:
        return None
    names = tuple(f"{other}={folder}" for other in others)
    return Message("pictures-looks-like", {"layout": others[0], "names": names})


def _counts(data: ReidData) -> PublishedCounts:
    return PublishedCounts(
        len(data.train),
        len(data.query),
        len(data.gallery),
        data.train.identities,
        data.query.identities,
    )


def _published_as(counts: PublishedCounts) -> str:
    """The data set that is published with these counts; empty if none."""
    return next((name for name, one in LAYOUTS.all().items() if one.published == counts), "")


def _overlap_notes(data: ReidData, layout: Layout) -> list[Message]:
    both = people_in_both(data) if layout.one_numbering else 0
    return [Message("data-people-in-both", {"people": both})] if both else []
