"""A view is kept among the tensors of a network, and told from them."""

import torch

from probe.backbones._yolact.view import View, ViewTensors, told_view

VIEW = View((24, 40), (((4.0, 8.0), (6.0, 6.0)), ((8.0, 16.0), (12.0, 12.0))))


def test_a_view_is_told_from_its_tensors():
    network = torch.nn.Module()
    network.view = ViewTensors(VIEW)
    assert told_view(network.state_dict()) == VIEW
    assert VIEW.anchors == 2
    assert not list(network.parameters())


def test_official_files_state_none():
    assert told_view({"prediction_layers.0.bbox_layer.weight": torch.zeros(1)}) is None
