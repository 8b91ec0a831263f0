"""The arrays that cross the contracts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Pictures = NDArray[np.uint8]
"""RGB pictures, `uint8 (n, h, w, 3)`."""

Vectors = NDArray[np.float32]
"""Feature vectors, `float32 (n, d)`, not normalised."""

Scores = NDArray[np.float32]
"""Scores of pairs of pictures, `float32 (n,)`; higher means more alike."""

Masks = NDArray[np.bool_]
"""Person masks, `bool (n, h, w)`: true where the person is."""
