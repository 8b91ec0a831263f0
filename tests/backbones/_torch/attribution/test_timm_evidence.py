"""Networks of timm are cut where timm cuts them; maps sum to the cosine for every family."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.attribution import pair_evidence, point_evidence
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.contracts import BackboneCard

FAMILIES = [
    ("resnet18", {}, "exact", (2, 2)),
    ("mobilenetv3_small_050", {}, "gradient", (2, 2)),
    ("convnext_atto", {}, "gradient", (2, 2)),
    pytest.param(
        "swin_tiny_patch4_window7_224",
        {"img_size": (64, 64)},
        "exact",
        (2, 2),
        marks=pytest.mark.slow,
    ),
    ("vit_tiny_patch16_224", {"img_size": (64, 64)}, "gradient", (4, 4)),
    ("vit_tiny_patch16_224", {"img_size": (64, 64), "global_pool": "avg"}, "gradient", (4, 4)),
    ("deit_tiny_distilled_patch16_224", {"img_size": (64, 64)}, "gradient", (4, 4)),
]


class Loaded:
    def __init__(self, network):
        self.card = BackboneCard(architecture="timm", input_size=(64, 64))
        self.network = network.eval().requires_grad_(False)


@pytest.mark.parametrize(("name", "options", "kind", "grid"), FAMILIES)
def test_maps_sum_to_the_cosine(name, options, kind, grid):
    allow_torchvision()
    import timm

    torch.manual_seed(0)
    network = timm.create_model(name, pretrained=False, num_classes=0, **options)
    pictures = np.random.default_rng(1).integers(0, 256, (2, 1, 64, 64, 3), dtype=np.uint8)
    found = pair_evidence(Loaded(network), *pictures)
    assert found.first.shape[1:] == grid
    assert found.kind == kind
    assert np.abs(found.first.sum((1, 2)) + found.constant_first - found.cosine).max() < 1e-5
    assert np.abs(found.second.sum((1, 2)) + found.constant_second - found.cosine).max() < 1e-5
    assert np.abs(found.first).max() > 0
    points = point_evidence(Loaded(network), *pictures[:, 0])
    np.testing.assert_allclose(points.matrix.sum((2, 3)) + points.first, found.first[0], atol=1e-5)


def test_a_network_without_a_grid_has_none():
    allow_torchvision()
    import timm

    network = timm.create_model("mixer_s32_224", pretrained=False, num_classes=0, img_size=(64, 64))
    pictures = np.zeros((1, 64, 64, 3), np.uint8)
    assert pair_evidence(Loaded(network), pictures, pictures) is None
