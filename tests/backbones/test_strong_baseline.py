"""reid-strong-baseline and IBN-Net, equal to the official networks."""

import pytest
import torch

from probe.backbones._torch.resnet import ResNet50
from probe.backbones.strong_baseline import spec
from probe.errors import CheckpointError

CASES = {
    "bot_baseline_resnet50_256x128": "strong_baseline",
    "bot_baseline_resnet50_ibn_a_256x128": "strong_baseline_ibn_a",
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("neck", ["before", "after"])
def test_equals_the_official_baseline(name, neck, golden, eager, spec_card, tmp_path):
    data = golden(name)
    card = spec_card(spec, CASES[name])
    card = card.with_changes(options={**card.options, "neck": neck})
    backbone = spec.load(card, data.save(tmp_path / "resnet50_model_120.pth"), eager)
    assert not backbone.report.unexpected
    field = {"before": "global_feat", "after": "bn_feat"}[neck]
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal(field, network(x))


@pytest.mark.parametrize("stride", [1, 2])
def test_ibn_a_equals_ibn_net(stride, golden):
    data = golden(f"ibnnet_resnet50_ibn_a_ls{stride}_256x128")
    tensors = {k: torch.from_numpy(v) for k, v in data.weights.items() if not k.startswith("fc.")}
    network = ResNet50(stride, ibn_a=True)
    network.load_state_dict(tensors)
    network.eval()
    for dtype in (torch.float32, torch.float64):
        with torch.inference_mode():
            x = torch.from_numpy(data.input).to(dtype)
            data.assert_equal("map", network.to(dtype).feature_map(x))
            data.assert_equal("gap", network(x))


def test_the_other_trunk_is_refused(golden, eager, spec_card, tmp_path):
    file = golden("bot_baseline_resnet50_ibn_a_256x128").save(tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"base.layer1.0.bn1"):
        spec.load(spec_card(spec, "strong_baseline"), file, eager)


def test_unknown_neck_is_refused(eager, spec_card, tmp_path):
    card = spec_card(spec, "strong_baseline").with_changes(options={"neck": "middle"})
    with pytest.raises(CheckpointError, match="before or after"):
        spec.load(card, tmp_path / "w.pth", eager)
