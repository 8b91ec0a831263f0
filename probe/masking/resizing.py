"""Pictures and masks at another size, and masks that must lie over their picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.errors import MaskError
from probe.wording import Message, refusal

Picture = NDArray[np.uint8]
Mask = NDArray[np.bool_]


def check_size(mask: Mask, picture: tuple[int, ...], what: str) -> None:
    """Refuse a mask that does not lie over its picture.

    Raises:
        MaskError: with both sizes.
    """
    if mask.shape != tuple(picture[:2]):
        size = " x ".join(str(n) for n in mask.shape)
        raise refusal(
            MaskError,
            Message(
                "reason-mask-size",
                {"name": what, "mask": size, "picture": f"{picture[0]} x {picture[1]}"},
            ),
            hint=Message("masking-size-step"),
        )


def scaled(picture: Picture, shape: tuple[int, ...]) -> Picture:
    """A picture at another (height, width), antialiased bilinear; the same one when it fits."""
    from PIL import Image

    if picture.shape[:2] == tuple(shape[:2]):
        return picture
    size = (shape[1], shape[0])
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BILINEAR))


def scaled_mask(mask: Mask, shape: tuple[int, ...]) -> Mask:
    """A mask at another (height, width): true where at least half is covered."""
    from PIL import Image

    if mask.shape == tuple(shape[:2]):
        return mask
    soft = Image.fromarray(mask.astype(np.uint8) * 255)
    resized = soft.resize((shape[1], shape[0]), Image.Resampling.BILINEAR)
    return np.asarray(np.asarray(resized) >= 128)
