"""Frames of a video, by OpenCV: one at a time, upright, with the video's own times."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from probe.contracts import FrameRecord
from probe.errors import FramesError
from probe.frames.frame import Frame
from probe.pictures.photo_folder import readable
from probe.wording import Message, refusal

LOST = 0.9
"""Below this share of the frames that a video says to have, its end is said to be missing (ours:
the number in a header is often off by a few)."""


class Video:
    """A video file.

    Rotation flags are obeyed; times are those of the file, whatever its frame rate.

    Args:
        path: the file.

    Raises:
        FramesError: OpenCV is missing, or cannot read it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.notes: list[Message] = []
        self._cv2 = _opencv()
        capture = self._opened()
        # Streams and broken headers say 0, -1 or a number beyond all reason.
        told = capture.get(self._cv2.CAP_PROP_FRAME_COUNT)
        self._count = int(told) if 0 < told < 2**31 else 0
        capture.release()

    @property
    def name(self) -> str:
        """Of the file, without its ending."""
        return self.path.stem

    @property
    def digest(self) -> str:
        """Of name, size and time of change."""
        state = self.path.stat()
        return f"{self.path.name} {state.st_size} {state.st_mtime_ns}"

    @property
    def count(self) -> int:
        """As the file's header says; 0 where it does not."""
        return self._count

    def has(self, frame: int | str) -> bool:
        """Whether it may have a frame of this number, or has this name."""
        if isinstance(frame, str):
            return frame == readable(self.path.name)
        return not self._count or frame < self._count

    def frames(self, begin: int, every: int) -> Iterator[Frame]:
        """Frames in order; those in between are passed over, not sought: seeking is not exact."""
        capture, number = self._opened(), 0
        try:
            while capture.grab():
                time = float(capture.get(self._cv2.CAP_PROP_POS_MSEC)) / 1000
                if number >= begin and (number - begin) % every == 0:
                    read, pixels = capture.retrieve()
                    if not read or pixels is None:
                        break
                    record = FrameRecord(number, self.path.name, time, self.path.parent)
                    yield Frame(record, np.ascontiguousarray(pixels[..., ::-1]))
                number += 1
        finally:
            capture.release()
        if number < LOST * self._count:
            counts = {"read": number, "count": self._count}
            self.notes.append(
                Message("frames-video-cut", {"video": readable(self.path.name), **counts})
            )

    def _opened(self) -> Any:
        capture = self._cv2.VideoCapture(str(self.path))
        if not capture.isOpened():
            raise refusal(
                FramesError,
                Message("frames-video-unreadable"),
                place=self.path,
                hint=Message("frames-convert-video"),
            )
        return capture


def _opencv() -> Any:
    try:
        import cv2
    except ImportError as error:
        raise refusal(
            FramesError,
            Message("frames-needs-opencv", {"error": str(error)}),
            hint=Message("frames-install-video"),
        ) from None
    return cv2
