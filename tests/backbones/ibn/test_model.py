"""reid-strong-baseline and IBN-Net's trunks are equal to the official networks."""

from itertools import product

import pytest
import torch

from probe.backbones.ibn import spec
from probe.wording import wording_of

CASES = {
    "bot_baseline_resnet50_256x128": "strong_baseline",
    "bot_baseline_resnet50_ibn_a_256x128": "strong_baseline_ibn_a",
}

QUICK = [
    ("bot_baseline_resnet50_256x128", "before", False),
    ("bot_baseline_resnet50_ibn_a_256x128", "after", True),
]
"""Every value once; the other combinations are among the slow tests."""


@pytest.mark.parametrize(
    ("name", "neck", "older"),
    [
        pytest.param(*case, marks=[] if case in QUICK else pytest.mark.slow)
        for case in product(CASES, ["before", "after"], [False, True])
    ],
)
def test_equals_the_official_baseline(name, neck, older, golden, eager, spec_card, tmp_path):
    data = golden(name)
    card = spec_card(spec, CASES[name] if older else "ibn")
    card = card.with_changes(options={**card.options, "neck": neck})
    backbone = spec.load(card, data.save(tmp_path / "resnet50_model_120.pth"), eager)
    assert not backbone.report.unexpected
    assert ("before" in wording_of()(backbone.card.feature)) == (neck == "before")
    field = {"before": "global_feat", "after": "bn_feat"}[neck]
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal(field, network(x))


@pytest.mark.parametrize(
    ("stride", "file"),
    [
        (2, "wrapped"),
        *(
            pytest.param(stride, file, marks=pytest.mark.slow)
            for stride, file in [(1, "bare"), (1, "wrapped"), (2, "bare")]
        ),
    ],
)
def test_imagenet_trunk_equals_ibn_net(stride, file, golden, eager, spec_card, tmp_path):
    data = golden(f"ibnnet_resnet50_ibn_a_ls{stride}_256x128")
    names = {"bare": "r50_ibn_a.pth", "wrapped": "resnet50_ibn_a.pth.tar"}
    wrapped = file == "wrapped"
    path = data.save(
        tmp_path / names[file],
        rename=lambda key: f"module.{key}" if wrapped else key,
        wrapper="state_dict" if wrapped else None,
    )
    card = spec_card(spec, "ibn")
    card = card.with_changes(options={**card.options, "last_stride": stride})
    backbone = spec.load(card, path, eager)
    assert "has not learnt people" in wording_of().either(backbone.card.demonstration)
    for dtype in (torch.float32, torch.float64):
        with torch.inference_mode():
            x = torch.from_numpy(data.input).to(dtype)
            data.assert_equal("map", backbone.network.to(dtype).feature_map(x))
            data.assert_equal("gap", backbone.network(x))
