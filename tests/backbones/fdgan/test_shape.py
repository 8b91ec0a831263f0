"""The networks of a recipe at their start."""

from probe.backbones._training.objective import DataFacts
from probe.backbones.fdgan.generator import GeneratorShape

SIZE = (64, 32)


def test_networks_of_a_recipe(tiny):
    shape = tiny().network
    networks = shape.networks(DataFacts(SIZE, 2, 1, 1))
    assert list(networks) == ["encoder", "generator", "identity", "pose"]
    assert networks["generator"].shape == GeneratorShape(SIZE, 8, 8, 8, 4, skips=5)
    heads = [networks[name].embed_model.classifier.out_features for name in ("encoder", "identity")]
    assert heads == [2, 1]
    assert shape.length == networks["encoder"].dimension == 8
    assert shape.options() == {"last_stride": 2, "blocks": "1-1-1-1", "widths": "4-4-8-8"}


def test_spread_of_the_generator_at_its_start(tiny):
    generator = tiny().network.networks(DataFacts(SIZE, 2, 1, 1))["generator"]
    weights = generator.de_avg[1].weight
    assert abs(weights.std().item() - 0.02) < 0.003
    assert abs(generator.en_avg[2].weight.mean().item() - 1) < 0.05
