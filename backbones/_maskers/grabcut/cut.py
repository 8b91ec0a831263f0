"""GrabCut on a person crop: a prior of where people stand, then OpenCV's graph cut."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Masker
from probe.errors import MaskError
from probe.wording import Message, refusal

Mask = NDArray[np.bool_]

_HEIGHT = 256
"""Crops are brought to this height (ours): enough for an outline, quick enough for thousands."""

_ROUNDS = 2
"""More rounds let the person's colours drift into a background like them (grey before grey)."""

_BACKGROUND, _PERSON, _MAYBE_BACKGROUND, _MAYBE_PERSON = 0, 1, 2, 3
"""OpenCV's labels GC_BGD, GC_FGD, GC_PR_BGD and GC_PR_FGD."""


class GrabCut(Masker):
    """Implements `probe.contracts.Masker`; equal pictures give equal masks."""

    name = "grabcut"

    def __init__(self) -> None:
        self._cv2 = _opencv()

    @property
    def digest(self) -> str:
        """The settings and OpenCV's version; `1` is raised when this code gives other masks."""
        return f"grabcut 1, {_HEIGHT} rows, {_ROUNDS} rounds, OpenCV {self._cv2.__version__}"

    def mask(self, image: NDArray[np.uint8]) -> Mask:
        """Person mask `bool (h, w)` of a crop `uint8 (h, w, 3)`.

        Raises:
            MaskError: the cut found nothing, or the crop is of one colour.
        """
        cv2 = self._cv2
        height, width = image.shape[:2]
        size = (max(16, round(width * _HEIGHT / height)), _HEIGHT)
        worked = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)
        if int(np.ptp(worked)) == 0:
            raise refusal(MaskError, Message("reason-mask-one-colour"))
        label = _prior(worked.shape[:2])
        cv2.setRNGSeed(0)
        models = np.zeros((1, 65)), np.zeros((1, 65))
        bgr = np.ascontiguousarray(worked[..., ::-1])
        cv2.grabCut(bgr, label, None, *models, _ROUNDS, cv2.GC_INIT_WITH_MASK)
        person = largest_part((label == _PERSON) | (label == _MAYBE_PERSON))
        soft = cv2.resize(person.astype(np.float32), (width, height), interpolation=cv2.INTER_AREA)
        return np.asarray(soft >= 0.5)


def _prior(shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """Where a person stands in a crop drawn around them: upright, in the middle."""
    height, width = shape
    y = (np.arange(height)[:, None] + 0.5) / height
    x = (np.arange(width)[None, :] + 0.5) / width - 0.5
    # Shares of the crop's height and width; ours, chosen on rendered people and held against others
    # (see the README of the maskers). A head is narrower than a body; the middle of trunk and legs
    # is surely a person, the edges and the corners beside the head are surely none.
    label = np.full(shape, _MAYBE_BACKGROUND, np.uint8)
    reach = np.where(y < 0.15, 0.20, 0.36)
    label[(np.abs(x) < reach) & (y > 0.03) & (y < 0.98)] = _MAYBE_PERSON
    label[(np.abs(x) < 0.10) & (y > 0.22) & (y < 0.50)] = _PERSON
    label[(np.abs(x) < 0.06) & (y >= 0.50) & (y < 0.85)] = _PERSON
    corner = (y < 0.14) & (np.abs(x) > 0.32)
    label[(np.abs(x) > 0.47) | corner] = _BACKGROUND
    return label


def largest_part(mask: Mask) -> Mask:
    """The largest connected part of a mask `bool (h, w)`, its holes filled.

    Raises:
        MaskError: the mask is empty.
    """
    from scipy import ndimage

    parts, count = ndimage.label(mask)
    if not count:
        raise refusal(MaskError, Message("reason-mask-nobody", {"masker": "grabcut"}))
    sizes = np.bincount(parts.ravel())[1:]
    return np.asarray(ndimage.binary_fill_holes(parts == 1 + int(sizes.argmax())))


def _opencv() -> Any:
    try:
        import cv2
    except ImportError as error:
        raise refusal(
            MaskError,
            Message("maskers-grabcut-opencv", {"error": str(error)}),
            hint=Message("maskers-grabcut-step"),
        ) from None
    return cv2
