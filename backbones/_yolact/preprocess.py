"""A frame as YOLACT sees it."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from probe.backbones._torch.taken_array import tensor_of
from probe.backbones._yolact.view import OFFICIAL

MEAN = (123.68, 116.78, 103.94)
STD = (58.40, 57.12, 57.38)
"""Of red, green and blue, 0 to 255 (`MEANS` and `STD` of the official code, blue first there)."""


def as_seen(
    frame: NDArray[np.uint8],
    device: torch.device | None = None,
    dtype: torch.dtype = torch.float32,
    size: tuple[int, int] = OFFICIAL,
    *,
    smooth: bool = False,
) -> torch.Tensor:
    """Normalised `(1, 3, *size)` of a frame `uint8 (h, w, 3)` RGB, its shape not being kept.

    Args:
        frame: the frame.
        device: of the result.
        dtype: of the result.
        size: (height, width) of the result.
        smooth: bilinear with antialiasing, as `probe train` resizes; else without, as the official
            networks were trained.
    """
    shown = tensor_of(frame).to(device)
    shown = shown.permute(2, 0, 1)[None].to(dtype)
    resized = functional.interpolate(
        shown, size, mode="bilinear", align_corners=False, antialias=smooth
    )
    mean, std = (shown.new_tensor(values)[:, None, None] for values in (MEAN, STD))
    return (resized - mean) / std
