"""The stride of overlapping patches is told from the number of positions."""

from pathlib import Path

import pytest
import torch

from probe.backbones._torch.patches import PATCH, SIZES, STRIDES, grid, stride_of
from probe.contracts import BackboneCard
from probe.errors import CheckpointError


def card(size=(256, 128)):
    return BackboneCard("transformer", input_size=size)


@pytest.mark.parametrize("stride", STRIDES)
@pytest.mark.parametrize("size", SIZES)
def test_a_grid_is_what_the_convolution_gives(size, stride):
    maps = torch.nn.Conv2d(3, 1, PATCH, stride)(torch.zeros(1, 3, *size))
    assert grid(size, stride) == tuple(maps.shape[2:])
    assert stride_of(card(size), maps[0].numel(), Path("w.pth")) == stride


def test_positions_of_another_size_name_the_sizes_that_fit():
    with pytest.raises(CheckpointError, match=r"192 places .* at 256x128") as caught:
        stride_of(card(), 192, Path("w.pth"))
    assert caught.value.hint == "State it in a card file: input_size: [384, 128] (stride 16)"


def test_positions_of_no_size_have_no_hint():
    with pytest.raises(CheckpointError, match="7 places") as caught:
        stride_of(card(), 7, Path("w.pth"))
    assert caught.value.hint is None
