"""Tracks: which boxes of successive frames are one walk of one person (a plain tracker of ours).

Every track expects its box where its last steps lead it; boxes and tracks are matched so that the
sum of their overlaps is largest. No appearance is looked at: people who cross closely can change
places, and who is hidden for longer than the patience comes back as a new track.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float64]

LEAST_OVERLAP = 0.3
"""IoU below which a box is not the track's (ours; ByteTrack and SORT take about as much)."""

PATIENCE = 15
"""Frames that a track outlives without a box (ours: half a second of 30 frames a second)."""

SMOOTHING = 0.5
"""Share of the newest step in the motion that a track expects (ours)."""


@dataclass(eq=False)
class _Track:
    number: int
    box: Boxes
    step: Boxes
    seen: int

    def expected(self, frame: int) -> Boxes:
        moved: Boxes = self.box + self.step * (frame - self.seen)
        return moved

    def take(self, box: Boxes, frame: int) -> None:
        newest = (box - self.box) / (frame - self.seen)
        newest[2:] = 0  # a size that changes is mostly the detector's noise
        self.step = SMOOTHING * newest + (1 - SMOOTHING) * self.step
        self.box, self.seen = box, frame


class OverlapTracker:
    """Gives every box of a frame the number of its track, counted from 1.

    Args:
        every: frames between two that it is told of.
    """

    def __init__(self, every: int = 1) -> None:
        self._patience = PATIENCE * every
        self._tracks: list[_Track] = []
        self._last = 0

    def follow(self, frame: int, boxes: Boxes) -> NDArray[np.int64]:
        """Track numbers `(n,)` of the boxes `(n, 4)` (left, top, width, height) of a frame.

        Args:
            frame: its number; they rise from call to call.
            boxes: of all people in it.
        """
        self._tracks = [t for t in self._tracks if frame - t.seen <= self._patience]
        numbers = np.zeros(len(boxes), np.int64)
        for track, box in self._matches(frame, boxes):
            track.take(boxes[box], frame)
            numbers[box] = track.number
        for new in np.flatnonzero(numbers == 0):
            self._last += 1
            self._tracks.append(_Track(self._last, boxes[new], np.zeros(4), frame))
            numbers[new] = self._last
        return numbers

    def _matches(self, frame: int, boxes: Boxes) -> list[tuple[_Track, int]]:
        if not self._tracks or not len(boxes):
            return []
        from scipy.optimize import linear_sum_assignment

        overlaps = overlap(np.stack([t.expected(frame) for t in self._tracks]), boxes)
        overlaps[overlaps < LEAST_OVERLAP] = 0
        rows, columns = linear_sum_assignment(overlaps, maximize=True)
        pairs = zip(rows.tolist(), columns.tolist(), strict=True)
        return [(self._tracks[row], box) for row, box in pairs if overlaps[row, box] > 0]


def overlap(first: Boxes, second: Boxes) -> NDArray[np.float64]:
    """IoU `(n, m)` of boxes `(n, 4)` and `(m, 4)`: left, top, width, height."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(
        first[:, None, :2] + first[:, None, 2:], second[None, :, :2] + second[None, :, 2:]
    )
    shared = np.clip(high - low, 0, None).prod(-1)
    areas = first[:, 2:].prod(-1)[:, None] + second[:, 2:].prod(-1)[None]
    share: NDArray[np.float64] = shared / np.maximum(areas - shared, 1e-12)
    return share
