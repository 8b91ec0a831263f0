"""Opening what holds frames."""

from __future__ import annotations

from pathlib import Path

from probe.errors import FramesError
from probe.files.places import is_file, is_folder
from probe.frames.folder import FrameFolder
from probe.frames.frame import FrameSource
from probe.frames.video import Video


def open_frames(path: Path, fps: float | None = None) -> FrameSource:
    """A folder of frames, or a video.

    Args:
        path: of either.
        fps: frames a second of a folder of frames; None where nobody knows.

    Raises:
        FramesError: there is neither, no frame in it, or the video cannot be read.
    """
    if is_folder(path):
        return FrameFolder(path, fps)
    if is_file(path):
        return Video(path)
    raise FramesError(
        "there is no such video or folder of frames",
        place=path,
        hint="Name a video, or a folder with pictures in the order of their names.",
    )
