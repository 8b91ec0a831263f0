"""Names of weights files are told from other names."""

import pytest

from probe.files.weights_name import ends_like_network


@pytest.mark.parametrize("name", ["a.pth", "folder/model.pth.tar", "Net.ONNX", "graph.xml"])
def test_names_of_weights(name):
    assert ends_like_network(name)


@pytest.mark.parametrize("name", ["moco.demo", "osnet_x0_25", "card.yaml", "pth", ""])
def test_other_names(name):
    assert not ends_like_network(name)
