"""Frames as pictures of a folder, in the order of their names."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from probe.contracts import FrameRecord
from probe.errors import FramesError, PictureError
from probe.files.places import is_folder
from probe.frames.frame import Frame
from probe.pictures.decoding import PICTURE_FILES, SUFFIXES, read_picture
from probe.pictures.photo_folder import (
    OTHER_PICTURES,
    count_endings,
    ending,
    is_bare_picture,
    link_reason,
    other_format,
    readable,
)
from probe.wording import Message, reason_of, refusal


class FrameFolder:
    """A folder of frames; numbers in names count as numbers (`f2` comes before `f10`).

    Args:
        folder: pictures in it are frames, those in folders below are not.
        fps: frames a second, above 0; None where nobody knows: then frames have no times.

    Raises:
        FramesError: there is no picture in it.
    """

    def __init__(self, folder: Path, fps: float | None = None) -> None:
        self.folder = folder
        self._fps = fps
        names = _names_in(folder)
        inside = folder.resolve()
        reasons = {name: _reason(folder / name, inside) for name in names}
        pictures = (n for n in names if reasons[n] is None and ending(n) in SUFFIXES)
        self._files = [folder / name for name in sorted(pictures, key=_natural)]
        self._names = frozenset(readable(path.name) for path in self._files)
        self.notes = _left_out({name: why for name, why in reasons.items() if why is not None})
        if not self._files:
            message = Message("frames-none-here", {"held": count_endings(names)})
            raise refusal(FramesError, message, place=folder, hint=PICTURE_FILES)

    @property
    def name(self) -> str:
        """Of the folder."""
        return self.folder.resolve().name

    @property
    def digest(self) -> str:
        """Of names, sizes and times of change of all files, and of frames a second."""
        told = hashlib.sha256(b"" if self._fps is None else f"{self._fps} fps\n".encode())
        for path in self._files:
            state = path.stat()
            told.update(os.fsencode(path.name))
            told.update(f" {state.st_size} {state.st_mtime_ns}\n".encode())
        return told.hexdigest()

    @property
    def count(self) -> int:
        """Of all files."""
        return len(self._files)

    @property
    def files(self) -> list[Path]:
        """In the order of their numbers."""
        return list(self._files)

    def has(self, frame: int | str) -> bool:
        """Whether there is a frame of this number, or whose file has this name (as it is read)."""
        if isinstance(frame, str):
            return frame in self._names
        return frame < len(self._files)

    def frames(self, begin: int, every: int) -> Iterator[Frame]:
        """Frames of any size; one that cannot be read is left out with a note."""
        for number in range(begin, len(self._files), every):
            path = self._files[number]
            time = None if self._fps is None else number / self._fps
            record = FrameRecord(number, path.name, time, self.folder)
            try:
                pixels = read_picture(path)
            except PictureError as error:
                values = {"frame": readable(path.name), "reason": reason_of(error)}
                self.notes.append(Message("frames-unreadable", values))
                continue
            yield Frame(record, pixels)


def _names_in(folder: Path) -> list[str]:
    """The files in a folder and the links to files, without hidden ones."""
    try:
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
    except OSError as error:
        raise refusal(
            FramesError,
            Message("frames-folder-closed", {"detail": str(error.strerror)}),
            place=folder,
            hint=Message("frames-ask-or-copy"),
        ) from error
    return sorted(entry.name for entry in entries if not is_folder(entry))


def _reason(path: Path, inside: Path) -> Message | None:
    """Why what is a picture by its name is not read; None for frames and other files."""
    kind = ending(path.name)
    if kind in OTHER_PICTURES:
        return other_format(path.name)
    if kind and kind not in SUFFIXES:
        return None
    reason = link_reason(path, inside)
    if kind:
        return reason
    return Message("reason-no-ending") if reason is None and is_bare_picture(path) else None


def _left_out(reasons: Mapping[str, Message]) -> list[Message]:
    """A note on the files of each reason: how many, and the first."""
    files: dict[tuple[str, str], list[str]] = {}
    for name, reason in reasons.items():
        files.setdefault((reason.id, ending(name)), []).append(name)
    return [
        Message(
            "frames-left-out",
            {"count": len(names), "first": readable(names[0]), "reason": reasons[names[0]]},
        )
        for names in files.values()
    ]


def _natural(name: str) -> list[tuple[int, int, str]]:
    parts = re.split(r"(\d+)", name)
    return [(1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts]
