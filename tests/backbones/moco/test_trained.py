"""A trained ResNet has the shape that its card's options say."""

import pytest
import torch

from probe.backbones.moco import spec
from probe.backbones.moco.trained import trained_network
from probe.contracts import BackboneCard
from probe.errors import BackboneError


def card(**options):
    return BackboneCard(architecture="moco_trained", input_size=(64, 32), options=options)


def test_options_without_a_shape_are_refused():
    with pytest.raises(BackboneError, match="option last_stride"):
        trained_network(card(blocks="1-2-2-2", widths="4-4-4-8"))


@pytest.mark.parametrize(("last_stride", "rows"), [(1, 4), (2, 2)])
def test_the_network_has_the_shape_of_its_card(last_stride, rows):
    options = {"blocks": "1-2-1-3", "widths": "4-6-8-10", "last_stride": last_stride}
    network = trained_network(card(**options)).eval()
    stages = [network.get_submodule(f"layer{stage}") for stage in range(1, 5)]
    assert [len(stage) for stage in stages] == [1, 2, 1, 3]
    assert [stage[0].conv2.out_channels for stage in stages] == [4, 6, 8, 10]
    assert network.feature_map(torch.zeros(1, 3, 64, 32)).shape == (1, 40, rows, rows // 2)


def test_the_demonstration_weights_fill_the_network_of_their_card(eager, spec_card):
    backbone = spec.load(spec_card(spec, "moco.demo"), None, eager)
    assert backbone.report.complete
    assert backbone.card.dimension == 384
