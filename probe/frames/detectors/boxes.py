"""Boxes from a table of one's own (`--detector boxes=FILE.csv`), such as another detector's."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Detections, Detector, DetectorSpec, FrameRecord, Runtime, nobody
from probe.errors import DetectorError
from probe.pictures.decoding import SUFFIXES, Box
from probe.pictures.photo_folder import composed, readable
from probe.pictures.table_boxes import CORNERS, SIDES, box_in_row, check_unit, side_columns
from probe.pictures.table_file import TableFile, read_table
from probe.wording import Message, refusal

Key = int | str
"""Number of a frame, or name of its file."""


@dataclass(frozen=True, eq=False)
class TableBoxes(Detector):
    """Boxes by frame, as a table has them.

    Attributes:
        path: of the table.
        boxes: by the frame's number (column `frame`) or its file's name (columns `frame`, `path`).
        by_name: whether frames are named in it, not numbered.
        content: sha256 of the table.
    """

    path: Path
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
        key: Key = readable(record.name) if self.by_name else record.number
        return self.boxes.get(key) or nobody()

    def check_frames(self, has: Callable[[int | str], bool]) -> Message | None:
        """Rows that name no frame: refused where all do, counted where some do."""
        counts = {key: len(people) for key, people in self.boxes.items() if not has(key)}
        unknown, rows = sum(counts.values()), sum(map(len, self.boxes.values()))
        if not unknown:
            return None
        first = str(next(iter(counts)))
        if unknown == rows:
            raise refusal(
                DetectorError,
                Message("frames-rows-name-none", {"rows": rows, "first": repr(first)}),
                place=self.path,
                hint=Message("frames-named-by"),
            )
        named = {"table": self.path.name, "first": first}
        return Message("frames-rows-unknown", {"unknown": unknown, "rows": rows, **named})


def _open(path: Path | None, runtime: Runtime) -> Detector:
    assert path is not None  # the registry refuses `--detector boxes` without one
    return read_detections(path)


def read_detections(path: Path) -> TableBoxes:
    """Read a table with the columns frame or path, x, y, width, height and, if known, score.

    A column `frame` holds numbers from 0, or names of files as `path` does. Corners x1, y1, x2, y2
    may stand in the place of x, y, width, height.

    Raises:
        PictureSourceError: no readable table, a column is missing, a value that is no number of
            pixels, or all of them are fractions.
        DetectorError: a frame or a score that is none, or a box without a size; the message has
            its line.
    """
    table = read_table(path, ("frame", *SIDES, *CORNERS))
    first = "path" if "frame" not in table.columns and "path" in table.columns else "frame"
    columns = side_columns(table, first)
    by_name = first == "path" or _holds_names(table)
    rows: dict[Key, list[tuple[Box, float]]] = {}
    for line, row in table.rows:
        place = f"{path}:{line}"
        key: Key = _name(row[first]) if by_name else _frame_number(row["frame"], place)
        box = box_in_row(row, columns, place)
        if box.width <= 0 or box.height <= 0:
            raise refusal(
                DetectorError,
                Message("frames-box-no-size"),
                place=place,
                hint=Message("frames-box-corners"),
            )
        rows.setdefault(key, []).append((box, _score(row.get("score", ""), place)))
    check_unit((box for pairs in rows.values() for box, _ in pairs), path)
    boxes = {key: _detections(pairs) for key, pairs in rows.items()}
    return TableBoxes(path, boxes, by_name, hashlib.sha256(path.read_bytes()).hexdigest())


def _name(text: str) -> str:
    """The name of a frame's file, in Unicode's composed form and without `./` before it."""
    return composed(text.strip()).removeprefix("./")


def _detections(pairs: Sequence[tuple[Box, float]]) -> Detections:
    boxes = [(box.x, box.y, box.width, box.height) for box, _ in pairs]
    return Detections(np.array(boxes, np.float64), np.array([score for _, score in pairs]))


def _holds_names(table: TableFile) -> bool:
    """Whether the first value of the column `frame` is the name of a picture."""
    first = next((row["frame"].strip() for _, row in table.rows), "")
    return Path(first).suffix.lower() in SUFFIXES


def _frame_number(text: str, place: str) -> int:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not (number >= 0 and number.is_integer()):
        raise refusal(
            DetectorError,
            Message("frames-no-frame-number", {"text": repr(text)}),
            place=place,
            hint=Message("frames-name-by-number"),
        )
    return int(number)


def _score(text: str, place: str) -> float:
    """A score; 1 where there is none."""
    try:
        score = float(text) if text.strip() else 1.0
    except ValueError:
        score = math.nan
    if not 0 <= score <= 1:
        raise refusal(
            DetectorError,
            Message("frames-no-score", {"text": repr(text)}),
            place=place,
            hint=Message("frames-divide-percentages"),
        )
    return score


spec = DetectorSpec(
    summary="boxes from a table of your own",
    open=_open,
    argument="FILE",
    hint=Message("frames-name-boxes"),
)
