"""Cross-input neighbourhood differences, and the patch summary over them (Ahmed et al., 3.2, 3.3).

K_i(y, x) = f_i(y, x) * ones(5, 5) - N[g_i(y, x)], N being the 5x5 neighbourhood, 0 outside the map.
"""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

SIDE = 5
"""Side of a neighbourhood; the paper's."""

_REACH = SIDE // 2


def neighbourhood_differences(centres: torch.Tensor, around: torch.Tensor) -> torch.Tensor:
    """K before ReLU, by 25 shifts of a map: `(n, c, 25, h, w)`.

    Args:
        centres: `(n, c, h, w)`, the map that gives each place's value.
        around: `(n, c, h, w)`, the map whose neighbourhoods it is compared with.
    """
    height, width = centres.shape[-2:]
    padded = functional.pad(around, (_REACH,) * 4)
    shifted = [
        padded[..., down : down + height, across : across + width]
        for down in range(SIDE)
        for across in range(SIDE)
    ]
    return centres[:, :, None] - torch.stack(shifted, 2)


def in_blocks(differences: torch.Tensor) -> torch.Tensor:
    """`(n, c, 5 h, 5 w)`: the 5x5 differences of a place side by side."""
    count, channels, _, height, width = differences.shape
    parts = differences.view(count, channels, SIDE, SIDE, height, width)
    blocks = parts.permute(0, 1, 4, 2, 5, 3)
    return blocks.reshape(count, channels, SIDE * height, SIDE * width)


def row_by_row(differences: torch.Tensor) -> torch.Tensor:
    """`(n, c, 5 h, 5 w)`: the values of `(h, w, 5, 5)` in a row, as a port lays them out."""
    count, channels, _, height, width = differences.shape
    values = differences.permute(0, 1, 3, 4, 2)
    return values.reshape(count, channels, SIDE * height, SIDE * width)


def summarised(differences: torch.Tensor, patch: nn.Conv2d) -> torch.Tensor:
    """The patch summary before ReLU, without laying blocks out: `(n, channels of patch, h, w)`.

    A stride-5 convolution over blocks of 5x5 is a 1x1 convolution over 25 c channels.
    """
    weights = patch.weight.flatten(1)[:, :, None, None]
    return functional.conv2d(differences.flatten(1, 2), weights, patch.bias)
