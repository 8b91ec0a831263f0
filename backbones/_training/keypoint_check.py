"""Keypoints of the pictures that stages learn from: there, of these pictures, and counted.

All are read before the first stage begins: a file that is missing would otherwise end a training
hours later, in its second stage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from probe.backbones._training.keypoints import (
    JointCounts,
    Joints,
    are_small,
    check_inside,
    count_joints,
    reach,
    read_keypoints,
)
from probe.backbones._training.stage import Stage
from probe.backbones._training.table import TrainingRecord, TrainingTable
from probe.contracts import Reporter
from probe.errors import UsageError
from probe.pictures.decoding import picture_size
from probe.wording import Message, Value, refusal

KEYPOINTS = "keypoints"
"""What a stage has under `load` that learns from them."""


@dataclass(frozen=True)
class KeypointCounts:
    """What there is to learn poses from.

    Attributes:
        pictures: that have keypoints.
        poseless: of these, pictures without a single joint that is shown.
        joints: of all of them.
    """

    pictures: int
    poseless: int
    joints: JointCounts


@dataclass(frozen=True)
class _Asked:
    """Pictures whose keypoints stages load; `joints` is how many each must have, None for any."""

    rows: tuple[int, ...]
    joints: int | None
    layout: str


def check_keypoints(stages: Sequence[Stage], table: TrainingTable, reporter: Reporter) -> None:
    """Read the keypoints that stages will load, and say how many joints there are.

    Args:
        stages: those that are still to be trained.
        table: the pictures.
        reporter: told the counts.

    Raises:
        UsageError: pictures without keypoints, or another number of joints than the stage's layout.
        PictureError: keypoints that cannot be read, or belong to a picture of another size.
    """
    named: dict[_Asked, list[str]] = {}
    for stage in stages:
        if KEYPOINTS in stage.load:
            rows = tuple(np.flatnonzero(stage.sampler.chosen(table)).tolist())
            objective = stage.objective
            asked = _Asked(rows, objective.joints, objective.joint_layout)
            named.setdefault(asked, []).append(stage.name)
    for asked, names in named.items():
        records = [table.records[row] for row in asked.rows]
        counts = _counts(records, asked, reporter)
        joints = counts.joints
        values: dict[str, Value] = {
            "stages": tuple(names), "pictures": counts.pictures, "poseless": counts.poseless,
            "missing": joints.missing, "outside": joints.outside,
            "joints": joints.shown + joints.missing + joints.outside,
        }  # fmt: skip
        reporter.step(Message("training-keypoints", values))


def _counts(records: Sequence[TrainingRecord], asked: _Asked, reporter: Reporter) -> KeypointCounts:
    _refuse_missing(records)
    progress = reporter.progress(Message("training-reading-keypoints"), "pictures")
    total, poseless, reaches = JointCounts(0, 0, 0), 0, []
    for number, record in enumerate(records, start=1):
        assert record.keypoints is not None
        size = picture_size(record.path)
        joints = _joints_of(size, record.keypoints, asked)
        counts = count_joints(joints, size)
        total += counts
        poseless += not counts.shown
        if (down := reach(joints, size)) is not None:
            reaches.append(down)
        progress(number, len(records))
    if are_small(reaches):
        reporter.step(Message("keypoints-small", {"share": float(np.median(reaches))}))
    return KeypointCounts(len(records), poseless, total)


def _joints_of(size: tuple[int, int], path: Path, asked: _Asked) -> Joints:
    """Joints of a picture of `size` (width, height), checked."""
    joints = read_keypoints(path)
    if asked.joints is not None and len(joints) != asked.joints:
        raise refusal(
            UsageError,
            Message(
                "train-joints",
                {"joints": len(joints), "wanted": str(asked.joints), "layout": str(asked.layout)},
            ),
            place=path,
            hint=Message("train-set-layout"),
        )
    check_inside(joints, size, path)
    return joints


def _refuse_missing(records: Sequence[TrainingRecord]) -> None:
    without = [record for record in records if record.keypoints is None]
    if without:
        shown = without[0].path
        looked_for = f"keypoints/{shown.parent.name}/{shown.stem}.json"
        raise refusal(
            UsageError,
            Message("train-without-keypoints", {"without": len(without), "all": len(records)}),
            place=shown,
            hint=Message("train-put-keypoints", {"place": looked_for}),
        )
