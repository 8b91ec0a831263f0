"""What a masker must offer."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray


@runtime_checkable
class Masker(Protocol):
    """Finds the person in a picture."""

    @property
    def name(self) -> str:
        """Name and settings, as they appear in the run and in its digest."""
        ...

    def mask(self, image: NDArray[np.uint8]) -> NDArray[np.bool_]:
        """Person mask `bool (h, w)` of one picture `uint8 (h, w, 3)`.

        Raises:
            MaskError: when no usable mask can be found.
        """
        ...
