"""What a mask variant puts in the place of the background."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.pictures.fitting import FILL

Mask = NDArray[np.bool_]


def fill_background(picture: NDArray[np.uint8], mask: Mask, fill: int = FILL) -> NDArray[np.uint8]:
    """The picture `uint8 (h, w, 3)` with everything outside the mask filled with grey."""
    return np.asarray(np.where(mask[..., None], picture, np.uint8(fill)))
