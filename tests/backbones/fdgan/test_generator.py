"""FD-GAN's generator with E_P equals the official one."""

import pytest
import torch

from probe.backbones.fdgan.generator import GeneratorShape, PoseGenerator, generator_shape
from probe.backbones.fdgan.pose_discriminator import PoseDiscriminator

BOTH = pytest.mark.parametrize("dtype", [torch.float32, torch.float64])


def filled(network, data, left_out=()):
    kept = {k: v for k, v in data.weights.items() if not k.startswith(left_out)}
    tensors = {k: torch.from_numpy(v) for k, v in kept.items()}
    network.load_state_dict(tensors)
    return network.eval()


def given(data, dtype, *names):
    return [torch.from_numpy(data.inputs[name]).to(dtype) for name in names]


@BOTH
@pytest.mark.parametrize("name", ["G_2048", "G_512", "G_512_skip5"])
def test_generator(name, dtype, golden):
    data = golden(f"fdgan_{name}")
    shape = generator_shape({k: torch.from_numpy(v) for k, v in data.weights.items()})
    assert shape.feature == (2048 if "2048" in name else 512)
    assert (shape.size, shape.noise, shape.pose) == ((256, 128), 256, 128)
    assert shape.skips == (5 if "skip" in name else 0)
    network = filled(PoseGenerator(shape), data).to(dtype)
    maps, feature, noise = given(data, dtype, "posemap", "reid_feature", "noise")
    with torch.inference_mode():
        data.assert_equal("pose_feature", network.pose_feature(maps))
        picture = network(feature, maps, noise)
    data.assert_equal("image", picture)
    data.assert_equal("image.channel_mean", picture.mean((2, 3)))


def test_the_weights_of_a_generator_are_those_that_are_published():
    def weights(network):
        return sum(parameter.numel() for parameter in network.parameters())

    assert weights(PoseGenerator(GeneratorShape())) == 55_864_192
    small = PoseGenerator(GeneratorShape(feature=512))
    assert weights(small) == 30_698_368
    encoder = sum(p.numel() for name, p in small.named_parameters() if name.startswith("en_"))
    assert encoder == 9_065_472
    assert weights(PoseDiscriminator()) == 2_784_065


def test_maps_that_are_added_need_no_wider_decoder():
    plain, added = (
        PoseGenerator(GeneratorShape(size=(64, 32), feature=8, width=4, skips=skips, fuse="add"))
        for skips in (0, 5)
    )
    added.load_state_dict(plain.state_dict())
    values = torch.randn(2, 8), torch.rand(2, 18, 64, 32), torch.randn(2, 256)
    assert not torch.allclose(plain.eval()(*values), added.eval()(*values))
