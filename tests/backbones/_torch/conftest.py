"""Small networks: one that is quick, and one of each family with statistics as after training."""

import pytest
import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.resnet import ResNet50
from probe.backbones.arcface.model import IResNet
from probe.backbones.clip_reid.model import ClipReid
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.backbones.solider.model import SemanticSwin, Solider
from probe.backbones.transreid.model import JigsawTransReid
from probe.contracts import BackboneCard, Runtime


@pytest.fixture
def network():
    """A linear layer and a batch norm: seven tensors."""
    torch.manual_seed(0)
    return torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))


@pytest.fixture
def state(network):
    """The tensors of `network`, copied."""
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


class SmallNetwork(torch.nn.Module):
    """One convolution with batch norm and ReLU, averaged: eight numbers a picture."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.body = torch.nn.Sequential(
            torch.nn.Conv2d(3, 8, 3, 2), torch.nn.BatchNorm2d(8), torch.nn.ReLU()
        )
        self.body[1].running_var.fill_(3.0)

    def forward(self, x):
        return self.body(x).mean((2, 3))


@pytest.fixture
def small():
    """The class of a network that is quick to export."""
    return SmallNetwork


@pytest.fixture
def small_card():
    """The card of `small`."""
    return BackboneCard(architecture="small", input_size=(64, 32), dimension=8, sha256="ab" * 32)


@pytest.fixture
def opened(small, small_card):
    """`opened(card, network, **runtime)`: a backbone on the CPU, of `small` where none is given."""

    def opening(card=small_card, network=None, **runtime):
        return TorchBackbone(card, network or small(), Runtime(device="cpu", **runtime))

    return opening


FAMILY_SIZE = (64, 32)
FAMILIES = {
    "resnet50": lambda: ResNet50(1),
    "resnet50_ibn_a": lambda: ResNet50(1, ibn_a=True),
    "osnet": lambda: OSNet(CHANNELS["osnet_x0_25"]),
    "iresnet": lambda: IResNet(FAMILY_SIZE, blocks=(1, 1, 2, 1)),
    "transreid": lambda: JigsawTransReid(FAMILY_SIZE, 128, 16, after=True, shuffled=True),
    "clip_reid": lambda: ClipReid(FAMILY_SIZE, 12, (128, 64), after=True),
    "solider": lambda: Solider(SemanticSwin(32, (1, 1, 2, 2), 0.2), 256, 0, after=True),
}


@pytest.fixture
def as_trained():
    """`as_trained(family)`: a network for 64x32 with statistics and slopes as after training."""

    def build(family):
        torch.manual_seed(0)
        network = FAMILIES[family]()
        for name, tensor in network.named_parameters():
            if "embed" in name or name.endswith((".proj", "in_proj_weight")):
                torch.nn.init.normal_(tensor, 0, 0.1)
        for module in network.modules():
            if isinstance(module, torch.nn.BatchNorm2d | torch.nn.BatchNorm1d):
                module.running_mean.normal_(0, 0.1)
                module.running_var.uniform_(0.5, 1.5)
                torch.nn.init.uniform_(module.weight, 0.5, 1.5)
        return network.eval().requires_grad_(False)

    return build
