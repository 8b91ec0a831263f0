"""Whether a mask can be a person's, and how well it agrees with the true one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.masking.resizing import check_size
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]

TINY = 0.02
WHOLE = 0.98
"""A person crop whose mask covers less than TINY or more than WHOLE of it has not been masked. Our
choice: so wide that only what is as good as empty or whole is refused, no thin or broad person."""


@dataclass(frozen=True)
class Agreement:
    """A mask against the true one.

    Attributes:
        iou: area common to both over the area of either, 0..1.
        precision: part of the mask that is the person, 0..1.
        recall: part of the person that the mask covers, 0..1.
    """

    iou: float
    precision: float
    recall: float


def checked_mask(mask: Mask, picture: NDArray[np.uint8]) -> Mask:
    """The mask, if it has the picture's size and can be a person's.

    Raises:
        MaskError: another size, no area, tiny, or the whole picture.
    """
    check_size(mask, picture.shape, "person")
    cover = coverage(mask)
    if cover == 0:
        raise refusal(MaskError, Message("reason-mask-empty"))
    if cover < TINY:
        raise refusal(MaskError, Message("reason-mask-tiny", {"share": cover}))
    if cover > WHOLE:
        raise refusal(MaskError, Message("reason-mask-whole", {"share": cover}))
    return mask


def coverage(mask: Mask) -> float:
    """Share of the picture that is masked as person, 0..1."""
    return float(mask.mean())


BORDER = 0.1
"""Share of height and width that counts as a picture's border on each side (ours)."""


def looks_inverted(mask: Mask) -> bool:
    """Whether a mask covers most of the border and little of the middle: it shows the background.

    Args:
        mask: `bool (h, w)`.
    """
    height, width = mask.shape
    rows, columns = max(1, round(BORDER * height)), max(1, round(BORDER * width))
    inside = mask[rows : height - rows, columns : width - columns]
    edge = mask.size - inside.size
    middle = mask[height // 4 : -(height // 4) or None, width // 4 : -(width // 4) or None]
    border = (mask.sum() - inside.sum()) / edge if edge else 0.0
    return bool(border > 0.6 and middle.mean() < 0.4)


def agreement_with(mask: Mask, truth: Mask) -> Agreement:
    """A mask against the exact one, both `bool (h, w)`.

    Raises:
        MaskError: different sizes.
    """
    check_size(mask, truth.shape, "compared")
    common, either = float((mask & truth).sum()), float((mask | truth).sum())
    return Agreement(
        common / either if either else 1.0,
        common / mask.sum() if mask.any() else 0.0,
        common / truth.sum() if truth.any() else 0.0,
    )
