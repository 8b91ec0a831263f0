"""Trunk and branch are told from the tensors; files that do not fit are refused."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.families import recognise
from probe.backbones.lstm import spec
from probe.errors import CheckpointError
from probe.wording import wording_of


@pytest.mark.parametrize("local", ["lstm", "independent", "none"])
@pytest.mark.parametrize("pooling", ["sum", "average", "concat"])
def test_shape_is_told_from_the_tensors(network, save, card, eager, local, pooling):
    net = network(local=local, pooling=pooling)
    given = card.with_changes(options={**card.options, "pooling": pooling})
    backbone = spec.load(given, save(net), eager)
    assert backbone.network.shape.local == local
    assert backbone.network.shape.trunk == net.shape.trunk
    x = torch.randn(2, 3, 64, 32)
    with torch.inference_mode():
        torch.testing.assert_close(backbone.network(x), net(x))
    assert backbone.card.dimension == net.shape.pooled_length
    assert backbone.parts == ()


def test_both_features_of_one_file(network, save, card, branch_card, eager):
    file = save(network())
    plain, whole = spec.load(card, file, eager), spec.load(branch_card, file, eager)
    assert (plain.card.dimension, whole.card.dimension) == (8, 8 + 30)
    assert [part.name for part in whole.parts] == ["whole", "head", "body", "legs"]
    assert "LSTM" in wording_of()(whole.card.feature)
    assert "LSTM" not in wording_of()(plain.card.feature)
    assert recognise(network().state_dict()).card == "lstm"


def without(prefix):
    def change(tensors):
        for name in [name for name in tensors if name.startswith(prefix)]:
            del tensors[name]

    return change


def wider(tensors):
    tensors["local.lstm.weight_ih_l0"] = torch.zeros(20, 16)


@pytest.mark.parametrize(
    ("local", "change", "message"),
    [
        ("lstm", without("base."), "no ResNet under base"),
        ("lstm", without("local.lstm.bias_ih_l0_reverse"), "half-loaded|do not fit"),
        ("lstm", wider, "reads 16 numbers of a part, pooling sum gives 8"),
        ("independent", without("local.layers.1.0."), "layers of 2 of 3 parts"),
        ("lstm", without("base.layer3.0.bn1.bias"), "half-loaded|do not fit"),
    ],
)
def test_checkpoints_that_do_not_fit_are_refused(
    network, save, branch_card, eager, local, change, message
):
    with pytest.raises(CheckpointError, match=message):
        spec.load(branch_card, save(network(local=local), change), eager)


def test_a_branch_that_is_not_there_cannot_be_in_the_vector(network, save, branch_card, eager):
    with pytest.raises(CheckpointError, match="no local branch") as caught:
        spec.load(branch_card, save(network(local="none")), eager)
    assert "`lstm`" in caught.value.hint


@pytest.mark.parametrize("options", [{"pooling": "max"}, {"rows": "four"}, {"last_stride": 3}])
def test_unknown_options_are_refused(options, card, eager, tmp_path):
    with pytest.raises(CheckpointError, match=f"takes {next(iter(options))}"):
        spec.load(card.with_changes(options=options), tmp_path / "w.pth", eager)


def test_hhls_file_opens_as_its_pool5(golden, card, eager, tmp_path):
    gold = golden("hhl_resnet50_256x128")
    file = gold.save(tmp_path / "checkpoint.pth.tar", lambda key: f"module.{key}", "state_dict")
    given = card.with_changes(
        input_size=(256, 128), options={"pooling": "average", "last_stride": 2}
    )
    backbone = spec.load(given, file, eager)
    with torch.inference_mode():
        gold.assert_equal("pool5_raw", backbone.network(torch.from_numpy(gold.input)).numpy())


def test_engines_agree(network, save, branch_card, eager):
    from dataclasses import replace

    file = save(network())
    fast = spec.load(branch_card, file, replace(eager, engine="onnxruntime"))
    slow = spec.load(branch_card, file, eager)
    assert "onnxruntime" in fast.engine
    pictures = np.random.default_rng(5).integers(0, 256, (3, 64, 32, 3)).astype(np.uint8)
    np.testing.assert_allclose(fast.embed(pictures), slow.embed(pictures), atol=1e-5)
