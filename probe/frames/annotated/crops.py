"""What `probe crop` wrote: its boxes and masks, with the frames that they were cut out of.

The crops' folder does not keep the frames. They are expected in its folder `frames`, in the order
in which they were cut: the frame of number n is the n-th picture. A person who was left out, as too
small or blurred, is a crowd: nothing is learnt from what lies there.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PIL import Image

from probe.errors import FramesError
from probe.files.data_path import path_in_data
from probe.files.places import is_file, is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance
from probe.frames.annotated.masks import CropMask
from probe.frames.box_table import BoxRow, read_rows
from probe.frames.cropping import MASKS, TABLE
from probe.frames.folder import FrameFolder
from probe.pictures.decoding import Box, pixel_sides

FRAMES = "frames"
"""Folder of the frames, beside the table."""


def cropped(folder: Path) -> list[AnnotatedFrame]:
    """The frames in which somebody was found, in their order.

    Raises:
        FramesError: no table, no frames, or a number without its frame.
    """
    if not is_file(folder / TABLE):
        raise FramesError(
            f"this is not the folder of a crop run: it has no {TABLE}",
            place=folder,
            hint="Name the --out of a `probe crop` that has ended.",
        )
    if not is_folder(folder / FRAMES):
        raise FramesError(
            f"the frames that these crops were cut out of are not here: no folder {FRAMES}",
            place=folder,
            hint=f"Put the folder of frames there, or a link to it: {folder / FRAMES}.",
        )
    files = FrameFolder(folder / FRAMES).files
    rows = groupby(read_rows(folder / TABLE), lambda row: row.frame)
    return [_frame(folder, files, number, list(of_frame)) for number, of_frame in rows]


def _frame(folder: Path, files: list[Path], number: int, rows: list[BoxRow]) -> AnnotatedFrame:
    if not 0 <= number < len(files):
        raise FramesError(
            f"frame {number} is not among the {len(files)} frames of {FRAMES}",
            place=folder / TABLE,
            hint="Give it all frames of the run, in the order of their names.",
        )
    path = files[number]
    size = _size(path)
    instances = [_instance(folder, row, size) for row in rows]
    kept = tuple(instance for instance in instances if instance is not None)
    return AnnotatedFrame(path, f"{FRAMES}/{path.name}", size, kept, folder / TABLE)


def _instance(folder: Path, row: BoxRow, size: tuple[int, int]) -> Instance | None:
    box = Box(*row.box)
    left, top, right, bottom = pixel_sides(box, size)
    if right <= left or bottom <= top:
        return None
    corners = (left, top, right, bottom)
    if not row.crop:
        return Instance(corners, crowd=True)
    mask = path_in_data(folder / MASKS, row.crop, FramesError, folder / TABLE)
    return Instance(corners, mask=CropMask(mask, box) if is_file(mask) else None)


def _size(path: Path) -> tuple[int, int]:
    try:
        with Image.open(path) as opened:
            return opened.height, opened.width
    except (OSError, ValueError, SyntaxError) as error:
        raise FramesError(
            f"this frame cannot be read ({error})",
            place=path,
            hint="Restore the file from a copy; the order of the frames has to stay.",
        ) from None
