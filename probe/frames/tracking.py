"""Tracks: which boxes of successive frames are one walk of one person (a plain tracker of ours).

Every track expects its box where its last steps lead it; boxes and tracks are matched so that the
sum of their overlaps is largest. Where few frames are looked at, a person who walks has left their
last box, and a new track has no steps yet: what is left over is matched by distance, in heights of
a body. No appearance is looked at: people who cross closely can change places, and who is hidden
for longer than the patience comes back as a new track.

Ours: the kept tracker that would do, supervision's ByteTrack, is deprecated since its version 0.28
and leaves with 0.30 (its page of trackers says so), and what is needed here is little.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Boxes = NDArray[np.float64]

LEAST_OVERLAP = 0.3
"""IoU below which a box is not the track's (ours; ByteTrack and SORT take about as much)."""

REACH = 0.5
"""Heights of a body between the centres of the box that a track expects and of one that may be it
(ours: somebody who walks takes half a second for it)."""

LEAST_LIKE = 0.7
"""Share of the taller of two boxes that the other must have where they do not overlap (ours)."""

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
        self._every = every
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
        """Tracks and the places of their boxes: by overlap, then of what is left by distance."""
        pairs = _paired(self._tracks, frame, boxes, overlapping)
        taken = {track.number for track, _ in pairs}
        free = [
            track
            for track in self._tracks
            if track.number not in taken and frame - track.seen <= self._every
        ]
        left = np.setdiff1d(np.arange(len(boxes)), [place for _, place in pairs])
        near = _paired(free, frame, boxes[left], nearness)
        return pairs + [(track, int(left[place])) for track, place in near]


def _paired(
    tracks: Sequence[_Track], frame: int, boxes: Boxes, likeness: Callable[[Boxes, Boxes], Boxes]
) -> list[tuple[_Track, int]]:
    """Tracks and boxes one to one, so that the sum of their likeness is largest; never at 0."""
    if not tracks or not len(boxes):
        return []
    from scipy.optimize import linear_sum_assignment

    alike = likeness(np.stack([track.expected(frame) for track in tracks]), boxes)
    rows, columns = linear_sum_assignment(alike, maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(tracks[row], column) for row, column in pairs if alike[row, column] > 0]


def overlapping(expected: Boxes, boxes: Boxes) -> Boxes:
    """`overlap`, and 0 below `LEAST_OVERLAP`."""
    shared = overlap(expected, boxes)
    return np.where(shared < LEAST_OVERLAP, 0, shared)


def nearness(expected: Boxes, boxes: Boxes) -> Boxes:
    """1 for centres `(n, m)` that are one, 0 for those beyond `REACH` and for boxes too unlike."""
    between = _centres(expected)[:, None] - _centres(boxes)[None]
    heights = expected[:, None, 3], boxes[None, :, 3]
    lower, higher = np.minimum(*heights), np.maximum(*heights)
    near = np.clip(1 - np.hypot(*np.moveaxis(between, -1, 0)) / (REACH * lower), 0, None)
    return np.where(lower >= LEAST_LIKE * higher, near, 0)


def _centres(boxes: Boxes) -> Boxes:
    centres: Boxes = boxes[:, :2] + boxes[:, 2:] / 2
    return centres


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
