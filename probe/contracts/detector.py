"""What a detector of people must offer, and how one is registered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.contracts.loading import Runtime
from probe.errors import DetectorError
from probe.wording import Message, refusal


@dataclass(frozen=True, eq=False)
class Detections:
    """The people that a detector sees in a frame.

    Attributes:
        boxes: `float64 (n, 4)`: left, top, width, height in pixels of the frame; a box may reach
            over the border, and has a width and height above 0.
        scores: `float64 (n,)`, 0 to 1; higher is surer.
        masks: `bool (n, h, w)`, of the whole frame; None from a detector of boxes alone.

    Raises:
        DetectorError: another shape, a number that is not finite, or a box without a size.
    """

    boxes: NDArray[np.float64]
    scores: NDArray[np.float64]
    masks: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        count = len(self.scores)
        if self.boxes.shape != (count, 4) or self.scores.shape != (count,):
            shapes = {"boxes": str(self.boxes.shape), "scores": str(self.scores.shape)}
            raise refusal(DetectorError, Message("detector-shapes", shapes))
        if self.masks is not None and (self.masks.ndim != 3 or len(self.masks) != count):
            raise refusal(
                DetectorError,
                Message("detector-masks", {"count": count, "shape": str(self.masks.shape)}),
            )
        if not (np.isfinite(self.boxes).all() and np.isfinite(self.scores).all()):
            raise refusal(DetectorError, Message("detector-no-number"))
        if not (self.boxes[:, 2:] > 0).all():
            raise refusal(DetectorError, Message("detector-no-size"))

    def __len__(self) -> int:
        return len(self.scores)

    def only(self, chosen: NDArray[np.bool_] | NDArray[np.int64]) -> Detections:
        """Some of the people, or all in another order."""
        masks = None if self.masks is None else self.masks[chosen]
        return Detections(self.boxes[chosen], self.scores[chosen], masks)


def nobody() -> Detections:
    """What a detector gives for an empty frame."""
    return Detections(np.empty((0, 4)), np.empty(0))


@dataclass(frozen=True)
class FrameRecord:
    """What a detector may know of a frame beside its pixels.

    Attributes:
        number: of the frame, counted from 0 in its video or folder.
        name: of its file, without the folder; of a video's frame the video's name.
        time: seconds from the first frame; None where nobody knows.
        folder: that the file, or the video, lies in.
    """

    number: int
    name: str
    time: float | None
    folder: Path


class Detector:
    """Finds people in frames; the base of every detector.

    A detector that looks at the pixels overrides `detect`; one that must know which frame it is (a
    table of boxes, the scene it was rendered from) overrides `detect_in`.

    Attributes:
        name: in tables and messages.
        has_masks: whether it gives masks.
    """

    name: str = ""
    has_masks: bool = False

    @property
    def digest(self) -> str:
        """Text that changes whenever a detection would."""
        return self.name

    def detect(self, frame: NDArray[np.uint8]) -> Detections:
        """The people in a frame `uint8 (h, w, 3)` RGB."""
        raise NotImplementedError(f"{type(self).__name__} overrides neither detect nor detect_in")

    def detect_in(self, record: FrameRecord, frame: NDArray[np.uint8]) -> Detections:
        """The people in a frame of which more is known than its pixels."""
        return self.detect(frame)

    def check_frames(self, has: Callable[[int | str], bool]) -> Message | None:
        """What a detector with frames of its own says of those that it is given; None: nothing.

        Args:
            has: whether there is a frame of this number, or of this file's name.

        Raises:
            DetectorError: it knows none of them.
        """
        return None


@dataclass(frozen=True)
class DetectorSpec:
    """How a detector is opened: what a module offers as `spec`, or a third party registers.

    Attributes:
        summary: what it does, in a line for people.
        open: opens it with the path of `--detector NAME=PATH` (None where none was given) on the
            runtime's device; a framework is imported inside.
        argument: what the path is (`CHECKPOINT`, `FILE`); empty for a detector that takes none.
        optional: whether it can be opened without the path.
        hint: where the path comes from, for whoever left it out; a text in every language alike.
    """

    summary: str
    open: Callable[[Path | None, Runtime], Detector]
    argument: str = ""
    optional: bool = False
    hint: Message | str = ""
