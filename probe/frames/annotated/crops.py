"""What `probe crop` wrote: its boxes and masks, with the frames that they were cut out of.

The crops' folder does not keep the frames. They are expected in its folder `frames`, in the order
in which they were cut: the frame of number n is the n-th picture. A person who was left out, as too
small or blurred, is a crowd: nothing is learnt from what lies there.
"""

from __future__ import annotations

from pathlib import Path

from probe.errors import FramesError, PictureError
from probe.files.data_path import path_in_data
from probe.files.places import is_file, is_folder
from probe.frames.annotated.frame import AnnotatedFrame, Instance, Say, unsaid
from probe.frames.annotated.masks import CropMask
from probe.frames.box_table import BoxRow, read_rows
from probe.frames.cropping import MASKS, TABLE
from probe.frames.folder import FrameFolder
from probe.frames.progress_file import NAME, stored_progress
from probe.pictures.decoding import Box, picture_size, pixel_sides
from probe.wording import Message, reason_of, refusal

FRAMES = "frames"
"""Folder of the frames, beside the table."""


def cropped(folder: Path, say: Say = unsaid) -> list[AnnotatedFrame]:
    """The frames in which somebody was found, in their order.

    Args:
        folder: of the crop run.
        say: told which pictures among the frames are not read.

    Raises:
        FramesError: no table, no frames, others than were looked at, or a number without its frame.
    """
    if not is_file(folder / TABLE):
        raise refusal(
            FramesError,
            Message("frames-no-crop-run", {"table": TABLE}),
            place=folder,
            hint=Message("frames-name-crop-out"),
        )
    if not is_folder(folder / FRAMES):
        raise refusal(
            FramesError,
            Message("frames-not-here", {"frames": FRAMES}),
            place=folder,
            hint=Message("frames-put-there", {"path": str(folder / FRAMES)}),
        )
    frames = FrameFolder(folder / FRAMES)
    _check_count(folder, frames.count)
    for note in frames.notes:
        say(note)
    rows: dict[int, list[BoxRow]] = {}
    for row in read_rows(folder / TABLE):
        rows.setdefault(row.frame, []).append(row)
    return [_frame(folder, frames.files, number, rows[number]) for number in sorted(rows)]


def _check_count(folder: Path, count: int) -> None:
    """Refuse frames that are more, or fewer, than were looked at: numbers would name others."""
    if not is_file(folder / NAME):
        return
    looked = stored_progress(folder, Message("frames-restore-or-cut"))
    every_frame = looked.frames == looked.next_frame
    if count > looked.next_frame or (every_frame and count < looked.next_frame):
        raise refusal(
            FramesError,
            Message(
                "frames-other-count",
                {"frames": FRAMES, "pictures": count, "looked": looked.next_frame},
            ),
            place=folder / FRAMES,
            hint=Message("frames-give-all-only"),
        )


def _frame(folder: Path, files: list[Path], number: int, rows: list[BoxRow]) -> AnnotatedFrame:
    if not 0 <= number < len(files):
        raise refusal(
            FramesError,
            Message("frames-not-among", {"number": number, "files": len(files), "frames": FRAMES}),
            place=folder / TABLE,
            hint=Message("frames-give-all"),
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
    """(height, width) of a frame, upright, as it was cut."""
    try:
        width, height = picture_size(path)
    except PictureError as error:
        raise refusal(
            FramesError,
            Message("frames-frame-unreadable", {"reason": reason_of(error)}),
            place=path,
            hint=Message("frames-order-stays"),
        ) from None
    return height, width
