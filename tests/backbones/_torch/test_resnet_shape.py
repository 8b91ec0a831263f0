"""The shape of a ResNet is told from its tensors."""

import pytest
import torch

from probe.backbones._torch.resnet import ResNet50
from probe.backbones._torch.resnet_shape import BLOCK_KINDS, ResNetShape, resnet_shape


def test_resnet50_is_the_resnet_of_its_shape():
    shape = resnet_shape(ResNet50(1, ibn_a=True).state_dict())
    assert str(shape) == "bottlenecks 3-4-6-3 of widths 64-128-256-512, IBN-a"
    assert resnet_shape({"conv1.weight": torch.zeros(1)}) is None


@pytest.mark.parametrize("block", BLOCK_KINDS.values())
@pytest.mark.parametrize("ibn_a", [False, True])
def test_a_shape_is_read_from_the_network_that_it_makes(block, ibn_a):
    shape = ResNetShape(block, (1, 3, 2, 1), (4, 8, 6, 10), ibn_a)
    network = shape.network(2, stem_relu=False)
    assert isinstance(network.relu, torch.nn.Identity)
    assert resnet_shape(network.state_dict()) == shape


def test_the_trunk_may_lie_under_a_prefix_and_its_last_stage_elsewhere():
    shape = ResNetShape(BLOCK_KINDS["basic"], (1, 1, 1, 2), (4, 4, 4, 4), ibn_a=False)
    tensors = shape.network(1, stem_relu=True).state_dict()
    moved = {f"base.{name}".replace("base.layer4", "branch"): t for name, t in tensors.items()}
    assert resnet_shape(moved, "base.", last="branch.") == shape
    assert resnet_shape(moved, "base.") is None
