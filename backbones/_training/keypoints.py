"""Joints of a picture, from a file."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.errors import PictureError

Joints = NDArray[np.float32]
"""`(joints, 3)`: column and row in pixels of the picture, and 1 where the joint is seen, else 0."""


def read_keypoints(path: Path) -> Joints:
    """Joints from a `.npy` file or from JSON.

    JSON is a list of [column, row] or [column, row, seen], a mapping of joint to such a list, or
    either under the key `keypoints`; null stands for a joint that is not seen.

    Raises:
        PictureError: the file is missing or holds something else.
    """
    try:
        if path.suffix == ".npy":
            return _checked(np.load(path, allow_pickle=False), path)
        content = json.loads(path.read_text("utf-8"))
        if isinstance(content, dict):
            content = content.get("keypoints", content)
        if isinstance(content, dict):
            content = list(content.values())
        rows = [[0, 0, 0] if row is None else [*row, 1][:3] for row in content]
        return _checked(np.array(rows, np.float32), path)
    except (OSError, ValueError, TypeError) as error:
        raise PictureError(f"no keypoints can be read ({error})", place=path) from None


def _checked(values: NDArray[np.floating], path: Path) -> Joints:
    if values.ndim != 2 or values.shape[1] != 3 or not np.isfinite(values).all():
        raise PictureError(
            f"keypoints are (joints, 3) finite numbers, not {values.shape}", place=path
        )
    return values.astype(np.float32)
