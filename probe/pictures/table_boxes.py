"""Boxes as tables have them: in pixels, by corner and size or by two corners."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from pathlib import Path

from probe.errors import PictureSourceError
from probe.pictures.decoding import Box
from probe.pictures.table_file import TableFile, need_columns
from probe.wording import Message, refusal

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
    named = {"first": first, "sides": ", ".join(SIDES), "corners": ", ".join(CORNERS)}
    hint = Message("pictures-box-columns", named)
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
        raise refusal(
            PictureSourceError,
            Message("pictures-boxes-fractions"),
            place=path,
            hint=Message("pictures-boxes-pixels"),
        )


def _pixels(text: str, column: str, place: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise refusal(
            PictureSourceError,
            Message("pictures-no-number", {"column": column, "text": repr(text)}),
            place=place,
            hint=Message("pictures-boxes-written"),
        )
    if abs(value) > FARTHEST:
        raise refusal(
            PictureSourceError,
            Message("pictures-too-far", {"column": column, "text": text}),
            place=place,
            hint=Message("pictures-boxes-most", {"most": FARTHEST}),
        )
    return value
