"""A frame, and where frames come from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts import FrameRecord
from probe.errors import FramesError
from probe.wording import Message


@dataclass(frozen=True, eq=False)
class Frame:
    """A frame of a camera.

    Attributes:
        record: which one it is.
        pixels: `uint8 (h, w, 3)` RGB, upright.
    """

    record: FrameRecord
    pixels: NDArray[np.uint8]


class FrameSource(Protocol):
    """A folder of frames, or a video."""

    @property
    def name(self) -> str:
        """Of the folder or video, without ending."""
        ...

    @property
    def digest(self) -> str:
        """Text that changes whenever a frame would."""
        ...

    @property
    def count(self) -> int:
        """How many frames there are, or are said to be; 0 where nobody knows."""
        ...

    @property
    def notes(self) -> list[Message]:
        """What could not be read; grows while frames are read."""
        ...

    def frames(self, begin: int, every: int) -> Iterator[Frame]:
        """Every so many frames, from number `begin` on, in order, one at a time."""
        ...


def open_frames(path: Path) -> FrameSource:
    """A folder of frames, or a video.

    Raises:
        FramesError: there is neither, no frame in it, or the video cannot be read.
    """
    from probe.frames.folder import FrameFolder
    from probe.frames.video import Video

    if path.is_dir():
        return FrameFolder(path)
    if path.is_file():
        return Video(path)
    raise FramesError(
        "there is no such video or folder of frames",
        place=path,
        hint="Name a video, or a folder with pictures in the order of their names.",
    )
