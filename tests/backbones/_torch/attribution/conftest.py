"""A small network whose head is given, weights at random, and pairs of pictures."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.contracts import BackboneCard

SIZE = (64, 32)


class Loaded:
    """A network with a card: what the attribution asks of a backbone."""

    def __init__(self, network, size=SIZE):
        self.card = BackboneCard(architecture="small", input_size=size)
        self.network = network.eval().requires_grad_(False)


@pytest.fixture
def loaded():
    """`loaded(network, size)`: a network with a card."""
    return Loaded


class HeadedNetwork(nn.Module):
    """Two convolutions to a map `(n, 12, 8, 4)`, and a head."""

    def __init__(self, head):
        super().__init__()
        self.trunk = nn.Sequential(
            nn.Conv2d(3, 8, 3, 4, 1), nn.ReLU(), nn.Conv2d(8, 12, 3, 2, 1), nn.ReLU()
        )
        self.head = head

    def feature_map(self, x):
        return self.trunk(x)

    def forward(self, x):
        return self.head(self.feature_map(x))


@pytest.fixture
def headed():
    """The class of small networks: `headed(head)`."""
    return HeadedNetwork


@pytest.fixture
def averaged():
    """The head of global average pooling."""
    return nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten())


@pytest.fixture
def rough():
    """`rough(network)`: weights and statistics at random; nothing is zero or one by chance."""

    def roughen(network, seed=0):
        torch.manual_seed(seed)
        for module in network.modules():
            if isinstance(module, nn.BatchNorm1d | nn.BatchNorm2d):
                module.running_mean.normal_(0, 0.2)
                module.running_var.uniform_(0.5, 1.5)
                module.weight.data.uniform_(0.5, 1.5)
                module.bias.data.normal_(0, 0.3)
            elif isinstance(module, nn.Linear | nn.Conv2d):
                nn.init.normal_(module.weight, 0, 0.3)
                nn.init.normal_(module.bias, 0, 0.3)
        return network

    return roughen


@pytest.fixture
def pairs():
    """Three pairs `(2, 3, 64, 32, 3)` of noise."""
    rng = np.random.default_rng(4)
    return rng.integers(0, 256, (2, 3, *SIZE, 3), dtype=np.uint8)
