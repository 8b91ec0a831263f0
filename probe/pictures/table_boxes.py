"""Boxes as tables have them: in pixels, by corner and size or by two corners."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from probe.errors import PictureSourceError
from probe.pictures.decoding import Box
from probe.pictures.table_file import TableFile, need_columns

SIDES = ("x", "y", "width", "height")
"""Left, top, width and height in pixels."""

CORNERS = ("x1", "y1", "x2", "y2")
"""Boxes by two corners, as detectors write them."""

FARTHEST = 1_000_000.0
"""Pixels; no place in a picture is farther (ours: ten times the longest side that is decoded)."""


def side_columns(table: TableFile, first: str) -> tuple[str, ...]:
    """The four columns that a table of boxes has.

    Args:
        table: as it was read.
        first: the column that says whose box it is.

    Raises:
        PictureSourceError: it has neither kind, or not `first`.
    """
    corners, sides = (sum(name in table.columns for name in kind) for kind in (CORNERS, SIDES))
    columns = CORNERS if corners > sides or corners == len(CORNERS) else SIDES
    hint = f"boxes have the columns {first}, {', '.join(SIDES)}, or {first}, {', '.join(CORNERS)}"
    need_columns(table, (first, *columns), hint)
    return columns


def box_in_row(row: Mapping[str, str], columns: tuple[str, ...], place: str) -> Box:
    """The box of a row.

    Args:
        row: its values by column.
        columns: of `side_columns`.
        place: file and line, for messages.

    Raises:
        PictureSourceError: a value that is no number of pixels.
    """
    x, y, third, fourth = (_pixels(row[column], column, place) for column in columns)
    return Box(x, y, third - x, fourth - y) if columns == CORNERS else Box(x, y, third, fourth)


def check_unit(boxes: Iterable[Box], path: Path) -> None:
    """Refuse fractions of the picture: as pixels they would all be one pixel large.

    Raises:
        PictureSourceError: no box is wider or higher than 1.
    """
    sides = [side for box in boxes for side in (box.width, box.height)]
    if sides and all(0 <= side <= 1 for side in sides):
        raise PictureSourceError(
            "every box is at most 1 wide and high: these are fractions of the picture",
            place=path,
            hint="boxes are in pixels: multiply x and width by the picture's width, y and height "
            "by its height",
        )


def _pixels(text: str, column: str, place: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise PictureSourceError(
            f"{column} is {text!r}, not a number",
            place=place,
            hint="boxes are in pixels, written like 12 or 12.5",
        )
    if abs(value) > FARTHEST:
        raise PictureSourceError(
            f"{column} is {text}: no picture is so large",
            place=place,
            hint=f"boxes are in pixels, at most {FARTHEST:,.0f}",
        )
    return value
