"""Which of several masks is the person of a crop: quality times likeness to a person."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.backbones._maskers.sam.prompts import Prompts
from probe.errors import MaskError
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]

_TALL = 0.75
"""A person who fills a crop takes at least this share of its height (ours)."""

_COVER = (0.12, 0.80)
"""Share of the content a person usually covers (ours); a garment covers less, the scene more."""


def best_mask(
    masks: NDArray[np.bool_], scores: NDArray[np.float64], prompts: Prompts, masker: str = "SAM"
) -> Mask:
    """The best of masks `bool (k, h, w)`: score times likeness to the person of a crop.

    Args:
        masks: of one crop.
        scores: `(k,)`, such as predicted IoU.
        prompts: where the crop's person stands.
        masker: whose masks they are, for messages.

    Raises:
        MaskError: none holds a point of the prompt.
    """
    likeness = np.array([person_likeness(mask, prompts) for mask in masks])
    worth = np.clip(scores, 0, None) * likeness
    if not likeness.any():
        raise refusal(MaskError, Message("reason-mask-off-middle", {"masker": masker}))
    return np.asarray(masks[int(worth.argmax())])


def person_likeness(mask: Mask, prompts: Prompts) -> float:
    """0..1: holds the points, as tall as the content, covers as much of it as people do."""
    height, width = mask.shape
    columns = np.clip(prompts.points[:, 0].astype(int), 0, width - 1)
    rows = np.clip(prompts.points[:, 1].astype(int), 0, height - 1)
    holds = float(mask[rows, columns].mean())
    if holds == 0:
        return 0.0
    left, top, right, bottom = prompts.box
    filled = np.flatnonzero(mask.any(1))
    tall = min(1.0, (filled[-1] + 1 - filled[0]) / max(1.0, bottom - top) / _TALL)
    cover = float(mask.sum()) / max(1.0, (right - left) * (bottom - top))
    low, high = _COVER
    usual = min(1.0, cover / low, max(0.0, 1 - cover) / (1 - high))
    return float(holds * tall * usual)
