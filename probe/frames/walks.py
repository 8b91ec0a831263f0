"""The walks of a finished crop run: how long each is, and a sheet that shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from probe.frames.box_table import read_rows
from probe.frames.cropping import CROPS, TABLE
from probe.pictures.decoding import read_picture
from probe.pictures.fitting import Fitting, fit_picture

CELL = (160, 64)
"""Height and width of a crop on the sheet, in pixels."""

MOST_WALKS, MOST_CROPS = 20, 12
"""Rows and columns of the sheet (ours: it fits a screen); the longest walks are shown."""

LABEL = 90
"""Pixels left of a row for its name."""


@dataclass(frozen=True)
class Walks:
    """What a table of boxes holds.

    Attributes:
        crops: paths of the crops of every track, in order; tracks without any are left out.
        boxes: rows in all.
        tracks: in all.
        left_out: reason -> boxes without a crop.
    """

    crops: dict[int, list[str]] = field(default_factory=dict)
    boxes: int = 0
    tracks: int = 0
    left_out: Counter[str] = field(default_factory=Counter)


def read_walks(out: Path) -> Walks:
    """Read the table of a finished run."""
    crops: dict[int, list[str]] = {}
    left_out: Counter[str] = Counter()
    tracks: set[int] = set()
    boxes = 0
    for row in read_rows(out / TABLE):
        boxes += 1
        tracks.add(row.track)
        if row.crop:
            crops.setdefault(row.track, []).append(row.crop)
        else:
            left_out[row.left_out] += 1
    return Walks(dict(sorted(crops.items())), boxes, len(tracks), left_out)


def contact_sheet(out: Path, walks: Walks) -> Image.Image:
    """A row for each of the longest walks, its crops from the first to the last."""
    longest = sorted(walks.crops, key=lambda track: (-len(walks.crops[track]), track))
    shown = sorted(longest[:MOST_WALKS])
    height, width = CELL
    rows = max(1, len(shown))
    sheet = Image.new("RGB", (LABEL + MOST_CROPS * (width + 4), rows * (height + 4)), "white")
    draw = ImageDraw.Draw(sheet)
    for row, track in enumerate(shown):
        paths = walks.crops[track]
        top = row * (height + 4)
        label = f"p{track:04d}\n{len(paths)}"
        draw.multiline_text((4, top + height // 2 - 14), label, fill="black", font_size=13)
        for column, path in enumerate(evenly(paths, MOST_CROPS)):
            crop = fit_picture(read_picture(out / CROPS / path), Fitting(CELL))
            sheet.paste(Image.fromarray(crop), (LABEL + column * (width + 4), top))
    return sheet


def evenly(paths: Sequence[str], most: int) -> list[str]:
    """At most so many of the paths, evenly spread, the first and the last among them."""
    if len(paths) <= most:
        return list(paths)
    places = np.linspace(0, len(paths) - 1, most).round().astype(int)
    return [paths[place] for place in places]
