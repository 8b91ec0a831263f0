"""A trained iResNet has the shape that its card's options say."""

import pytest
import torch

from probe.backbones.arcface import spec
from probe.backbones.arcface.trained import trained_network
from probe.contracts import BackboneCard
from probe.errors import BackboneError


def card(**options):
    return BackboneCard(architecture="arcface_trained", input_size=(32, 16), options=options)


@pytest.mark.parametrize(
    ("options", "missing"),
    [
        ({"blocks": "1-2-2", "widths": "4-4-4-8", "dimension": 8}, "blocks"),
        ({"blocks": "1-2-2-2", "dimension": 8}, "widths"),
        ({"blocks": "1-2-2-2", "widths": "4-4-4-8"}, "dimension"),
    ],
)
def test_options_without_a_shape_are_refused(options, missing):
    with pytest.raises(BackboneError, match=f"option {missing}"):
        trained_network(card(**options))


def test_the_network_has_the_shape_and_the_size_of_its_card():
    network = trained_network(card(blocks="1-2-1-3", widths="4-6-8-10", dimension=7))
    stages = [network.get_submodule(f"layer{stage}") for stage in range(1, 5)]
    assert [len(stage) for stage in stages] == [1, 2, 1, 3]
    assert [stage[0].conv2.out_channels for stage in stages] == [4, 6, 8, 10]
    assert network.eval()(torch.zeros(2, 3, 32, 16)).shape == (2, 7)
    assert network.fc.in_features == 10 * 2 * 1


def test_the_demonstration_weights_fill_the_network_of_their_card(eager, spec_card):
    backbone = spec.load(spec_card(spec, "arcface.demo"), None, eager)
    assert backbone.report.complete
    assert backbone.card.dimension == 128
