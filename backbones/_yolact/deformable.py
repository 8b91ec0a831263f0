"""Deformable convolutions with a mask (DCNv2), in plain PyTorch or by torchvision's operator.

torchvision's operator needs the build of PyTorch that it was compiled for. Where it does not load,
the same numbers come from sampling at the shifted places and one matrix product.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from functools import lru_cache

import torch
from torch import nn
from torch.nn import functional

from probe.backbones._torch.torchvision_import import operators_load

KERNEL = 3
TAPS = KERNEL * KERNEL

Operator = Callable[..., torch.Tensor]


class DeformableConv(nn.Module):
    """A 3x3 convolution whose nine taps are moved and weighed by another one, with a bias.

    Tensor names are those of YOLACT++'s files. Of the 27 channels of `conv_offset_mask` the first
    18 are (dy, dx) for each tap in pixels, the last 9 its weight before the sigmoid.
    """

    def __init__(self, inputs: int, outputs: int, stride: int) -> None:
        super().__init__()
        self.stride = stride
        self.weight = nn.Parameter(torch.empty(outputs, inputs, KERNEL, KERNEL))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.conv_offset_mask = nn.Conv2d(inputs, 3 * TAPS, KERNEL, stride, 1)
        nn.init.kaiming_uniform_(self.weight, a=5**0.5)
        # Begins as a plain convolution with every tap at half weight, as DCNv2 does.
        nn.init.zeros_(self.conv_offset_mask.weight)
        nn.init.zeros_(self.conv_offset_mask.bias)  # type: ignore[arg-type]

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs, h, w)` to `(n, outputs, h / stride, w / stride)`."""
        moved = self.conv_offset_mask(x)
        offsets, weights = moved[:, : 2 * TAPS], moved[:, 2 * TAPS :].sigmoid()
        operator = compiled_operator()
        if operator is not None:
            return operator(
                x, offsets, self.weight, self.bias, self.stride, padding=1, mask=weights
            )
        return sampled_convolution(x, offsets, weights, (self.weight, self.bias), self.stride)


def sampled_convolution(
    x: torch.Tensor,
    offsets: torch.Tensor,
    weights: torch.Tensor,
    filters: tuple[torch.Tensor, torch.Tensor],
    stride: int,
) -> torch.Tensor:
    """A deformable 3x3 convolution with padding 1.

    Args:
        x: `(n, inputs, h, w)`; outside it is 0.
        offsets: `(n, 18, oh, ow)`, (dy, dx) of every tap in pixels.
        weights: `(n, 9, oh, ow)`, of every tap.
        filters: weight `(outputs, inputs, 3, 3)` and bias `(outputs,)`.
        stride: of the places.

    Returns:
        `(n, outputs, oh, ow)`.
    """
    count, inputs, height, width = x.shape
    down, across = offsets.shape[-2:]
    rows, columns = _tap_places(offsets, stride)
    grid = torch.stack([_unit(columns, width), _unit(rows, height)], -1)
    sampled = functional.grid_sample(
        x, grid.flatten(1, 2), mode="bilinear", padding_mode="zeros", align_corners=True
    )
    taps = sampled.view(count, inputs, TAPS, down, across) * weights[:, None]
    matrix, bias = filters[0].flatten(1), filters[1]
    out = torch.matmul(matrix, taps.reshape(count, inputs * TAPS, down * across))
    return out.view(count, -1, down, across) + bias[:, None, None]


def _tap_places(offsets: torch.Tensor, stride: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Row and column `(n, 9, oh, ow)` in pixels where every tap of every place looks."""
    count, _, down, across = offsets.shape
    shifts = offsets.view(count, TAPS, 2, down, across)
    tap, row, column = (
        torch.arange(length, dtype=offsets.dtype, device=offsets.device)
        for length in (KERNEL, down, across)
    )
    tap_rows, tap_columns = (tap - 1).repeat_interleave(KERNEL), (tap - 1).repeat(KERNEL)
    rows = (row * stride)[:, None] + tap_rows[:, None, None]
    columns = (column * stride)[None] + tap_columns[:, None, None]
    return rows + shifts[:, :, 0], columns + shifts[:, :, 1]


def _unit(places: torch.Tensor, length: int) -> torch.Tensor:
    """Pixels as `grid_sample` counts them: -1 is the first pixel, 1 the last."""
    return 2 * places / (length - 1) - 1 if length > 1 else places * 2


@lru_cache
def compiled_operator() -> Operator | None:
    """Torchvision's `deform_conv2d`, or None where its compiled operators do not load."""
    if not operators_load():
        return None
    operator: Operator = importlib.import_module("torchvision.ops").deform_conv2d
    return operator
