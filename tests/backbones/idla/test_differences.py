"""Neighbourhood differences and patch summary, against loops over every number in float64."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones.idla.differences import (
    in_blocks,
    neighbourhood_differences,
    row_by_row,
    summarised,
)


def looped_blocks(centres, around):
    """K in blocks, number by number."""
    count, channels, height, width = centres.shape
    blocks = np.zeros((count, channels, 5 * height, 5 * width))
    for n, c, y, x in np.ndindex(centres.shape):
        for down in range(5):
            for across in range(5):
                row, column = y + down - 2, x + across - 2
                inside = 0 <= row < height and 0 <= column < width
                other = around[n, c, row, column] if inside else 0.0
                blocks[n, c, 5 * y + down, 5 * x + across] = centres[n, c, y, x] - other
    return blocks


def looped_summary(blocks, patch):
    """A stride-5 convolution over blocks, place by place."""
    weights, bias = patch.weight.detach().numpy(), patch.bias.detach().numpy()
    count, _, height, width = blocks.shape
    out = np.zeros((count, len(bias), height // 5, width // 5))
    for n, o, y, x in np.ndindex(out.shape):
        window = blocks[n, :, 5 * y : 5 * y + 5, 5 * x : 5 * x + 5]
        out[n, o, y, x] = (window * weights[o]).sum() + bias[o]
    return out


@pytest.fixture
def maps(parity):
    """f and g of the golden example, K and K' (before ReLU)."""
    stored = parity("idla_cind")
    return {name: stored[name] for name in ("f", "g", "K", "K_prime")}


def test_differences_equal_loops_and_golden_numbers(maps):
    f, g = (torch.from_numpy(maps[name]) for name in ("f", "g"))
    for centres, around, name in ((f, g, "K"), (g, f, "K_prime")):
        blocks = in_blocks(neighbourhood_differences(centres, around)).numpy()
        looped = looped_blocks(centres.numpy(), around.numpy())
        np.testing.assert_allclose(blocks, looped, rtol=0, atol=1e-12)
        np.testing.assert_allclose(blocks, maps[name], rtol=0, atol=1e-12)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_the_fast_summary_equals_loops(dtype):
    torch.manual_seed(2)
    f, g = torch.randn(2, 2, 3, 7, 4, dtype=torch.float64)
    patch = nn.Conv2d(3, 4, 5, 5).double()
    looped = looped_summary(np.maximum(looped_blocks(f.numpy(), g.numpy()), 0), patch)
    differences = neighbourhood_differences(f.to(dtype), g.to(dtype)).relu()
    fast = summarised(differences, patch.to(dtype)).detach().numpy()
    limit = 1e-12 if dtype == torch.float64 else 8e-7 * np.abs(looped).max()
    np.testing.assert_allclose(fast, looped, rtol=0, atol=limit)


def test_row_by_row_is_the_other_order_of_the_same_numbers():
    values = torch.arange(2 * 25 * 3 * 2, dtype=torch.float64).view(1, 2, 25, 3, 2)
    mixed, blocks = row_by_row(values), in_blocks(values)
    assert mixed.shape == blocks.shape == (1, 2, 15, 10)
    torch.testing.assert_close(mixed.flatten().sort()[0], blocks.flatten().sort()[0])
    assert mixed[0, 0, 0].tolist() == values[0, 0, :10, 0, 0].tolist()
    assert blocks[0, 0, 0].tolist() == [
        values[0, 0, across, 0, x] for x in range(2) for across in range(5)
    ]
