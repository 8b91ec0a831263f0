"""From frames to crops: detect, follow, cut out, write; one frame at a time, and resumable."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from probe.contracts import Detections, Detector, Reporter
from probe.errors import FramesError
from probe.files.atomic import sweep, write_bytes
from probe.files.lock import holding
from probe.files.plain_text import hyphenated
from probe.frames.box_table import BoxRow, add_rows, read_rows
from probe.frames.frame import Frame, FrameSource
from probe.frames.limits import Limits
from probe.frames.progress_file import CropProgress, read_progress, write_progress
from probe.frames.tracking import OverlapTracker
from probe.pictures.crops import CUT_OFF
from probe.pictures.decoding import Box, cut, share_inside
from probe.pictures.photo_folder import readable
from probe.wording import Message, as_stored, refusal

CROPS, MASKS, TABLE = "crops", "masks", "boxes.csv"
"""In the folder: crops, masks under the same paths, and the table of all boxes."""

UNFINISHED = "boxes.part.csv"
"""The table while frames are still to come."""

SAVED_EVERY = 25
"""Frames after which it is noted how far it is (ours: a second or so is lost by a kill)."""

VERSION = "crop 3"
"""Raised when the same frames give other crops."""


@dataclass(frozen=True)
class CropTask:
    """What is to be cut out of what.

    Attributes:
        source: the frames.
        detector: who finds people.
        limits: which of them are kept.
        every: every so many frames are looked at.
        out: folder of the result.
    """

    source: FrameSource
    detector: Detector
    limits: Limits
    every: int
    out: Path

    @property
    def camera(self) -> str:
        """Name of the camera in paths: that of the source, in letters, digits and hyphens."""
        return hyphenated(readable(self.source.name)) or "camera"

    @property
    def digest(self) -> str:
        """Of everything that decides the result."""
        told = (VERSION, self.source.digest, self.detector.digest, repr(self.limits), self.every)
        return hashlib.sha256(repr(told).encode()).hexdigest()


def crop_people(task: CropTask, reporter: Reporter) -> CropProgress:
    """Write crops, masks and the table of a task; what is there already is not made again.

    Raises:
        FramesError: the folder holds something else, or cannot be written into.
        DetectorError: the detector cannot say anything of a frame.
    """
    if note := task.detector.check_frames(task.source.has):
        reporter.step(note)
    with holding(task.out):
        progress = read_progress(task.out, task.digest)
        return progress if progress.complete else _crop_on(task, progress, reporter)


def _crop_on(task: CropTask, progress: CropProgress, reporter: Reporter) -> CropProgress:
    """Go on from where it was left."""
    sweep(task.out)
    write_progress(task.out, progress)
    tracker = OverlapTracker(task.every)
    if progress.size:
        _go_back(task.out / UNFINISHED, progress.size, tracker)
    elif (task.out / UNFINISHED).exists():
        (task.out / UNFINISHED).unlink()
    try:
        progress = _all_frames(task, progress, tracker, reporter)
        if not (task.out / UNFINISHED).is_file():
            add_rows(task.out / UNFINISHED, ())
        (task.out / UNFINISHED).replace(task.out / TABLE)
        progress = replace(progress, complete=True)
        write_progress(task.out, progress)
    except OSError as error:
        raise refusal(
            FramesError,
            Message("frames-crops-not-written", {"detail": str(error.strerror or error)}),
            place=task.out,
            hint=Message("frames-make-room"),
        ) from error
    return progress


def _all_frames(
    task: CropTask, progress: CropProgress, tracker: OverlapTracker, reporter: Reporter
) -> CropProgress:
    tell = reporter.progress(Message("frames-progress", {"camera": task.camera}), "frames")
    everything = -(-task.source.count // task.every)
    rows: list[BoxRow] = []
    opened = len(task.source.notes)
    before = progress.unread
    for frame in task.source.frames(progress.next_frame, task.every):
        people, progress = _look(task, frame, progress)
        rows += _frame_rows(task, frame, people, tracker)
        number, done = frame.record.number + task.every, progress.frames + 1
        unread = (*before, *map(as_stored, task.source.notes[opened:]))
        progress = replace(progress, next_frame=number, frames=done, unread=unread)
        if done % SAVED_EVERY == 0:
            progress = _saved(task.out, progress, rows)
            rows = []
        tell(done, max(everything, done))
    unread = (*before, *map(as_stored, task.source.notes[opened:]))
    return _saved(task.out, replace(progress, unread=unread), rows)


def _saved(out: Path, progress: CropProgress, rows: list[BoxRow]) -> CropProgress:
    progress = replace(progress, size=add_rows(out / UNFINISHED, rows))
    write_progress(out, progress)
    return progress


def _go_back(table: Path, size: int, tracker: OverlapTracker) -> None:
    """Cut the table to what was noted as done, and lead the tracker through it again."""
    if not table.is_file() or table.stat().st_size < size:
        raise refusal(
            FramesError, Message("frames-rows-missing"), place=table, hint=Message("step-new-out")
        )
    os.truncate(table, size)
    for number, rows in groupby(read_rows(table), lambda row: row.frame):
        tracker.follow(number, np.array([row.box for row in rows]))


def _frame_rows(
    task: CropTask, frame: Frame, people: Detections, tracker: OverlapTracker
) -> Iterator[BoxRow]:
    if not len(people):
        return
    tracks = tracker.follow(frame.record.number, people.boxes)
    for place, track in enumerate(tracks.tolist()):
        mask = None if people.masks is None else people.masks[place]
        box = people.boxes[place]
        crop, left_out = _write_crop(task, frame, box, track, mask)
        x, y, width, height = box.tolist()
        score = round(float(people.scores[place]), 4)
        number, time = frame.record.number, frame.record.time
        yield BoxRow(number, time, (x, y, width, height), score, track, crop, left_out)


def _look(task: CropTask, frame: Frame, progress: CropProgress) -> tuple[Detections, CropProgress]:
    """People above the least score inside the frame, from the left; and the others counted.

    Boxes are as the table has them.
    """
    people = task.detector.detect_in(frame.record, frame.pixels)
    boxes = people.boxes.round(2)
    size = frame.pixels.shape[:2]
    inside = np.array([share_inside(Box(*box), size) for box in boxes.tolist()])
    sure = people.scores >= task.limits.score
    within = (inside > 0) & (boxes[:, 2:] > 0).all(1)
    kept = np.flatnonzero(sure & within)
    order = kept[np.lexsort((boxes[kept, 1], boxes[kept, 0]))]
    chosen = people.only(order)
    counted = replace(
        progress,
        unsure=progress.unsure + int((~sure).sum()),
        outside=progress.outside + int((sure & ~within).sum()),
        cut_off=progress.cut_off + int((inside[kept] < CUT_OFF).sum()),
    )
    return Detections(boxes[order], chosen.scores, chosen.masks), counted


def _write_crop(
    task: CropTask,
    frame: Frame,
    box: NDArray[np.float64],
    track: int,
    mask: NDArray[np.bool_] | None,
) -> tuple[str, str]:
    place = Box(*box.tolist())
    crop = cut(frame.pixels, place)
    if reason := task.limits.reason(crop):
        return "", reason
    path = f"{task.camera}/p{track:04d}/f{frame.record.number:07d}.png"
    write_bytes(task.out / CROPS / path, _png(crop), durable=False)
    if mask is not None:
        shown = np.repeat(mask[..., None], 3, 2).astype(np.uint8) * 255
        write_bytes(task.out / MASKS / path, _png(cut(shown, place)[..., 0]), durable=False)
    return path, ""


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Without loss: a crop that is compressed again has other vectors."""
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, format="PNG")
    return file.getvalue()
