"""What a weights file of the strong baseline holds is told from its tensors; others are refused."""

import pytest
import torch
from torch import nn

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones._torch.resnet_shape import resnet_shape
from probe.backbones.ibn import spec
from probe.backbones.ibn.model import StrongBaseline
from probe.errors import CheckpointError
from probe.wording import wording_of


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
    assert ("no neck" in wording_of()(backbone.card.feature)) == (not neck)
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
