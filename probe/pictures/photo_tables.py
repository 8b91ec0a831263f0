"""The tables beside photographs: boxes in full frames, and metadata by path."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from probe.errors import PictureSourceError
from probe.files.data_path import path_in_data
from probe.pictures.decoding import Box
from probe.pictures.photo_folder import PhotoFolder, composed
from probe.pictures.table_boxes import CORNERS, SIDES, box_in_row, check_unit, side_columns
from probe.pictures.table_file import need_columns, read_table
from probe.protocol.model import PhotoSource
from probe.wording import Message, joined_hint, refusal

BOXES = "boxes.csv"
"""What a table of boxes beside photographs is called where no protocol names it yet."""


@dataclass(frozen=True)
class PhotoTables:
    """What the tables of a protocol say of pictures, by path below the photo folder.

    Attributes:
        boxes: None where the protocol names no table of boxes.
        metadata: further fields.
        notes: rows that name no picture; a table of boxes that is not used.
    """

    boxes: Mapping[str, Box] | None = None
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    notes: tuple[Message, ...] = ()


def read_tables(source: PhotoSource, contents: PhotoFolder) -> PhotoTables:
    """Read the tables that a protocol names; they lie in the photo folder.

    Raises:
        PictureSourceError: a table outside, that cannot be read, or of which no row names a
            picture of the folder.
    """
    notes: list[Message] = []
    boxes: Mapping[str, Box] | None = None
    metadata: Mapping[str, Mapping[str, str]] = {}
    if source.boxes:
        path = path_in_data(contents.folder, source.boxes, PictureSourceError, "photos.boxes")
        boxes = read_boxes(path)
        notes += _unknown_pictures(path, boxes, contents)
    elif source.metadata != BOXES and holds_boxes(contents):
        notes.append(Message("note-boxes-unnamed", {"table": BOXES}))
    if source.metadata:
        path = path_in_data(contents.folder, source.metadata, PictureSourceError, "photos.metadata")
        metadata = read_metadata(path)
        notes += _unknown_pictures(path, metadata, contents)
    return PhotoTables(boxes, metadata, tuple(notes))


def holds_boxes(contents: PhotoFolder) -> bool:
    """Whether a table of boxes lies beside the pictures; one of the frames of a video is none."""
    if BOXES not in contents.names:
        return False
    try:
        return "frame" not in read_table(contents.path(BOXES), SIDES).columns
    except PictureSourceError:
        return True


def read_boxes(path: Path) -> dict[str, Box]:
    """Read boxes in pixels: path, x, y (upper left corner), width, height; or path, x1, y1, x2, y2.

    Raises:
        PictureSourceError: a missing column, a value that is no number of pixels, a path that
            stands twice; the message names the line.
    """
    table = read_table(path, ("path", *SIDES, *CORNERS))
    columns = side_columns(table, "path")
    boxes: dict[str, Box] = {}
    for line, row in table.rows:
        where = _path(row, boxes, path, line)
        boxes[where] = box_in_row(row, columns, f"{path}:{line}")
    check_unit(boxes.values(), path)
    return boxes


def read_metadata(path: Path) -> dict[str, Mapping[str, str]]:
    """Read a metadata table: a `path` column, and further columns that become fields.

    Raises:
        PictureSourceError: no `path` column, or a path that stands twice.
    """
    table = read_table(path, ("path",))
    need_columns(table, ("path",))
    metadata: dict[str, Mapping[str, str]] = {}
    for line, row in table.rows:
        where = _path(row, metadata, path, line)
        metadata[where] = {k: v.strip() for k, v in row.items() if k != "path" and v.strip()}
    return metadata


def _unknown_pictures(
    path: Path, rows: Mapping[str, object], contents: PhotoFolder
) -> tuple[Message, ...]:
    """A note on rows that name no picture of the folder.

    Raises:
        PictureSourceError: no row names one, or there is no row.
    """
    if not rows:
        raise refusal(
            PictureSourceError,
            Message("pictures-table-no-row"),
            place=path,
            hint=Message("pictures-table-row-each"),
        )
    there = {*contents.names, *contents.troubles}
    unknown = [name for name in rows if name not in there]
    if not unknown:
        return ()
    if len(unknown) == len(rows):
        raise refusal(
            PictureSourceError,
            Message("pictures-rows-name-none", {"rows": len(rows), "first": repr(unknown[0])}),
            place=path,
            hint=_hint(unknown[0], contents),
        )
    counts = {"unknown": len(unknown), "rows": len(rows)}
    return (Message("note-rows-unknown", {"table": path.name, "first": unknown[0], **counts}),)


def _hint(name: str, contents: PhotoFolder) -> Message:
    below = Message("pictures-paths-below")
    small = {other.lower(): other for other in contents.names}
    if name.lower() in small:
        return Message("pictures-differ-in-case", {"picture": repr(small[name.lower()])})
    shorter = name
    while "/" in shorter:
        shorter = shorter.partition("/")[2]
        if shorter.lower() in small:
            return joined_hint(below, Message("pictures-write", {"name": repr(shorter)}))
    inside = [other for other in contents.names if other.lower().endswith("/" + name.lower())]
    if inside:
        return joined_hint(below, Message("pictures-write", {"name": repr(inside[0])}))
    first = contents.pictures[:1]
    if not first:
        return below
    return joined_hint(below, Message("pictures-first-is", {"name": repr(first[0])}))


def _path(row: Mapping[str, str], earlier: Mapping[str, object], path: Path, line: int) -> str:
    where = composed(row["path"].strip().replace("\\", "/"))
    while where.startswith("./"):
        where = where[2:]
    if not where:
        raise refusal(
            PictureSourceError,
            Message("pictures-row-no-path"),
            place=f"{path}:{line}",
            hint=Message("pictures-paths-below"),
        )
    if where in earlier:
        raise refusal(
            PictureSourceError,
            Message("pictures-path-twice", {"path": repr(where)}),
            place=f"{path}:{line}",
            hint=Message("pictures-one-row"),
        )
    return where
