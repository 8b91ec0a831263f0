"""A frame, and what gives frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from probe.contracts import FrameRecord
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

    def has(self, frame: int | str) -> bool:
        """Whether there is a frame of this number, or whose file has this name."""
        ...

    def frames(self, begin: int, every: int) -> Iterator[Frame]:
        """Every so many frames, from number `begin` on, in order, one at a time."""
        ...
