"""Convolutions that take in what follows them compute what the network computes."""

import operator

import pytest
import torch

from probe.backbones._torch.fusing import FusedConvolution, fused

SIZE = (64, 32)


@pytest.mark.parametrize("kind", ["resnet50", "resnet50_ibn_a", "osnet", "iresnet"])
def test_fused_network_has_the_values_of_the_network(as_trained, kind):
    network = as_trained(kind).double()
    names = set(network.state_dict())
    x = torch.randn(3, 3, *SIZE, dtype=torch.float64)
    changed = fused(network, torch.float64)
    with torch.inference_mode():
        wanted = network(x)
        apart = (changed(x) - wanted).norm(dim=1) / wanted.norm(dim=1)
    assert apart.max() < 1e-12
    assert set(network.state_dict()) == names


def count(network, kind):
    return sum(isinstance(part, kind) for part in network.modules())


def test_what_is_taken_into_convolutions(as_trained):
    resnet = fused(as_trained("resnet50"), torch.float32)
    assert count(resnet, FusedConvolution) == 49
    assert count(resnet, torch.nn.Conv2d) == count(resnet, torch.nn.BatchNorm2d) == 4
    assert not any(node.target is operator.add for node in resnet.graph.nodes)
    before = as_trained("iresnet")
    iresnet = fused(before, torch.float32)
    assert count(iresnet, FusedConvolution) == 0
    assert count(iresnet, torch.nn.BatchNorm2d) == count(before, torch.nn.BatchNorm2d)
    osnet = fused(as_trained("osnet"), torch.float32)
    assert count(osnet, FusedConvolution) > 5


class Twice(torch.nn.Module):
    """One convolution called twice, once with a batch norm; a sum with itself; a reused map."""

    def __init__(self):
        super().__init__()
        self.conv = torch.nn.Conv2d(3, 3, 3, padding=1)
        self.norm = torch.nn.BatchNorm2d(3)
        self.circular = torch.nn.Conv2d(3, 3, 3, padding=1, padding_mode="circular")
        self.same = torch.nn.Conv2d(3, 3, 3, padding="same")
        self.last = torch.nn.Conv2d(3, 3, 1)

    def forward(self, x):
        x = torch.relu(self.norm(self.conv(x)) + self.conv(x))
        x = torch.relu(self.circular(x)) + torch.relu(self.same(x))
        y = self.last(x)
        return (torch.relu(y + y) + y).mean((2, 3))


def test_what_cannot_be_fused_is_left_alone():
    torch.manual_seed(0)
    network = Twice().double().eval()
    network.norm.running_var.fill_(2.5)
    x = torch.randn(2, 3, 8, 8, dtype=torch.float64)
    changed = fused(network, torch.float64)
    assert not any(isinstance(part, FusedConvolution) for part in changed.modules())
    torch.testing.assert_close(changed(x), network(x))
