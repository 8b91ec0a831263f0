"""Joints of a picture, from a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError
from probe.files.json_text import parse_json
from probe.wording import Message, refusal

Joints = NDArray[np.float32]
"""`(joints, 3)`: column and row in pixels of the picture, and 1 where the joint is seen, else 0."""

LANDMARKS = ".txt"
"""FD-GAN's landmark files: a joint a line, "row column"; -1 stands for one that is not seen."""

FEWEST_SEEN = 8
"""Joints that must be seen to say how far down a person reaches (ours: more than a head)."""

FEWEST_PICTURES = 8
"""Pictures whose keypoints are judged together (ours): one person may sit or be cut off."""

LOW = 0.6
"""Of the height: where the lowest joints of crops end higher, they are doubted (ours)."""

FLAT = 3
"""Numbers of a joint in OpenPose's and COCO's lists: column, row, confidence or visibility."""


class _OtherContentError(Exception):
    """A file holds something else; the message says what, in our words."""

    def __init__(self, reason: Message) -> None:
        super().__init__(reason)
        self.reason = reason


def read_keypoints(path: Path) -> Joints:
    """Joints from a `.npy` file, from JSON, or from a landmark text of FD-GAN.

    JSON is a list of [column, row] or [column, row, seen], a mapping of joint to such a list, or
    either under the key `keypoints`; null stands for a joint that is not seen. OpenPose's files
    (`people`, of whom the one with most confidence is taken) and COCO's (`annotations`, flat
    lists) are read, too: a joint with confidence or visibility 0 is not seen.

    Raises:
        PictureError: the file is missing or holds something else.
    """
    try:
        if path.suffix == ".npy":
            return _checked(np.load(path, allow_pickle=False))
        text = path.read_text("utf-8")
        rows = _of_landmarks(text) if path.suffix == LANDMARKS else _of_json(parse_json(text))
        return _checked(np.array(rows, np.float64))
    except _OtherContentError as error:
        reason: Message | str = error.reason
    except Exception as error:
        # Whatever a parser or NumPy meets in a file of another kind; a table may name any file of
        # this machine, so its content is not quoted.
        reason = (error.strerror if isinstance(error, OSError) else "") or type(error).__name__
    raise refusal(
        PictureError,
        Message("train-keypoints-unreadable", {"reason": reason}),
        place=path,
        hint=Message("step-keypoints-forms"),
    )


def check_inside(joints: Joints, size: tuple[int, int], path: Path) -> None:
    """Refuse joints most of which lie outside of their picture: they are of another size.

    More than half is our rule: of a person who is cut off, joints outside are few.

    Args:
        joints: in pixels.
        size: (width, height) of the picture.
        path: of the keypoints, for the message.

    Raises:
        PictureError: more than half of the seen joints lie outside.
    """
    counts = count_joints(joints, size)
    if counts.outside > counts.shown:
        raise refusal(
            PictureError,
            Message(
                "train-joints-outside",
                {
                    "outside": counts.outside,
                    "all": counts.outside + counts.shown,
                    "width": size[0],
                    "height": size[1],
                },
            ),
            place=path,
            hint=Message("train-keypoints-pixels"),
        )


@dataclass(frozen=True)
class JointCounts:
    """What joints there are.

    Attributes:
        shown: seen, and in the picture.
        missing: not seen.
        outside: seen, but outside of the picture.
    """

    shown: int
    missing: int
    outside: int

    def __add__(self, other: JointCounts) -> JointCounts:
        return JointCounts(
            self.shown + other.shown, self.missing + other.missing, self.outside + other.outside
        )


def count_joints(joints: Joints, size: tuple[int, int]) -> JointCounts:
    """Counts over joints in pixels of a picture of `size` (width, height)."""
    places, seen = np.trunc(joints[:, :2]), joints[:, 2] > 0
    inside = ((places >= 0) & (places < np.array(size))).all(1)
    shown, outside = int((seen & inside).sum()), int((seen & ~inside).sum())
    return JointCounts(shown, len(joints) - shown - outside, outside)


def reach(joints: Joints, size: tuple[int, int]) -> float | None:
    """How far down the joints reach, as a share of the picture's height; None of too few joints.

    Args:
        joints: in pixels.
        size: (width, height) of the picture.
    """
    seen = joints[joints[:, 2] > 0]
    return None if len(seen) < FEWEST_SEEN else float(seen[:, 1].max() / size[1])


def are_small(reaches: Sequence[float]) -> bool:
    """Whether keypoints of many pictures look like those of smaller ones.

    People fill their crops: of 712 pictures of Market-1501 the lowest joint lies at .91 of the
    height in the median, and in 99 of 100 below .76. Of pictures of half the size it would lie at
    .46.
    """
    return len(reaches) >= FEWEST_PICTURES and float(np.median(reaches)) < LOW


def _of_landmarks(text: str) -> list[list[float]]:
    rows = [[float(value) for value in line.split()] for line in text.splitlines() if line.strip()]
    return [[column, row, float(row != -1 and column != -1)] for row, column in rows]


def _of_json(content: Any) -> list[list[float]]:
    if isinstance(content, dict) and "people" in content:
        return _most_confident(content["people"])
    if isinstance(content, dict) and "annotations" in content:
        content = _only(content["annotations"])
    if isinstance(content, dict):
        content = content.get("keypoints", content)
    if isinstance(content, dict):
        content = list(content.values())
    if content and all(isinstance(value, int | float) for value in content):
        return _of_flat(content)
    return [[0, 0, 0] if row is None else [*row, 1][:3] for row in content]


def _only(annotations: list[Any]) -> Any:
    """The person of COCO's list; a file is of one picture, and of one person of it."""
    if len(annotations) != 1:
        count = {"annotations": len(annotations)}
        raise _OtherContentError(Message("train-keypoints-annotations", count))
    return annotations[0]


def _most_confident(people: Iterable[Any]) -> list[list[float]]:
    lists = [person["pose_keypoints_2d"] for person in people]
    if not lists:
        raise _OtherContentError(Message("train-keypoints-nobody"))
    return _of_flat(max(lists, key=lambda values: sum(values[2::FLAT])))


def _of_flat(values: list[float]) -> list[list[float]]:
    """Column, row, confidence, column, ...: a joint of confidence 0 is not seen."""
    rows = np.array(values, np.float64).reshape(-1, FLAT)
    return [[column, row, float(seen > 0)] for column, row, seen in rows]


def _checked(values: NDArray[np.floating]) -> Joints:
    if values.ndim != 2 or values.shape[1] != 3:
        shape = Message("train-keypoints-array", {"shape": str(values.shape)})
        raise _OtherContentError(shape)
    if not np.isfinite(values).all():
        raise _OtherContentError(Message("train-keypoints-not-finite"))
    return values.astype(np.float32)
