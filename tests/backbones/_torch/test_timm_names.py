"""Names of timm's models from the tensors that timm itself gives them."""

import pytest
import torch

from probe.backbones._torch.timm_names import NAME, timm_name
from probe.backbones._torch.torchvision_import import allow_torchvision

allow_torchvision()
timm = pytest.importorskip("timm")


@pytest.mark.parametrize(
    ("model", "told"),
    [
        ("resnet18", "resnet18"),
        ("resnet34", "resnet34"),
        ("resnet101", "resnet101"),
        ("vit_tiny_patch16_224", "vit_tiny_patch16_224"),
        ("vit_base_patch32_224", "vit_base_patch32_224"),
        ("resnet10t", NAME),
        ("seresnet50", NAME),
        ("convnext_atto", NAME),
        ("efficientnet_b0", NAME),
        ("swin_tiny_patch4_window7_224", NAME),
    ],
)
def test_models_of_timm(model, told):
    with torch.device("meta"):
        network = timm.create_model(model)
    assert timm_name({name: tuple(t.shape) for name, t in network.state_dict().items()}) == told


def test_other_networks_have_none():
    assert timm_name({"base.conv1.weight": (64, 3, 7, 7)}) == ""
    assert timm_name({"conv1.weight": (8, 3, 3, 3), "tail.weight": (8,)}) == ""
