"""StarGAN's generator equals the official one, and says what normalises."""

import pytest
import torch

from probe.backbones.stargan.generator import GeneratorShape, StyleGenerator, generator_shape


def weights(network):
    return sum(parameter.numel() for parameter in network.parameters())


def official(golden, dtype):
    data = golden("stargan4reid_G_c6")
    tensors = {key: torch.from_numpy(value) for key, value in data.weights.items()}
    network = StyleGenerator(generator_shape(tensors))
    network.load_state_dict(tensors)
    pictures, wanted = (torch.from_numpy(data.inputs[name]) for name in data.inputs)
    return data, network.to(dtype), pictures.to(dtype), wanted.argmax(1)


@pytest.mark.parametrize(
    "dtype", [torch.float32, pytest.param(torch.float64, marks=pytest.mark.slow)]
)
def test_generator(dtype, golden):
    data, network, pictures, cameras = official(golden, dtype)
    assert network.shape == GeneratorShape(cameras=6)
    network.eval().normalise_by("running")
    with torch.inference_mode():
        by_running = network(pictures, cameras)
        network.normalise_by("instance")
        by_instance = network(pictures, cameras)
        in_training = network.train()(pictures, cameras)
    for field, picture in (
        ("eval_image", by_running), ("train_image", by_instance), ("train_image", in_training),
    ):  # fmt: skip
        data.assert_equal(field, picture)
        data.assert_equal(f"{field}.channel_mean", picture.mean((2, 3)))


def test_the_weights_are_as_many_as_published():
    assert weights(StyleGenerator(GeneratorShape(cameras=6))) == 8_433_664
    assert weights(StyleGenerator(GeneratorShape(cameras=8))) == 8_439_936


@pytest.mark.parametrize("statistics", ["instance", "running"])
def test_drawing_moves_no_statistics_and_training_does(statistics):
    network = StyleGenerator(GeneratorShape(cameras=2, width=4, blocks=1))
    network.normalise_by(statistics)
    before = {name: value.clone() for name, value in network.state_dict().items()}
    pictures, cameras = torch.rand(2, 3, 8, 4), torch.tensor([0, 1])
    network.eval()(pictures, cameras)
    assert all(torch.equal(before[name], value) for name, value in network.state_dict().items())
    network.train()(pictures, cameras)
    moved = {n for n, value in network.state_dict().items() if not torch.equal(before[n], value)}
    assert moved
    assert all("running" in name or "tracked" in name for name in moved)


def test_a_picture_is_drawn_alike_in_any_batch():
    network = StyleGenerator(GeneratorShape(cameras=3, width=4, blocks=1)).eval()
    pictures = torch.rand(3, 3, 8, 4)
    together = network(pictures, torch.tensor([0, 1, 2]))
    alone = network(pictures[1:2], torch.tensor([1]))
    torch.testing.assert_close(together[1:2], alone)
    assert not torch.allclose(alone, network(pictures[1:2], torch.tensor([2])))


@pytest.mark.parametrize(
    "tensors",
    [{}, {"main.0.weight": torch.empty(8, 3, 4, 4)}, {"main.0.weight": torch.empty(8, 3, 7, 7)}],
)
def test_other_tensors_have_no_shape_of_a_generator(tensors):
    assert generator_shape(tensors) is None
