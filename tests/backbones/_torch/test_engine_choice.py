"""The engine chosen gives the eager network's vectors, or is not used and the reason is said."""

import logging
import sys

import numpy as np
import pytest
import torch

from probe.backbones._torch.engine_choice import TOLERANCE
from probe.backbones._torch.export import export_graph
from probe.backbones._torch.resnet import ResNet50
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet, OSNetAIN
from probe.contracts import Backbone, BackboneCard
from probe.errors import BackboneError
from probe.wording import wording_of

NETWORKS = {
    "osnet": lambda: OSNet(CHANNELS["osnet_x0_25"]),
    "osnet_ain": lambda: OSNetAIN((16, 64, 96, 128)),
    "resnet50_ibn_a": lambda: ResNet50(1, ibn_a=True),
}


@pytest.mark.parametrize(
    "kind", ["osnet", "osnet_ain", pytest.param("resnet50_ibn_a", marks=pytest.mark.slow)]
)
def test_auto_is_onnx_runtime_and_equals_eager(opened, kind, pictures):
    torch.manual_seed(0)
    network = NETWORKS[kind]()
    card = BackboneCard(architecture=kind, input_size=(128, 64), channels="BGR")
    quick, slow = opened(card, network), opened(card, network, engine="torch")
    assert isinstance(quick, Backbone)
    assert quick.engine.startswith("onnxruntime")
    assert slow.engine.startswith("torch")
    assert 0 < quick.engine_facts.difference <= TOLERANCE
    images = pictures(37, (128, 64))
    exact = slow.embed(images)
    limit = 2e-5 * np.linalg.norm(exact, axis=1).min()
    assert np.linalg.norm(quick.embed(images) - exact, axis=1).max() < limit


@pytest.mark.parametrize("damage", ["cut", "other"])
def test_damaged_or_wrong_graph_in_the_cache_is_replaced(
    opened, small, small_card, damage, tmp_path, pictures
):
    wanted = opened(cache=tmp_path).embed(pictures(3, (64, 32)))
    (kept,) = (tmp_path / "graphs").iterdir()
    if damage == "cut":
        kept.write_bytes(kept.read_bytes()[:100])
    else:
        other = small().eval()
        torch.nn.init.normal_(other.body[0].weight)
        export_graph(other, small_card, kept)
    again = opened(cache=tmp_path)
    assert again.engine.startswith("onnxruntime")
    np.testing.assert_allclose(again.embed(pictures(3, (64, 32))), wanted, atol=1e-6)
    assert len(list((tmp_path / "graphs").iterdir())) == 1


def unexportable(small):
    """No graph of it can be written."""

    class Unexportable(small):
        def forward(self, x):
            return torch.linalg.eigvals(super().forward(x)[:, :, None] @ x.new_ones(1, 8)).real

    return Unexportable()


def of_one_batch(small):
    """Its traced graph holds the batch size of the example."""

    class BakedBatch(small):
        def forward(self, x):
            return super().forward(x) + float(len(x))

    return BakedBatch()


@pytest.mark.parametrize("network_of", [unexportable, of_one_batch])
def test_fallback_says_why_once(opened, small, network_of, caplog, pictures, tmp_path):
    with caplog.at_level(logging.WARNING):
        backbone = opened(network=network_of(small), cache=tmp_path)
        backbone.embed(pictures(2, (64, 32)))
        backbone.embed(pictures(2, (64, 32)))
    assert backbone.engine.startswith("torch")
    assert len(caplog.records) == 1
    assert wording_of().either(backbone.engine_facts.note) in caplog.text
    assert not list((tmp_path / "graphs").iterdir())
    with pytest.raises(BackboneError, match="cannot be run by onnxruntime"):
        opened(network=network_of(small), engine="onnxruntime")


def test_bfloat16_unasked_takes_openvino_where_it_is(opened, monkeypatch, pictures):
    monkeypatch.setitem(sys.modules, "openvino", None)
    for has, words in ((True, "probe-reid[openvino]"), (False, "float32 is faster")):
        monkeypatch.setattr(
            "probe.backbones._torch.engine_choice.computes_bfloat16", lambda device, has=has: has
        )
        backbone = opened(precision="bfloat16")
        assert backbone.engine.startswith("torch")
        assert words in wording_of().either(backbone.notes[0])
    monkeypatch.undo()
    pytest.importorskip("openvino", reason="OpenVINO is an optional extra")
    quick = opened(precision="bfloat16")
    assert quick.engine.startswith("openvino")
    exact = opened(engine="torch").embed(pictures(5, (64, 32)))
    apart = np.linalg.norm(quick.embed(pictures(5, (64, 32))) - exact) / np.linalg.norm(exact)
    assert 0 <= apart < 0.02


def test_bfloat16_is_asked_for_and_measured(opened):
    backbone = opened(precision="bfloat16")
    assert backbone.engine.endswith("bfloat16")
    assert 0 < backbone.engine_facts.difference < 0.05
    assert 0 < backbone.engine_facts.cosine_change < 0.01
    with pytest.raises(BackboneError, match="float32"):
        opened(precision="bfloat16", engine="onnxruntime")


def test_openvino_without_the_extra(opened, monkeypatch):
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(BackboneError, match="not installed") as caught:
        opened(engine="openvino")
    assert "probe-reid[openvino]" in caught.value.hint
