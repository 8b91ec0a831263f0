"""Where a network is cut: by the map it declares or where timm cuts it, never on its word alone."""

import numpy as np
import pytest
import torch
from torch import nn

from probe.backbones._torch.attribution import (
    MapState,
    Split,
    pair_evidence,
    point_evidence,
    with_flip,
)
from probe.backbones._torch.torchvision_import import allow_torchvision


def test_a_wrapper_that_calls_its_trunk_has_maps(headed, averaged, loaded, rough, pairs):
    class Wrapper(nn.Module):
        def __init__(self):
            super().__init__()
            self.base = headed(averaged)
            self.neck = nn.BatchNorm1d(12)

        def feature_map(self, x):
            return self.base.feature_map(x)

        def forward(self, x):
            return self.neck(self.base(x))

    found = pair_evidence(loaded(rough(Wrapper())), *pairs)
    total = found.first.sum((1, 2)) + found.constant_first
    np.testing.assert_allclose(total, found.cosine, atol=1e-6)
    assert np.abs(found.constant_first).max() > 1e-3


def test_a_map_the_feature_does_not_go_through_is_not_believed(
    headed, averaged, loaded, rough, pairs
):
    class Liar(headed):
        def forward(self, x):
            return self.head(self.trunk(x * 0.5))

    assert pair_evidence(loaded(rough(Liar(averaged))), *pairs) is None


def test_flip_doubles_the_parts():
    split = Split(lambda x: MapState((x,)), lambda state: state.maps[0].mean((2, 3)))
    x = torch.arange(24.0).view(1, 3, 2, 4)
    both = with_flip(split).trunk(x)
    assert len(both.maps) == 2
    np.testing.assert_array_equal(both.maps[0], both.maps[1])


TIMM_FAMILIES = [
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


@pytest.mark.parametrize(("name", "options", "kind", "grid"), TIMM_FAMILIES)
def test_maps_of_timms_networks_sum_to_the_cosine(loaded, name, options, kind, grid):
    allow_torchvision()
    import timm

    torch.manual_seed(0)
    network = timm.create_model(name, pretrained=False, num_classes=0, **options)
    pictures = np.random.default_rng(1).integers(0, 256, (2, 1, 64, 64, 3), dtype=np.uint8)
    found = pair_evidence(loaded(network, (64, 64)), *pictures)
    assert found.first.shape[1:] == grid
    assert found.kind == kind
    assert np.abs(found.first.sum((1, 2)) + found.constant_first - found.cosine).max() < 1e-5
    assert np.abs(found.second.sum((1, 2)) + found.constant_second - found.cosine).max() < 1e-5
    assert np.abs(found.first).max() > 0
    points = point_evidence(loaded(network, (64, 64)), *pictures[:, 0])
    np.testing.assert_allclose(points.matrix.sum((2, 3)) + points.first, found.first[0], atol=1e-5)


def test_a_network_without_a_grid_has_none(loaded):
    allow_torchvision()
    import timm

    network = timm.create_model("mixer_s32_224", pretrained=False, num_classes=0, img_size=(64, 64))
    pictures = np.zeros((1, 64, 64, 3), np.uint8)
    assert pair_evidence(loaded(network, (64, 64)), pictures, pictures) is None
