"""StarGAN's discriminator equals the official one."""

import pytest
import torch

from probe.backbones.stargan.discriminator import (
    DiscriminatorShape,
    StyleDiscriminator,
    is_discriminator,
)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_discriminator(dtype, golden):
    data = golden("stargan4reid_D_c6")
    tensors = {key: torch.from_numpy(value) for key, value in data.weights.items()}
    assert is_discriminator(tensors)
    network = StyleDiscriminator(DiscriminatorShape(cameras=6))
    network.load_state_dict(tensors)
    (pictures,) = data.inputs.values()
    with torch.inference_mode():
        patches, cameras = network.to(dtype)(torch.from_numpy(pictures).to(dtype))
    data.assert_equal("src", patches)
    data.assert_equal("cls", cameras)


@pytest.mark.parametrize(("cameras", "count"), [(6, 44_819_392), (8, 44_852_160)])
def test_the_weights_are_as_many_as_published(cameras, count):
    with torch.device("meta"):
        network = StyleDiscriminator(DiscriminatorShape(cameras=cameras))
    assert sum(parameter.numel() for parameter in network.parameters()) == count


def test_sides_that_cannot_be_halved_so_often_are_refused():
    with pytest.raises(ValueError, match="multiples of 32"):
        StyleDiscriminator(DiscriminatorShape(cameras=2, size=(64, 48), width=2, layers=5))


def test_a_generator_is_no_discriminator():
    assert not is_discriminator({"main.0.weight": torch.empty(8, 5, 7, 7)})
