"""The CSV files beside photographs: boxes in full frames, and metadata by path."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from probe.errors import PictureSourceError, nearest
from probe.files.neighbours import neighbours
from probe.pictures.decoding import Box

BOX_COLUMNS = ("path", "x", "y", "width", "height")


def read_boxes(path: Path) -> dict[str, Box]:
    """Read `boxes.csv`: path, x, y, width, height (pixels; x and y of the upper left corner).

    Raises:
        PictureSourceError: a missing column, a value that is no number, a path that stands twice;
            the message names the line.
    """
    boxes: dict[str, Box] = {}
    for line, row in _rows(path, BOX_COLUMNS):
        where = _path(row, boxes, path, line)
        values = [_number(row, column, path, line) for column in BOX_COLUMNS[1:]]
        boxes[where] = Box(*values)
    return boxes


def read_metadata(path: Path) -> dict[str, Mapping[str, str]]:
    """Read a metadata table: a `path` column, and further columns that become fields.

    Raises:
        PictureSourceError: no `path` column, or a path that stands twice.
    """
    metadata: dict[str, Mapping[str, str]] = {}
    for line, row in _rows(path, ("path",)):
        where = _path(row, metadata, path, line)
        metadata[where] = {k: v.strip() for k, v in row.items() if k != "path" and v and v.strip()}
    return metadata


def _rows(path: Path, needed: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            reader = csv.DictReader(file)
            columns = [name.strip() for name in reader.fieldnames or []]
            reader.fieldnames = columns
            for name in needed:
                if name not in columns:
                    raise PictureSourceError(
                        f"the column {name!r} is missing",
                        place=f"{path}:1",
                        hint=nearest(name, columns),
                    )
            for row in reader:
                if None in row:
                    raise PictureSourceError(
                        "more values than columns",
                        place=f"{path}:{reader.line_num}",
                        hint='put a value with a comma into "..."',
                    )
                yield reader.line_num, {k: v or "" for k, v in row.items()}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PictureSourceError(
            "this is no readable table", place=path, hint=_table_hint(path, error)
        ) from None


def _table_hint(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"there is no such file: {neighbours(path)}"
    if isinstance(error, UnicodeDecodeError):
        return f"save it as UTF-8: byte {error.start} is none"
    return f"a table is a CSV file ({error})"


def _path(row: Mapping[str, str], earlier: Mapping[str, object], path: Path, line: int) -> str:
    where = row["path"].strip().replace("\\", "/")
    if not where:
        raise PictureSourceError(
            "the row has no path",
            place=f"{path}:{line}",
            hint="paths are written as below the photo folder",
        )
    if where in earlier:
        raise PictureSourceError(
            f"{where!r} stands twice",
            place=f"{path}:{line}",
            hint="keep one row a picture",
        )
    return where


def _number(row: Mapping[str, str], column: str, path: Path, line: int) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise PictureSourceError(
            f"{column} is {row[column]!r}, not a number",
            place=f"{path}:{line}",
            hint="x, y, width and height are pixels, written like 12 or 12.5",
        )
    return value
