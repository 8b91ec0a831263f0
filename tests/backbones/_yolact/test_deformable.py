"""Deformable convolutions equal loops over every tap, and torchvision's where it loads."""

import numpy as np
import pytest
import torch
from torch.nn import functional

from probe.backbones._yolact.deformable import (
    DeformableConv,
    compiled_operator,
    sampled_convolution,
)


def case(stride, height=7, width=6, dtype=torch.float64):
    torch.manual_seed(3)
    layer = DeformableConv(3, 4, stride).to(dtype)
    torch.nn.init.normal_(layer.conv_offset_mask.weight, std=0.5)
    torch.nn.init.normal_(layer.bias)
    return layer, torch.randn(2, 3, height, width, dtype=dtype)


def at(picture, row, column):
    """The value between four pixels; 0 outside."""
    low_row, low_column = int(np.floor(row)), int(np.floor(column))
    value = 0.0
    for r in (low_row, low_row + 1):
        for c in (low_column, low_column + 1):
            if 0 <= r < picture.shape[0] and 0 <= c < picture.shape[1]:
                value += (1 - abs(row - r)) * (1 - abs(column - c)) * picture[r, c]
    return value


def looped(x, offsets, weights, filters, bias, stride):
    count, inputs = x.shape[:2]
    out = np.zeros((count, len(bias), *offsets.shape[-2:]))
    for n, o, y, z in np.ndindex(out.shape):
        total = bias[o]
        for tap in range(9):
            row = y * stride + tap // 3 - 1 + offsets[n, 2 * tap, y, z]
            column = z * stride + tap % 3 - 1 + offsets[n, 2 * tap + 1, y, z]
            for c in range(inputs):
                seen = weights[n, tap, y, z] * at(x[n, c], row, column)
                total += filters[o, c, tap // 3, tap % 3] * seen
        out[n, o, y, z] = total
    return out


@pytest.mark.parametrize("stride", [1, 2])
def test_equal_to_loops(stride):
    layer, x = case(stride, 5, 4)
    moved = layer.conv_offset_mask(x).detach()
    offsets, weights = moved[:, :18], moved[:, 18:].sigmoid()
    assert offsets.abs().max() > 2, "some taps look outside"
    expected = looped(
        x.numpy(), offsets.numpy(), weights.numpy(), layer.weight.detach().numpy(),
        layer.bias.detach().numpy(), stride,
    )  # fmt: skip
    np.testing.assert_allclose(layer(x).detach(), expected, rtol=0, atol=1e-12)


@pytest.mark.parametrize("stride", [1, 2])
def test_a_new_layer_is_half_a_convolution(stride):
    x = torch.randn(1, 3, 8, 9)
    layer = DeformableConv(3, 4, stride)
    plain = functional.conv2d(x, layer.weight, layer.bias, stride, 1)
    torch.testing.assert_close(layer(x), plain / 2)


@pytest.mark.parametrize("stride", [1, 2])
def test_equal_to_torchvision_where_it_loads(stride):
    operator = compiled_operator()
    if operator is None:
        pytest.skip("torchvision's operators do not load beside this PyTorch")
    layer, x = case(stride)
    moved = layer.conv_offset_mask(x)
    offsets, weights = moved[:, :18], moved[:, 18:].sigmoid()
    filters = (layer.weight, layer.bias)
    ours = sampled_convolution(x, offsets, weights, filters, stride)
    torch.testing.assert_close(ours, operator(x, offsets, *filters, stride, 1, mask=weights))


def test_gradients_reach_offsets_weights_and_filters():
    layer, x = case(1, 4, 4)
    layer(x).sum().backward()
    for parameter in layer.parameters():
        assert parameter.grad.abs().max() > 0


def test_a_map_of_one_pixel():
    layer, x = case(1, 1, 1)
    assert layer(x).isfinite().all()
