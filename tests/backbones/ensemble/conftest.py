"""Small ensembles with statistics as after training, and their weights files."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.resnet import BasicBlock
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble import spec
from probe.backbones.ensemble.model import EnsembleNet, EnsembleShape

SMALL = ResNetShape(BasicBlock, (1, 1, 1, 1), (4, 4, 8, 8), ibn_a=False)


@pytest.fixture
def small_trunk():
    """The shape of the trunk of `ensemble`."""
    return SMALL


@pytest.fixture
def ensemble():
    """`ensemble(branches, **settings)`: a small network in evaluation mode."""

    def build(branches=3, **settings):
        torch.manual_seed(4)
        shape = EnsembleShape(SMALL, branches, last_stride=1, **{"reduction": 5, **settings})
        network = EnsembleNet(shape).eval()
        for module in network.modules():
            if isinstance(module, nn.BatchNorm2d):
                nn.init.uniform_(module.running_var, 0.5, 1.5)
                nn.init.normal_(module.running_mean, 0, 0.3)
                nn.init.normal_(module.bias, 0, 0.3)
        return network

    return build


@pytest.fixture
def save(tmp_path):
    """`save(network, change)`: its weights file, the tensors changed before."""

    def write(network, change=lambda tensors: None):
        tensors = {name: value.clone() for name, value in network.state_dict().items()}
        change(tensors)
        path = tmp_path / "w.pth"
        torch.save(
            {"state_dict": {f"module.{name}": value for name, value in tensors.items()}}, path
        )
        return path

    return write


@pytest.fixture
def card(spec_card):
    """The card of an ensemble for pictures of 64x32."""
    return spec_card(spec, "ensemble").with_changes(input_size=(64, 32))


@pytest.fixture
def picture_pairs():
    """Three pairs `(2, 3, 64, 32, 3)` of noise."""
    return np.random.default_rng(5).integers(0, 256, (2, 3, 64, 32, 3)).astype(np.uint8)
