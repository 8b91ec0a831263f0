"""How near a picture that was made is to the true one: L1 and SSIM."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Pictures

C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
SIGMA, REACH = 1.5, 3.5
"""Wang et al. 2004: constants, and a Gaussian window of 11 pixels."""

Figures = NDArray[np.float64]


def l1(made: Pictures, true: Pictures) -> Figures:
    """Mean absolute difference `(n,)` of pictures `uint8 (n, h, w, 3)`, 0..1."""
    difference = np.abs(made.astype(np.float64) - true)
    values: Figures = difference.mean((1, 2, 3)) / 255
    return values


def ssim(made: Pictures, true: Pictures) -> Figures:
    """Structural similarity `(n,)`, mean of all places and channels, up to 1."""
    values: Figures = ssim_map(made, true).mean((1, 2, 3))
    return values


def ssim_map(made: Pictures, true: Pictures) -> Figures:
    """Structural similarity `(n, h, w, 3)` of every place (Wang et al. 2004, equation 13)."""
    from scipy.ndimage import gaussian_filter

    def smooth(values: Figures) -> Figures:
        blurred: Figures = gaussian_filter(values, (0, SIGMA, SIGMA, 0), truncate=REACH)
        return blurred

    x, y = made.astype(np.float64), true.astype(np.float64)
    mean_x, mean_y = smooth(x), smooth(y)
    var_x, var_y = smooth(x * x) - mean_x**2, smooth(y * y) - mean_y**2
    both = smooth(x * y) - mean_x * mean_y
    above = (2 * mean_x * mean_y + C1) * (2 * both + C2)
    below = (mean_x**2 + mean_y**2 + C1) * (var_x + var_y + C2)
    values: Figures = above / below
    return values
