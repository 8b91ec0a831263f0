"""How far a crop run is: what is needed to go on after a kill as if nothing had happened."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from probe.errors import FramesError
from probe.files.atomic import write_text
from probe.files.json_text import parse_json
from probe.files.lock import is_taken
from probe.pictures.crops import MOSTLY
from probe.wording import Message, refusal, stored_message

NAME = "crop.json"
"""Beside the crops."""


@dataclass(frozen=True)
class CropProgress:
    """What is done.

    Attributes:
        digest: of frames, detector and settings.
        next_frame: number of the first frame that is not done.
        frames: that are done.
        size: bytes of the table that they make.
        complete: whether all is done.
        unsure: people below the least score, who are in no table.
        outside: people whose boxes lie outside of their frame, likewise.
        cut_off: people of whose box much lies outside; the rest of it is cut out.
        unread: what is said of frames that could not be read, as messages are stored.
    """

    digest: str
    next_frame: int = 0
    frames: int = 0
    size: int = 0
    complete: bool = False
    unsure: int = 0
    outside: int = 0
    cut_off: int = 0
    unread: tuple[str, ...] = ()


def read_progress(out: Path, digest: str) -> CropProgress:
    """Where to go on in a folder: at the start of a new one, or where it was left.

    Raises:
        FramesError: the folder holds something else, or crops with other settings.
    """
    path = out / NAME
    if not path.is_file():
        if is_taken(out):
            raise refusal(
                FramesError,
                Message("frames-something-else"),
                place=out,
                hint=Message("step-new-out"),
            )
        return CropProgress(digest)
    progress = stored_progress(out, Message("step-new-out"))
    if progress.digest != digest:
        raise refusal(
            FramesError,
            Message("frames-other-crops"),
            place=out,
            hint=Message("frames-new-out-or-settings"),
        )
    return progress


def stored_progress(out: Path, hint: Message | str) -> CropProgress:
    """How far the crops of a folder are, whatever they are of.

    Args:
        out: the folder; its `crop.json` is there.
        hint: the next step where that is damaged.

    Raises:
        FramesError: it is damaged.
    """
    path = out / NAME
    try:
        stored = parse_json(path.read_bytes())
        progress = CropProgress(**{**stored, "unread": tuple(stored.get("unread", ()))})
        _check(progress)
    except (OSError, ValueError, TypeError, AttributeError):
        raise refusal(FramesError, Message("frames-file-damaged"), place=path, hint=hint) from None
    return progress


def _check(progress: CropProgress) -> None:
    """Refuse values of another type, and counts below 0."""
    values = asdict(progress)
    text, complete = values.pop("digest"), values.pop("complete")
    if not isinstance(text, str) or not isinstance(complete, bool):
        raise TypeError("the digest is a text, complete is true or false")
    if not all(isinstance(note, str) for note in values.pop("unread")):
        raise TypeError("notes are texts")
    if any(type(value) is not int or value < 0 for value in values.values()):
        raise TypeError("all others are counts")


def notes_of(progress: CropProgress, boxes: int) -> tuple[Message | str, ...]:
    """What is said of frames that could not be read, whenever that was, and of people that are not
    in the table, or only in part.

    Args:
        progress: of finished crops.
        boxes: rows of their table.
    """
    notes: list[Message | str] = [stored_message(note) for note in progress.unread]
    if progress.unsure:
        notes.append(Message("frames-unsure", {"count": progress.unsure}))
    if progress.outside:
        notes.append(Message("frames-outside", {"count": progress.outside}))
    if progress.cut_off:
        mostly = progress.cut_off > MOSTLY * boxes
        counts = {"count": progress.cut_off, "boxes": boxes}
        notes.append(Message("frames-cut-off", {**counts, "mostly": mostly}))
    return tuple(notes)


def write_progress(out: Path, progress: CropProgress) -> None:
    """Say how far it is."""
    write_text(out / NAME, json.dumps(asdict(progress), indent=1) + "\n")
