import pytest
import torch

from probe.backbones._torch.wrapped import load_module, loader_of, module_state
from probe.contracts import BackboneCard
from probe.errors import BackboneError

CARD = BackboneCard("net", input_size=(64, 32), needs_weights=False)


def test_a_map_of_one_place_is_a_vector(eager, pictures):
    network = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.AdaptiveAvgPool2d(1))
    backbone = loader_of(network)(CARD, None, eager)
    assert backbone.embed(pictures(2, (64, 32))).shape == (2, 4)


def test_another_form_is_refused(eager):
    with pytest.raises(BackboneError, match="2 pictures, not a tensor") as caught:
        load_module(torch.nn.Conv2d(3, 4, 3), CARD, eager)
    assert "one vector a picture" in caught.value.hint


def test_the_state_holds_classes_values_and_numbers():
    def state(network):
        return module_state(network, lambda value, place: f"{place} {value}")

    torch.manual_seed(0)
    network = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Dropout(0.5))
    digest, modules = state(network)
    assert "torch.nn.modules.linear" in modules
    assert state(network) == (digest, modules)
    network[1].p = 0.4
    assert state(network)[0] != digest
    network[1].p = 0.5
    network[0].bias.data[0] += 1
    assert state(network)[0] != digest
