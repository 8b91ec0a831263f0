"""Plain trunks of other projects equal their official networks."""

import pytest
import torch

from probe.backbones.resnet50 import spec
from probe.errors import CheckpointError

CASES = {"hhl_resnet50_256x128": "pool5_raw", "fdgan_E_256x128": "feature"}


@pytest.mark.parametrize("name", CASES)
def test_equals_the_official_encoder(name, golden, eager, spec_card, tmp_path):
    data = golden(name)
    file = data.save(tmp_path / "E.pth", lambda key: f"module.{key}")
    backbone = spec.load(spec_card(spec, "resnet50"), file, eager)
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal(CASES[name], network(x))


def test_a_trunk_without_the_first_relu_is_refused(golden, eager, spec_card, tmp_path):
    file = golden("bot_baseline_resnet50_256x128").save(tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match="no ReLU") as caught:
        spec.load(spec_card(spec, "resnet50"), file, eager)
    assert "ibn=" in caught.value.hint
