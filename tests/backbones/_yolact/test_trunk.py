"""The trunk without deformable convolutions is a ResNet; with them they stand where they should."""

import torch

from probe.backbones._torch.resnet import ResNet50
from probe.backbones._yolact.deformable import DeformableConv
from probe.backbones._yolact.trunk import Trunk


def test_a_plain_trunk_is_resnet_50():
    torch.manual_seed(1)
    plain, trunk = ResNet50(2).eval(), Trunk((3, 4, 6, 3), frozenset()).eval()
    renamed = {
        f"layers.{int(name[5]) - 1}{name[6:]}" if name.startswith("layer") else name: value
        for name, value in plain.state_dict().items()
    }
    trunk.load_state_dict(renamed)
    picture = torch.randn(1, 3, 64, 64)
    with torch.inference_mode():
        maps = trunk(picture)
        for stages, given in zip((2, 3, 4), maps, strict=True):
            torch.testing.assert_close(given, plain.map_after(picture, stages))


def test_deformable_blocks(plus_50):
    trunk = Trunk(plus_50.blocks, plus_50.deformable)
    count = sum(isinstance(module, DeformableConv) for module in trunk.modules())
    assert count == 13
    assert not isinstance(trunk.layers[0][0].conv2, DeformableConv)
    assert trunk.layers[2][0].conv2.stride == 2
