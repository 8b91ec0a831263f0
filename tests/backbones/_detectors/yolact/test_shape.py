"""Networks of recipes: their shape, their start, and what does not go together."""

import pytest
import torch

from probe.backbones._torch.resnet import ResNet
from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones._yolact.opening import told_shape
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError

PLUS = {"network.start": None}


def facts(recipe, **changes):
    shown = recipe.stages[0].shown
    values = {
        "size": shown.size, "classes": 4, "cameras": 1, "sets": 1,
        "mean": shown.normalisation.mean, "std": shown.normalisation.std,
    }  # fmt: skip
    return DataFacts(**{**values, **changes})


def test_the_small_network_is_told_from_its_tensors(tmp_path):
    recipe = load_recipe("yolact.small")
    torch.manual_seed(0)
    network = recipe.network.networks(facts(recipe))["detector"]
    told = told_shape(network.state_dict(), tmp_path)
    assert (told.blocks, told.widths, told.anchors) == (
        network.shape.blocks, network.shape.widths, 6,
    )  # fmt: skip
    assert told.size == (180, 320)
    for ours, theirs in zip(told.view.sides, network.shape.view.sides, strict=True):
        torch.testing.assert_close(torch.tensor(ours), torch.tensor(theirs))
    assert network.shape.name == "YOLACT ResNet-18"
    # Half of ResNet-18's channels.
    assert network.shape.widths.trunk == (32, 64, 128, 256)


def test_the_published_network_has_the_official_tensors(plus_50_tensors):
    recipe = with_changes(load_recipe("yolact.plus_resnet50"), PLUS)
    with torch.device("meta"):
        shape = recipe.network.shape((550, 550))
        from probe.backbones._yolact.model import Yolact

        ours = {name: tuple(value.shape) for name, value in Yolact(shape).state_dict().items()}
    assert ours.pop("view.size") == (2,)
    assert ours.pop("view.sides") == (5, 9, 2)
    assert ours == plus_50_tensors


@pytest.fixture
def plus_50_tensors():
    """Names and shapes of YOLACT++ on a ResNet-50 for one class, as the official code has it."""
    import json
    from pathlib import Path

    folder = Path(__file__).parents[3] / "data" / "parity"
    entries = json.loads((folder / "yolact_plus_resnet50_person.json").read_text())["tensors"]
    return {entry["key"]: tuple(entry["shape"]) for entry in entries}


def test_heads_begin_as_officially():
    recipe = load_recipe("yolact.small")
    torch.manual_seed(0)
    network = recipe.network.networks(facts(recipe))["detector"]
    head = network.prediction_layers[0].conf_layer
    assert (head.bias == 0).all()
    bound = (6 / ((64 + 12) * 9)) ** 0.5
    assert 0.95 * bound < float(head.weight.detach().abs().max()) <= bound


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"network.deformable_every": 2}, "only bottlenecks have deformable"),
        ({"network.scorer": [8, 16, 32, 64, 128]}, "too small for 5 layers"),
    ],
)
def test_what_does_not_go_together(changes, message):
    recipe = with_changes(load_recipe("yolact.small"), changes)
    with pytest.raises(UsageError, match=message) as caught:
        recipe.network.networks(facts(recipe))
    assert "network." in caught.value.hint


def test_another_normalisation_is_refused():
    recipe = load_recipe("yolact.small")
    with pytest.raises(UsageError, match="normalised in one way only") as caught:
        recipe.network.networks(facts(recipe, mean=(0.5, 0.5, 0.5)))
    assert "0.48502" in caught.value.hint


def small_start(tmp_path, **changes):
    """A recipe that starts from a ResNet of its trunk's shape with random weights."""
    torch.manual_seed(3)
    from probe.backbones._torch.resnet import Bottleneck

    trunk = ResNet(2, block=Bottleneck, blocks=(1, 1, 1, 1), widths=(8, 8, 8, 8))
    tensors = {**trunk.state_dict(), "fc.weight": torch.zeros(2, 32), "fc.bias": torch.zeros(2)}
    path = tmp_path / "trunk.pth"
    torch.save(tensors, path)
    settings = {
        "network.block": "bottleneck", "network.deformable_every": 1,
        "network.blocks": [1, 1, 1, 1], "network.trunk": [8, 8, 8, 8],
        "network.start": {"weights": str(path), "sha256": sha256_of(path)},
    }  # fmt: skip
    return with_changes(load_recipe("yolact.small"), {**settings, **changes}), trunk


def test_a_trunk_begins_with_weights_of_its_depth(tmp_path):
    recipe, trunk = small_start(tmp_path)
    network = recipe.network.networks(facts(recipe))["detector"]
    own, given = network.backbone.state_dict(), trunk.state_dict()
    assert torch.equal(own["layers.2.0.conv1.weight"], given["layer3.0.conv1.weight"])
    assert torch.equal(own["bn1.running_var"], given["bn1.running_var"])
    # The convolution that deforms keeps its filters; what deforms it begins at rest.
    assert torch.equal(own["layers.1.0.conv2.weight"], given["layer2.0.conv2.weight"])
    assert not own["layers.1.0.conv2.conv_offset_mask.weight"].any()


def test_weights_of_another_depth_are_refused(tmp_path):
    recipe, _ = small_start(tmp_path, **{"network.blocks": [1, 1, 2, 1]})
    with pytest.raises(CheckpointError, match="do not fit the trunk"):
        recipe.network.networks(facts(recipe))
