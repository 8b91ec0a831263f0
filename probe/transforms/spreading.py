"""Light spread over neighbouring pixels: along a line, over a disc."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from probe.transforms.light import Light

Kernel = NDArray[np.float32]
"""Shares of light `(k, k)`, k odd, that sum to 1."""

_FINE = 8
"""Samples along a pixel by which a kernel is drawn (ours)."""

_MOST_TAPS = 60
"""Kernels of more shares go through Fourier space, which is then faster (ours, measured)."""


def spread(light: Light, kernel: Kernel) -> Light:
    """Linear light `(h, w, 3)` with every pixel spread by a kernel; borders are repeated outside.

    Kernels may be larger than the picture.
    """
    half = kernel.shape[0] // 2
    padded = np.pad(light, ((half, half), (half, half), (0, 0)), mode="edge")
    if np.count_nonzero(kernel) > _MOST_TAPS:
        from scipy.signal import fftconvolve

        convolved: Light = fftconvolve(padded, kernel[:, :, None], mode="valid", axes=(0, 1))
        return convolved.astype(np.float32, copy=False)
    height, width = light.shape[:2]
    total = np.zeros_like(light)
    for down, across in zip(*np.nonzero(kernel), strict=True):
        part = padded[down : down + height, across : across + width]
        total += part * kernel[down, across]
    return total


@lru_cache(maxsize=64)
def line(length: float, angle: float) -> Kernel:
    """A line through the middle.

    Args:
        length: in pixels, above 0.
        angle: in degrees; 0 lies along the rows, 90 stands upright.
    """
    count = max(2, math.ceil(length * _FINE))
    along = (np.arange(count) + 0.5) / count * length - length / 2
    turn = math.radians(angle)
    return _kernel(-along * math.sin(turn), along * math.cos(turn))


@lru_cache(maxsize=64)
def disc(diameter: float) -> Kernel:
    """A disc of even light, as a lens out of focus makes of a point.

    Args:
        diameter: in pixels, above 0.
    """
    count = max(2 * _FINE, math.ceil(diameter * _FINE))
    along = (np.arange(count) + 0.5) / count * diameter - diameter / 2
    down, across = (axis.ravel() for axis in np.meshgrid(along, along, indexing="ij"))
    inside = np.hypot(down, across) <= diameter / 2
    return _kernel(down[inside], across[inside])


def _kernel(down: NDArray[np.float64], across: NDArray[np.float64]) -> Kernel:
    """Points, each shared between the four pixels around it."""
    half = math.ceil(max(np.abs(down).max(), np.abs(across).max()) - 1e-9) or 1
    kernel = np.zeros((2 * half + 3, 2 * half + 3))
    top, left = np.floor(down).astype(int), np.floor(across).astype(int)
    below, right = down - top, across - left
    for dy, weight_y in ((0, 1 - below), (1, below)):
        for dx, weight_x in ((0, 1 - right), (1, right)):
            np.add.at(kernel, (top + half + 1 + dy, left + half + 1 + dx), weight_y * weight_x)
    kernel[kernel < 1e-9 * len(down)] = 0.0
    shares: Kernel = (kernel / kernel.sum()).astype(np.float32)
    shares.setflags(write=False)
    return shares
