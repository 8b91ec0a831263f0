"""Data sets by name and folder (`market1501=DIR`), checked against the published counts."""

from __future__ import annotations

import os
from dataclasses import astuple, replace
from pathlib import Path

import numpy as np

from probe.errors import PictureSourceError, UsageError
from probe.files.neighbours import neighbours
from probe.files.places import is_file, is_folder
from probe.pictures.duplicates import files_in_both
from probe.pictures.labelled import Broken, ReidData, check_files
from probe.pictures.layout import Layout, PublishedCounts, WrongLayoutError
from probe.pictures.photo_folder import look_into
from probe.registries import Registry
from probe.wording import Message, Value

LAYOUTS = Registry(
    noun="data set",
    kind=Layout,
    group="probe.layouts",
    packages=("probe.pictures.layouts",),
    error=UsageError,
)
"""The modules of `probe.pictures.layouts`, and what third parties register."""


def read_data(given: str) -> ReidData:
    """Read the data set of `NAME=DIR`.

    Raises:
        UsageError: not NAME=DIR, or no such name.
        PictureSourceError: the folder has another layout, or holds no data set.
    """
    name, equals, folder = given.partition("=")
    if not equals or not folder:
        raise UsageError(f"{given!r} is not NAME=DIR", hint=f"Names: {', '.join(LAYOUTS.names())}.")
    return read_named(name, Path(folder))


def read_named(name: str, folder: Path) -> ReidData:
    """Read the data set in a folder whose layout is named; see `read_data`."""
    layout = LAYOUTS.get(name)
    if is_file(folder):
        raise PictureSourceError(
            "this is a file, and the folder of a data set is needed",
            place=folder,
            hint="name the folder that the archive was unpacked into",
        )
    if not is_folder(folder):
        raise PictureSourceError("there is no such folder", place=folder, hint=neighbours(folder))
    if layout.takes_any_folder and (hint := _other_layouts(name, folder)):
        raise PictureSourceError(f"this is no folder of {name}", place=folder, hint=hint)
    try:
        data = layout.read(folder)
    except WrongLayoutError as error:
        hint = _other_layouts(name, folder) or error.hint or ""
        raise PictureSourceError(error.message, place=error.place, hint=hint) from None
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
    """A note where pictures of the training part lie in the test part too."""
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
    """The data set without the pictures that do not open; they are listed in `broken`."""
    train, broken_train, of_train = check_files(data.train)
    query, broken_query, of_query = check_files(data.query)
    gallery, broken_gallery, of_gallery = check_files(data.gallery)
    broken = (*data.broken, *broken_train, *broken_query, *broken_gallery)
    notes = (*data.notes, *of_train, *of_query, *of_gallery)
    return replace(data, train=train, query=query, gallery=gallery, broken=broken, notes=notes)


def people_in_both(data: ReidData) -> int:
    """How many people of the query are also among the training pictures (there should be none)."""
    return len(np.intersect1d(data.train.people, data.query.people))


def _other_layouts(name: str, folder: Path) -> str:
    """The hint that names the layouts a folder has; empty when no other one recognises it."""
    others = [other for other in recognised_layouts(folder) if other != name]
    if not others:
        return ""
    return f"It looks like {others[0]}: " + " or ".join(f"{other}={folder}" for other in others)


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
