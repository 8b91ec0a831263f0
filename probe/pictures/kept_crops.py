"""People cut from full frames, kept in memory so that a frame is decoded once."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock

import numpy as np
from numpy.typing import NDArray

KEPT_BYTES = 256 << 20
"""Bytes of crops that are kept (ours): about 3,000 crops of 300 by 100 pixels. Others are cut from
their frame anew."""


class KeptCrops:
    """Crops by the digest of their content; what is kept stays.

    Args:
        most: bytes that are kept.
    """

    def __init__(self, most: int = KEPT_BYTES) -> None:
        self._most = self._left = most
        self._crops: dict[str, NDArray[np.uint8]] = {}
        self._lock = Lock()

    def __reduce__(self) -> tuple[object, ...]:
        """In another process: nothing is kept yet."""
        return KeptCrops, (self._most,)

    def keep(self, digest: str, crop: NDArray[np.uint8]) -> None:
        """Keep a crop `uint8 (h, w, 3)` where there is room."""
        with self._lock:
            if digest not in self._crops and crop.nbytes <= self._left:
                self._left -= crop.nbytes
                self._crops[digest] = crop.copy()

    def crop(self, digest: str, made: Callable[[], NDArray[np.uint8]]) -> NDArray[np.uint8]:
        """The crop of a digest, for the caller to change; made where it is not kept."""
        kept = self._crops.get(digest)
        return made() if kept is None else kept.copy()
