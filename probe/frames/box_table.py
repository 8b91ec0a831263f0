"""`boxes.csv`: every person that was seen, one row each; written as frames are done."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from probe.errors import FramesError
from probe.files.data_path import stays_below
from probe.pictures.table_boxes import FARTHEST
from probe.wording import Message, refusal

COLUMNS = ("frame", "time", "x", "y", "width", "height", "score", "track", "crop", "left_out")


@dataclass(frozen=True)
class BoxRow:
    """A person in a frame.

    Attributes:
        frame: its number, counted from 0.
        time: seconds from the start; None where nobody knows.
        box: left, top, width, height in pixels.
        score: of the detector, 0 to 1.
        track: number of the walk.
        crop: path of the crop below `crops`; empty without one.
        left_out: why there is none: see `probe.frames.limits.Reason`.
    """

    frame: int
    time: float | None
    box: tuple[float, float, float, float]
    score: float
    track: int
    crop: str
    left_out: str = ""

    def cells(self) -> list[str]:
        """The row as it is written: pixels to a hundredth, seconds to a millisecond."""
        time = "" if self.time is None else f"{self.time:.3f}"
        sides = (f"{value:.2f}" for value in self.box)
        shown = (f"{self.score:.4f}", str(self.track), self.crop, self.left_out)
        return [str(self.frame), time, *sides, *shown]


def read_rows(path: Path) -> Iterator[BoxRow]:
    """The rows of a table, one at a time.

    Raises:
        FramesError: it cannot be read, or was changed.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                if row["crop"] and not stays_below(row["crop"]):
                    raise ValueError("the crop leads out of its folder")
                yield _row_of(row)
    except (OSError, KeyError, TypeError, ValueError, csv.Error):
        raise refusal(
            FramesError,
            Message("frames-no-crop-table"),
            place=path,
            hint=Message("frames-new-out-or-restore"),
        ) from None


def _row_of(row: Mapping[str, str]) -> BoxRow:
    numbers = [float(row[name]) for name in ("x", "y", "width", "height", "score")]
    if not all(abs(number) <= FARTHEST for number in numbers):
        raise ValueError("a number that is none, or larger than any picture")
    return BoxRow(
        int(row["frame"]),
        float(row["time"]) if row["time"] else None,
        (float(row["x"]), float(row["y"]), float(row["width"]), float(row["height"])),
        float(row["score"]),
        int(row["track"]),
        row["crop"],
        row["left_out"],
    )


def add_rows(path: Path, rows: Iterable[BoxRow]) -> int:
    """Append rows, with the heads first where there is no file yet; bytes of the file then."""
    new = not path.is_file()
    with path.open("a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(COLUMNS)
        writer.writerows(row.cells() for row in rows)
        file.flush()
        return file.tell()
