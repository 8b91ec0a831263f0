"""A weights file without `NAME=`: run where it can only be one network, else the line to type."""

import pytest
import torch

from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.embedding.registry import find
from probe.embedding.unnamed_file import card_beside, only_reading
from probe.errors import BackboneError, CheckpointError


def saved(path, tensors):
    torch.save(tensors, path)
    return path


def test_a_file_that_can_only_be_one_network_is_run_as_that(tmp_path):
    file = saved(tmp_path / "own.pth", {"state_dict": OSNet(CHANNELS["osnet_x0_25"]).state_dict()})
    assert only_reading(file) == f"osnet_x0_25={file}"
    choice = find(str(file))
    assert (choice.name, choice.weights) == ("osnet_x0_25.own", file)


def test_a_card_that_names_the_file_comes_first(tmp_path):
    file = saved(tmp_path / "own.pth", OSNet(CHANNELS["osnet_x0_25"]).state_dict())
    card = tmp_path / "card.yaml"
    card.write_text("backbone: osnet_x0_25\nweights: own.pth\ntag: ours\n")
    assert find(str(file)).name == "osnet_x0_25.ours"


RESNET = {f"layer{k}.{n}.conv{c}.weight": (1, 1) for k, count in enumerate((3, 4, 6, 3), 1)
          for n in range(count) for c in (1, 2, 3)}  # fmt: skip
RESNET |= {"conv1.weight": (64, 3, 7, 7), "layer1.0.conv2.weight": (64, 64, 3, 3)}


@pytest.mark.parametrize(
    ("shapes", "told"),
    [
        (RESNET, r"--backbone moco=\S+ \| --backbone resnet50=\S+ \| --backbone timm:resnet50="),
        (
            RESNET | {"fc.weight": (751, 8)},
            r"type --backbone timm:resnet50=\S+ \| --backbone resn",
        ),
        ({"a.b": (3,)}, r"what it looks like: unknown(.|\n)*--backbone package\.module:spec"),
    ],
)
def test_where_several_are_possible_or_none_the_lines_are_told(shapes, told, tmp_path):
    file = saved(tmp_path / "own.pth", {name: torch.zeros(shape) for name, shape in shapes.items()})
    with pytest.raises(BackboneError, match=told):
        find(str(file))


def test_what_is_no_weights_file_says_what_it_is(tmp_path):
    file = tmp_path / "own.pth"
    file.write_text("hello")
    with pytest.raises(CheckpointError, match="it is text"):
        find(str(file))


def test_the_card_that_a_training_left_beside_its_weights_is_taken(tmp_path):
    weights = tmp_path / "weights.safetensors"
    for name, text in {
        "pairs.yaml": "backbone: fdgan_pairs\nweights: weights.safetensors\n",
        "card.yaml": "backbone: fdgan\nweights: weights.safetensors\n",
        "a.yaml": "backbone: fdgan\nweights: other.safetensors\n",
        "b.yaml": "no: [card",
    }.items():
        (tmp_path / name).write_text(text)
    assert card_beside(weights) == str(tmp_path / "card.yaml")
    assert card_beside(tmp_path / "none.pth") is None
