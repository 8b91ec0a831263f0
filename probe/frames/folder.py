"""Frames as pictures of a folder, in the order of their names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from probe.contracts import FrameRecord
from probe.errors import FramesError, PictureError
from probe.frames.frame import Frame
from probe.pictures.decoding import PICTURE_FILES, SUFFIXES, read_picture
from probe.wording import Message, reason_of


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
        self.notes: list[Message] = []
        self._files = frame_files(folder)

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
            told.update(f"{path.name} {state.st_size} {state.st_mtime_ns}\n".encode())
        return told.hexdigest()

    @property
    def count(self) -> int:
        """Of all files."""
        return len(self._files)

    def frames(self, begin: int, every: int) -> Iterator[Frame]:
        """Frames of any size; one that cannot be read is left out with a note."""
        for number in range(begin, len(self._files), every):
            path = self._files[number]
            time = None if self._fps is None else number / self._fps
            record = FrameRecord(number, path.name, time, self.folder)
            try:
                pixels = read_picture(path)
            except PictureError as error:
                values = {"frame": path.name, "reason": reason_of(error)}
                self.notes.append(Message("frames-unreadable", values))
                continue
            yield Frame(record, pixels)


def frame_files(folder: Path) -> list[Path]:
    """The pictures of a folder in the order of their names.

    Raises:
        FramesError: there is none.
    """
    pictures = (path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES)
    files = sorted((path for path in pictures if not path.name.startswith(".")), key=_natural)
    if not files:
        raise FramesError("there is no frame in this folder", place=folder, hint=PICTURE_FILES)
    return files


def _natural(path: Path) -> list[tuple[int, int, str]]:
    parts = re.split(r"(\d+)", path.name)
    return [(1, int(part), "") if part.isdigit() else (0, 0, part) for part in parts]
