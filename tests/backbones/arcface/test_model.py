"""iResNet equals insightface's at both sizes."""

import pytest
import torch

from probe.backbones.arcface import spec
from probe.backbones.arcface.model import IResNet, positions

CASES = {
    "insightface_iresnet50_112x112": "arcface",
    "insightface_iresnet50_384x128": "arcface_384x128",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", CASES)
def test_equals_insightface(name, golden, eager, spec_card, tmp_path):
    data = golden(name)
    backbone = spec.load(spec_card(spec, CASES[name]), data.save(tmp_path / "backbone.pth"), eager)
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal("layer4", network.last_map(x))
            data.assert_equal("bn2", network.feature_map(x))
            data.assert_equal("embedding", network(x))


@pytest.mark.parametrize("size", [(112, 112), (384, 128), (100, 50), (17, 1)])
def test_positions_are_those_of_the_last_map(size):
    network = IResNet(size, 3, (1, 1, 1, 1), (4, 4, 4, 6)).eval()
    x = torch.randn(1, 3, *size)
    with torch.inference_mode():
        last = network.last_map(x)
        assert network(x).shape == (1, 3)
    assert last.shape[1] == 6
    assert last.shape[2] * last.shape[3] == positions(size)
