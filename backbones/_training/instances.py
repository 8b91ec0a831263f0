"""What is known of the people (or other things) in a frame: boxes, classes, masks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

FULL = 255
"""Value of a mask where the instance is."""


@dataclass(frozen=True, eq=False)
class FrameInstances:
    """The instances of a frame.

    Attributes:
        boxes: `float32 (n, 4)`: left, top, right, bottom in pixels of the picture.
        classes: `int64 (n,)`, counted from 0 without the background.
        crowds: `bool (n,)`: a group that nobody took apart; what overlaps it is not learnt from.
        masks: `uint8 (n, h, w)`, 0 to `FULL`; None where only boxes are known.
    """

    boxes: NDArray[np.float32]
    classes: NDArray[np.int64]
    crowds: NDArray[np.bool_]
    masks: NDArray[np.uint8] | None = None

    def __len__(self) -> int:
        return len(self.classes)

    def only(self, chosen: NDArray[np.bool_]) -> FrameInstances:
        """Some of the instances."""
        masks = None if self.masks is None else self.masks[chosen]
        return FrameInstances(self.boxes[chosen], self.classes[chosen], self.crowds[chosen], masks)


@dataclass(frozen=True, eq=False)
class InstanceBatch:
    """The instances of a batch of frames, one after another.

    Attributes:
        boxes: `float32 (m, 4)`: left, top, right, bottom as shares of the picture.
        classes: `int64 (m,)`.
        crowds: `bool (m,)`.
        frames: `int64 (m,)`, number of the picture in its batch.
        masks: `uint8 (m, h, w)`, 0 to `FULL`; None where a frame of the batch has only boxes.
    """

    boxes: torch.Tensor
    classes: torch.Tensor
    crowds: torch.Tensor
    frames: torch.Tensor
    masks: torch.Tensor | None

    def of_frame(self, number: int) -> InstanceBatch:
        """The instances of one picture, single ones first and crowds last."""
        rows = torch.nonzero(self.frames == number)[:, 0]
        rows = torch.cat([rows[~self.crowds[rows]], rows[self.crowds[rows]]])
        masks = None if self.masks is None else self.masks[rows]
        return InstanceBatch(
            self.boxes[rows], self.classes[rows], self.crowds[rows], self.frames[rows], masks
        )

    def single(self) -> InstanceBatch:
        """Those that are no crowd."""
        rows = ~self.crowds
        masks = None if self.masks is None else self.masks[rows]
        return InstanceBatch(
            self.boxes[rows], self.classes[rows], self.crowds[rows], self.frames[rows], masks
        )

    def moved(self, change: Callable[[torch.Tensor], torch.Tensor]) -> InstanceBatch:
        """The same with every tensor changed, such as brought to a device."""
        masks = None if self.masks is None else change(self.masks)
        return InstanceBatch(
            change(self.boxes), change(self.classes), change(self.crowds), change(self.frames),
            masks,
        )  # fmt: skip


def batched(frames: Sequence[FrameInstances], size: tuple[int, int]) -> InstanceBatch:
    """The instances of frames that were brought to one size (height, width)."""
    height, width = size
    sides = np.array([width, height, width, height], np.float32)
    numbers = [np.full(len(frame), number, np.int64) for number, frame in enumerate(frames)]
    masks = [frame.masks for frame in frames if frame.masks is not None]
    return InstanceBatch(
        torch.from_numpy(np.concatenate([frame.boxes for frame in frames]) / sides),
        torch.from_numpy(np.concatenate([frame.classes for frame in frames])),
        torch.from_numpy(np.concatenate([frame.crowds for frame in frames])),
        torch.from_numpy(np.concatenate(numbers)),
        torch.from_numpy(np.concatenate(masks)) if len(masks) == len(frames) else None,
    )
