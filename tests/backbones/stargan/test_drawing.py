"""Generators of styles by folder and by file, and what is refused."""

import json

import numpy as np
import pytest
import torch

from probe.backbones.generators import generator_of
from probe.backbones.stargan.drawing import OFFICIAL_SIZE, open_style_drawer
from probe.backbones.stargan.generator import GeneratorShape, StyleGenerator
from probe.errors import CheckpointError, UsageError


def test_the_folder_of_a_training_tells_size_and_cameras(trained):
    drawer = open_style_drawer(str(trained))
    assert (drawer.name, drawer.size) == ("stargan.small", (16, 8))
    assert [(c.data_set, c.number) for c in drawer.cameras] == [("table", 1), ("table", 2)]
    assert generator_of(str(trained)).draws == "styles"


@pytest.mark.parametrize("wrapped", [False, True])
def test_an_official_file_tells_width_and_cameras(wrapped, tmp_path):
    torch.manual_seed(0)
    network = StyleGenerator(GeneratorShape(cameras=8, width=8, blocks=2))
    tensors = network.state_dict()
    if wrapped:
        tensors = {"state_dict": {f"module.{name}": value for name, value in tensors.items()}}
    torch.save(tensors, tmp_path / "200000_G.pth")
    drawer = open_style_drawer(str(tmp_path / "200000_G.pth"))
    assert drawer.generator.shape == network.shape
    assert (drawer.size, drawer.cameras, drawer.name) == (OFFICIAL_SIZE, None, "200000_G")
    assert generator_of(str(tmp_path / "200000_G.pth")).draws == "styles"


def test_pictures_are_drawn_as_the_network_says(trained):
    drawer = open_style_drawer(str(trained))
    pictures = np.random.default_rng(0).integers(0, 256, (40, 16, 8, 3), dtype=np.uint8)
    styles = np.arange(40) % 2
    made = drawer.draw(pictures, styles)
    assert (made.shape, made.dtype) == (pictures.shape, np.uint8)
    given = torch.from_numpy(pictures[33:34]).permute(0, 3, 1, 2) / 127.5 - 1
    with torch.inference_mode():
        alone = 127.5 * (drawer.generator(given, torch.tensor([1])) + 1)
    difference = alone[0].permute(1, 2, 0).numpy() - made[33].astype(float)
    assert np.abs(difference).max() < 0.51
    np.testing.assert_array_equal(made[33], drawer.draw(pictures[33:34], styles[33:34])[0])


def test_statistics_are_chosen(trained):
    drawer = open_style_drawer(str(trained))
    pictures = np.random.default_rng(0).integers(0, 256, (1, 16, 8, 3), dtype=np.uint8)
    by_instance = drawer.draw(pictures, np.array([0]))
    drawer.generator.normalise_by("running")
    assert not np.array_equal(drawer.draw(pictures, np.array([0])), by_instance)


@pytest.mark.parametrize(
    ("tensors", "message"),
    [
        ({"main.0.weight": torch.zeros(4, 3, 4, 4), "conv1.weight": torch.zeros(1, 4, 3, 3),
          "conv2.weight": torch.zeros(2, 4, 4, 2)}, "StarGAN's discriminator"),
        ({"layer.weight": torch.zeros(2, 2)}, "but another file"),
    ],
)  # fmt: skip
def test_other_networks_are_named(tensors, message, tmp_path):
    torch.save(tensors, tmp_path / "file.pth")
    with pytest.raises(CheckpointError, match=message):
        open_style_drawer(str(tmp_path / "file.pth"))


def test_a_foreign_file_is_refused(tmp_path):
    (tmp_path / "file.pth").write_text("no weights")
    with pytest.raises(CheckpointError):
        open_style_drawer(str(tmp_path / "file.pth"))


def test_half_a_generator_is_refused(tmp_path):
    tensors = StyleGenerator(GeneratorShape(cameras=2, width=4, blocks=1)).state_dict()
    del tensors["main.3.weight"]
    torch.save(tensors, tmp_path / "G.pth")
    with pytest.raises(CheckpointError, match=r"main\.3\.weight"):
        open_style_drawer(str(tmp_path / "G.pth"))


def test_a_training_that_has_not_ended_is_refused(tmp_path):
    with pytest.raises(UsageError, match="has ended a stage") as caught:
        open_style_drawer(str(tmp_path))
    assert "--resume" in caught.value.hint


def test_weights_that_were_changed_are_refused(trained):
    path = trained / "weights.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    with pytest.raises(CheckpointError, match="have been changed"):
        open_style_drawer(str(trained))


@pytest.mark.parametrize("shape", [GeneratorShape(2, 8, 1), GeneratorShape(3, 4, 1)])
def test_weights_of_another_width_or_other_cameras_are_refused(shape, trained):
    from safetensors.torch import save_file

    from probe.backbones.naming import sha256_of

    path = trained / "weights.safetensors"
    save_file(StyleGenerator(shape).state_dict(), path)
    manifest = json.loads((trained / "training.json").read_text())
    manifest["stages"][-1]["networks"]["generator"]["sha256"] = sha256_of(path)
    (trained / "training.json").write_text(json.dumps(manifest))
    message = f"width {shape.width} and {shape.cameras} cameras; its training says width 4 and 2"
    with pytest.raises(CheckpointError, match=message):
        open_style_drawer(str(trained))
