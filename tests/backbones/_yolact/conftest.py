"""YOLACT++ on a ResNet-50 with golden weights, and what its heads predict for the golden frame."""

import pytest
import torch

from probe.backbones._yolact.model import Yolact, YolactShape

PLUS_50 = YolactShape(
    blocks=(3, 4, 6, 3),
    deformable=frozenset(
        (stage, place) for stage, n in ((1, 4), (2, 6), (3, 3)) for place in range(n)
    ),
    anchors=9,
    classes=1,
    rescores=True,
)


@pytest.fixture(scope="session")
def plus_50():
    """The shape of the one-class YOLACT++ on a ResNet-50."""
    return PLUS_50


@pytest.fixture(scope="session")
def person(golden):
    """`(network, data)`: the one-class network with golden weights."""
    data = golden("yolact_plus_resnet50_person")
    network = Yolact(PLUS_50)
    network.load_state_dict({name: torch.from_numpy(value) for name, value in data.weights.items()})
    return network.eval().requires_grad_(False), data
