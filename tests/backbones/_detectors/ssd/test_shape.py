"""Networks of recipes: their start, and pictures that they do not take."""

import pytest
import torch

from probe.backbones._training.objective import DataFacts
from probe.backbones._training.recipe_changes import with_changes
from probe.backbones._training.recipe_file import load_recipe
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError


def facts(recipe, **changes):
    shown = recipe.stages[0].shown
    values = {
        "size": shown.size, "classes": 4, "cameras": 1, "sets": 1,
        "mean": shown.normalisation.mean, "std": shown.normalisation.std,
    }  # fmt: skip
    return DataFacts(**{**values, **changes})


def test_the_small_network_of_the_recipe():
    recipe = load_recipe("ssd.small")
    torch.manual_seed(0)
    network = recipe.network.networks(facts(recipe))["detector"]
    assert network.backbone.seen_size.tolist() == [180, 320]
    # He et al. at the start of the trunk.
    spread = float(network.backbone.resnet.conv1.weight.detach().std())
    assert spread == pytest.approx((2 / (32 * 49)) ** 0.5, rel=0.05)


def test_pictures_that_are_not_its_own():
    small, large = load_recipe("ssd.small"), load_recipe("ssd.vgg16")
    for recipe, changes, message in (
        (small, {"std": (1.0, 1.0, 1.0)}, "normalised in one way"),
        (large, {"mean": (0.5, 0.5, 0.5)}, "normalised in one way"),
        (large, {"size": (180, 320)}, "SSD300 sees 300x300"),
    ):
        with pytest.raises(UsageError, match=message):
            recipe.network.networks(facts(recipe, **changes))


VGG = (64, 64, 128, 128, 256, 256, 256, 512, 512, 512, 512, 512, 512)
PLACES = (0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28)


def vgg_file(path, widths=VGG):
    inputs, tensors = 3, {}
    for place, outputs in zip(PLACES, widths, strict=True):
        tensors[f"features.{place}.weight"] = torch.full((outputs, inputs, 3, 3), float(place + 1))
        tensors[f"features.{place}.bias"] = torch.full((outputs,), float(place + 1))
        inputs = outputs
    torch.save(tensors, path)
    return {"network.start": {"weights": str(path), "sha256": sha256_of(path)}}


@pytest.mark.slow
def test_vgg16_fills_the_trunk(tmp_path):
    recipe = with_changes(load_recipe("ssd.vgg16"), vgg_file(tmp_path / "vgg.pth"))
    network = recipe.network.networks(facts(recipe))["detector"]
    assert (network.backbone.features[0].weight == 1).all()
    layers = [m for m in network.backbone.modules() if isinstance(m, torch.nn.Conv2d)]
    assert [float(layer.bias[0].detach()) for layer in layers[:13]] == [p + 1.0 for p in PLACES]
    narrow = with_changes(recipe, vgg_file(tmp_path / "narrow.pth", (*VGG[:-1], 256)))
    with pytest.raises(CheckpointError, match="this is not VGG16"):
        narrow.network.networks(facts(recipe))
