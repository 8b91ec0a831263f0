"""reid-strong-baseline and IBN-Net, equal to the official networks; files that are none of them."""

import pytest
import torch
from torch import nn

from probe.backbones._torch.resnet import BasicBlock, ResNet, ResNet50
from probe.backbones._torch.resnet_shape import resnet_shape
from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones.ibn import spec
from probe.backbones.ibn.model import StrongBaseline
from probe.errors import CheckpointError

CASES = {
    "bot_baseline_resnet50_256x128": "strong_baseline",
    "bot_baseline_resnet50_ibn_a_256x128": "strong_baseline_ibn_a",
}
TRUNK = "ibnnet_resnet50_ibn_a_ls1_256x128"


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("neck", ["before", "after"])
@pytest.mark.parametrize("older", [False, True])
def test_equals_the_official_baseline(name, neck, older, golden, eager, spec_card, tmp_path):
    data = golden(name)
    card = spec_card(spec, CASES[name] if older else "ibn")
    card = card.with_changes(options={**card.options, "neck": neck})
    backbone = spec.load(card, data.save(tmp_path / "resnet50_model_120.pth"), eager)
    assert not backbone.report.unexpected
    assert ("before" in backbone.card.feature) == (neck == "before")
    field = {"before": "global_feat", "after": "bn_feat"}[neck]
    for dtype in (torch.float32, torch.float64):
        network, x = backbone.network.to(dtype), torch.from_numpy(data.input).to(dtype)
        with torch.inference_mode():
            data.assert_equal(field, network(x))


@pytest.mark.parametrize("stride", [1, 2])
@pytest.mark.parametrize("file", ["bare", "wrapped"])
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
    assert "has not learnt people" in backbone.card.demonstration
    for dtype in (torch.float32, torch.float64):
        with torch.inference_mode():
            x = torch.from_numpy(data.input).to(dtype)
            data.assert_equal("map", backbone.network.to(dtype).feature_map(x))
            data.assert_equal("gap", backbone.network(x))


def test_a_plain_trunk_by_itself_is_refused(golden, eager, spec_card, tmp_path):
    file = golden("luperson_resnet50_ls1_256x128").save(tmp_path / "resnet50.pth")
    with pytest.raises(CheckpointError, match="without the neck") as caught:
        spec.load(spec_card(spec, "ibn"), file, eager)
    assert "timm:resnet50" in caught.value.hint


def test_the_other_trunk_is_refused_under_the_older_names(golden, eager, spec_card, tmp_path):
    file = golden("bot_baseline_resnet50_ibn_a_256x128").save(tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"base.layer1.0.bn1"):
        spec.load(spec_card(spec, "strong_baseline"), file, eager)


def test_another_family_is_named(golden, eager, spec_card, tmp_path):
    file = golden("torchreid_osnet_x0_25_256x128").save(tmp_path / "w.pth")
    with pytest.raises(CheckpointError) as caught:
        spec.load(spec_card(spec, "ibn"), file, eager)
    assert "torchreid: osnet_x0_25" in caught.value.hint


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"neck": "middle"}, "neck after or before, not middle"),
        ({"last_stride": 4}, "last_stride 1 or 2, not 4"),
        ({"stem_relu": "yes"}, "stem_relu official or True or False, not yes"),
    ],
)
@pytest.mark.parametrize("name", ["ibn", "strong_baseline"])
def test_unknown_options_are_refused(name, options, message, eager, spec_card, tmp_path):
    card = spec_card(spec, name).with_changes(options=options)
    with pytest.raises(CheckpointError, match=message):
        spec.load(card, tmp_path / "w.pth", eager)


def small(*, ibn_a, neck=True, stem_relu=None):
    torch.manual_seed(2)
    stem = ibn_a if stem_relu is None else stem_relu
    base = ResNet(
        1, block=BasicBlock, blocks=(2, 2, 2, 2), widths=(8, 8, 12, 16), ibn_a=ibn_a, stem_relu=stem
    )
    network = StrongBaseline(base, neck=neck).eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d | nn.BatchNorm1d):
            nn.init.uniform_(module.running_var, 0.5, 1.5)
            nn.init.normal_(module.running_mean, 0, 0.2)
    return network


@pytest.mark.parametrize("ibn_a", [False, True])
@pytest.mark.parametrize("neck", [False, True])
def test_small_networks_are_told_from_their_tensors(ibn_a, neck, eager, spec_card, tmp_path):
    network = small(ibn_a=ibn_a, neck=neck)
    tensors = {**network.state_dict(), "classifier.weight": torch.zeros(5, 16)}
    torch.save(tensors, tmp_path / "w.pth")
    card = spec_card(spec, "ibn").with_changes(input_size=(64, 32))
    backbone = spec.load(card, tmp_path / "w.pth", eager)
    x = torch.randn(2, 3, 64, 32)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), network(x))
    assert backbone.card.dimension == 16
    assert ("no neck" in backbone.card.feature) == (not neck)
    shape = resnet_shape(network.state_dict(), "base.")
    assert str(shape).startswith("basic blocks 2-2-2-2 of widths 8-8-12-16")
    assert shape.ibn_a == ibn_a


def test_the_stem_activation_is_the_cards_to_say(eager, spec_card, tmp_path):
    network = small(ibn_a=False, stem_relu=True)
    torch.save(network.state_dict(), tmp_path / "w.pth")
    card = spec_card(spec, "ibn").with_changes(input_size=(64, 32))
    x = torch.randn(2, 3, 64, 32)
    outputs = {}
    for stated in ("official", True):
        changed = card.with_changes(options={**card.options, "stem_relu": stated})
        with torch.inference_mode():
            outputs[stated] = spec.load(changed, tmp_path / "w.pth", eager).network(x)
            expected = network(x)
    torch.testing.assert_close(outputs[True], expected)
    assert not torch.allclose(outputs["official"], expected)


def test_resnet18_equals_timms():
    allow_torchvision()
    import timm

    theirs = timm.create_model("resnet18", pretrained=False, num_classes=0).eval()
    ours = ResNet(2, block=BasicBlock, blocks=(2, 2, 2, 2)).eval()
    ours.load_state_dict(theirs.state_dict())
    x = torch.randn(1, 3, 64, 32)
    with torch.inference_mode():
        torch.testing.assert_close(ours(x), theirs(x))


def test_resnet50_is_the_resnet_of_its_shape():
    shape = resnet_shape(ResNet50(1, ibn_a=True).state_dict())
    assert str(shape) == "bottlenecks 3-4-6-3 of widths 64-128-256-512, IBN-a"
    assert resnet_shape({"conv1.weight": torch.zeros(1)}) is None
