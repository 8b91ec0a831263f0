"""ResNets of re-identification: timm's values, strides and IBN-a."""

import pytest
import torch

from probe.backbones._torch.resnet import BasicBlock, HalfInstanceNorm, ResNet
from probe.backbones._torch.torchvision_import import allow_torchvision


def test_resnet18_equals_timms():
    allow_torchvision()
    import timm

    theirs = timm.create_model("resnet18", pretrained=False, num_classes=0).eval()
    ours = ResNet(2, block=BasicBlock, blocks=(2, 2, 2, 2)).eval()
    ours.load_state_dict(theirs.state_dict())
    x = torch.randn(1, 3, 64, 32)
    with torch.inference_mode():
        torch.testing.assert_close(ours(x), theirs(x))


@pytest.mark.parametrize(("last_stride", "rows"), [(1, 8), (2, 4)])
def test_the_last_stride_decides_the_height_of_the_map(last_stride, rows):
    network = ResNet(last_stride, block=BasicBlock, blocks=(1, 1, 1, 1), widths=(4, 4, 4, 8)).eval()
    with torch.inference_mode():
        x = torch.randn(1, 3, 128, 64)
        assert network.feature_map(x).shape == (1, 8, rows, rows // 2)
        assert network.map_after(x, 3).shape == (1, 4, 8, 4)
        torch.testing.assert_close(network(x), network.feature_map(x).mean((2, 3)))


def test_half_instance_norm_norms_each_picture_in_its_first_half():
    """The first channels of a picture do not depend on its contrast; the others do."""
    torch.manual_seed(0)
    norm = HalfInstanceNorm(6).eval()
    x = torch.randn(1, 6, 5, 5)
    plain, strong = norm(x), norm(4 * x + 3)
    torch.testing.assert_close(plain[:, :3], strong[:, :3], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(plain[:, 3:], x[:, 3:], atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(strong[:, 3:], 4 * x[:, 3:] + 3, atol=1e-4, rtol=1e-4)


def test_ibn_a_leaves_the_last_stage_out():
    network = ResNet(1, blocks=(1, 1, 1, 1), widths=(4, 4, 4, 4), ibn_a=True)
    halves = {
        n.split(".")[0] for n, m in network.named_modules() if isinstance(m, HalfInstanceNorm)
    }
    assert halves == {"layer1", "layer2", "layer3"}
