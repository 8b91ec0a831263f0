"""Boxes from a table of one's own (`--detector boxes=FILE.csv`), such as another detector's."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Detections, Detector, DetectorSpec, FrameRecord, Runtime, nobody
from probe.errors import DetectorError
from probe.pictures.table_file import TableFile, need_columns, read_table

SIDES = ("x", "y", "width", "height")
"""Left, top, width and height in pixels."""

Key = int | str
"""Number of a frame, or name of its file."""


@dataclass(frozen=True, eq=False)
class TableBoxes(Detector):
    """Boxes by frame, as a table has them.

    Attributes:
        boxes: by the frame's number (column `frame`) or its file's name (column `path`).
        by_name: whether frames are named in it, not numbered.
        content: sha256 of the table.
    """

    boxes: Mapping[Key, Detections]
    by_name: bool
    content: str
    name: str = "boxes"

    @property
    def digest(self) -> str:
        """Of the table."""
        return f"boxes 1, {self.content}"

    def detect_in(self, record: FrameRecord, frame: NDArray[np.uint8]) -> Detections:
        """The boxes of a frame; none where the table has no row for it."""
        key: Key = record.name if self.by_name else record.number
        return self.boxes.get(key) or nobody()


def _open(path: Path | None, runtime: Runtime) -> Detector:
    assert path is not None  # the registry refuses `--detector boxes` without one
    return read_detections(path)


def read_detections(path: Path) -> TableBoxes:
    """Read a table with the columns frame or path, x, y, width, height and, if known, score.

    Raises:
        PictureSourceError: no readable table, or a column is missing.
        DetectorError: a value that is no number, or a box without a size; the message has its line.
    """
    table = read_table(path, ("frame", *SIDES))
    by_name = "frame" not in table.columns and "path" in table.columns
    first = "path" if by_name else "frame"
    need_columns(table, (first, *SIDES))
    rows: dict[Key, list[list[float]]] = {}
    for line, row in table.rows:
        key: Key = row[first] if by_name else _frame_number(table, row, line)
        values = [_number(table, row, side, line) for side in SIDES]
        if values[2] <= 0 or values[3] <= 0:
            raise DetectorError("a box has a width or height of 0 or less", place=f"{path}:{line}")
        score = _number(table, row, "score", line) if row.get("score") else 1.0
        rows.setdefault(key, []).append([*values, score])
    boxes = {key: _detections(values) for key, values in rows.items()}
    return TableBoxes(boxes, by_name, hashlib.sha256(path.read_bytes()).hexdigest())


def _detections(rows: list[list[float]]) -> Detections:
    values = np.array(rows, np.float64)
    return Detections(values[:, :4], values[:, 4])


def _frame_number(table: TableFile, row: Mapping[str, str], line: int) -> int:
    number = _number(table, row, "frame", line)
    if number < 0 or number != int(number):
        raise DetectorError(
            f"frame is {row['frame']!r}, and frames are counted 0, 1, 2, ...",
            place=f"{table.path}:{line}",
        )
    return int(number)


def _number(table: TableFile, row: Mapping[str, str], column: str, line: int) -> float:
    try:
        value = float(row[column])
    except ValueError:
        value = float("nan")
    if not np.isfinite(value):
        raise DetectorError(
            f"{column} is {row[column]!r}, which is no number",
            place=f"{table.path}:{line}",
            hint="frame counts from 0; x, y, width and height are pixels, score is 0 to 1.",
        )
    return value


spec = DetectorSpec(
    summary="boxes from a table of your own",
    open=_open,
    argument="FILE",
    hint="--detector boxes=FILE.csv with the columns frame (or path), x, y, width, height, score",
)
