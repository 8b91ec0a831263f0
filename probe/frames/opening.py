"""Opening what holds frames."""

from __future__ import annotations

from pathlib import Path

from probe.errors import FramesError
from probe.files.places import is_file, is_folder
from probe.files.store_address import is_address
from probe.frames.folder import FrameFolder
from probe.frames.frame import FrameSource
from probe.frames.video import Video
from probe.wording import Message, refusal


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
    step = Message("path-bring-here") if is_address(path) else Message("frames-name-video")
    raise refusal(FramesError, Message("frames-no-video"), place=path, hint=step)
