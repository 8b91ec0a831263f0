"""The engine: exported graphs give the eager network's vectors, or are not used."""

import logging
import sys

import numpy as np
import pytest
import torch

from probe.backbones._torch.backbone import TorchBackbone
from probe.backbones._torch.engine_choice import TOLERANCE
from probe.backbones._torch.export import export_graph
from probe.backbones._torch.resnet import ResNet50
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet, OSNetAIN
from probe.contracts import Backbone, BackboneCard, Runtime
from probe.embedding.embed import EmbeddingTask
from probe.errors import BackboneError
from probe.pictures.fitting import Fitting
from probe.wording import wording_of

CARD = BackboneCard(architecture="small", input_size=(64, 32), dimension=8, sha256="ab" * 32)
NETWORKS = {
    "osnet": lambda: OSNet(CHANNELS["osnet_x0_25"]),
    "osnet_ain": lambda: OSNetAIN((16, 64, 96, 128)),
    "resnet50_ibn_a": lambda: ResNet50(1, ibn_a=True),
}


class Small(torch.nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(3)
        self.body = torch.nn.Sequential(
            torch.nn.Conv2d(3, 8, 3, 2), torch.nn.BatchNorm2d(8), torch.nn.ReLU()
        )
        self.body[1].running_var.fill_(3.0)

    def forward(self, x):
        return self.body(x).mean((2, 3))


class Unexportable(Small):
    def forward(self, x):
        return torch.linalg.eigvals(super().forward(x)[:, :, None] @ x.new_ones(1, 8)).real


class BakedBatch(Small):
    """Its traced graph holds the batch size of the example."""

    def forward(self, x):
        return super().forward(x) + float(len(x))


def fast(card=CARD, network=None, **runtime):
    return TorchBackbone(card, network or Small(), Runtime(device="cpu", **runtime))


@pytest.mark.parametrize("kind", NETWORKS)
def test_auto_is_onnx_runtime_and_equals_eager(kind, pictures):
    torch.manual_seed(0)
    network = NETWORKS[kind]()
    card = BackboneCard(architecture=kind, input_size=(128, 64), channels="BGR")
    quick, slow = fast(card, network), fast(card, network, engine="torch")
    assert isinstance(quick, Backbone)
    assert quick.engine.startswith("onnxruntime")
    assert slow.engine.startswith("torch")
    assert 0 < quick.engine_facts.difference <= TOLERANCE
    images = pictures(37, (128, 64))
    exact = slow.embed(images)
    limit = 2e-5 * np.linalg.norm(exact, axis=1).min()
    assert np.linalg.norm(quick.embed(images) - exact, axis=1).max() < limit


def test_batch_does_not_matter(pictures):
    backbone, images = fast(), pictures(300, (64, 32))
    together = backbone.embed(images)
    for i in (0, 131, 299):
        alone = backbone.embed(images[i : i + 1])[0]
        np.testing.assert_allclose(alone, together[i], atol=1e-6)
    assert backbone.embed(images[:0]).shape == (0, 8)


def test_training_mode_never_reaches_the_vectors(pictures):
    images = pictures(5, (64, 32))
    backbone = fast(engine="torch")
    before = backbone.embed(images)
    backbone.network.train()
    np.testing.assert_array_equal(backbone.embed(images), before)
    assert not any(p.requires_grad for p in backbone.network.parameters())


def test_graph_is_kept_by_weights_and_card(tmp_path, pictures, monkeypatch):
    fast(cache=tmp_path)
    (kept,) = (tmp_path / "graphs").iterdir()
    written = kept.stat().st_ino
    fast(cache=tmp_path)
    assert kept.stat().st_ino == written
    fast(CARD.with_changes(mean=(0.5, 0.5, 0.5)), cache=tmp_path)
    fast(CARD.with_changes(sha256="cd" * 32), cache=tmp_path)
    assert len(list((tmp_path / "graphs").iterdir())) == 3


@pytest.mark.parametrize("damage", ["cut", "other"])
def test_damaged_or_wrong_graph_in_the_cache_is_replaced(damage, tmp_path, pictures):
    wanted = fast(cache=tmp_path).embed(pictures(3, (64, 32)))
    (kept,) = (tmp_path / "graphs").iterdir()
    if damage == "cut":
        kept.write_bytes(kept.read_bytes()[:100])
    else:
        other = Small().eval()
        torch.nn.init.normal_(other.body[0].weight)
        export_graph(other, CARD, kept)
    again = fast(cache=tmp_path)
    assert again.engine.startswith("onnxruntime")
    np.testing.assert_allclose(again.embed(pictures(3, (64, 32))), wanted, atol=1e-6)
    assert len(list((tmp_path / "graphs").iterdir())) == 1


@pytest.mark.parametrize("network", [Unexportable, BakedBatch])
def test_fallback_says_why_once(network, caplog, pictures, tmp_path):
    with caplog.at_level(logging.WARNING):
        backbone = fast(network=network(), cache=tmp_path)
        backbone.embed(pictures(2, (64, 32)))
        backbone.embed(pictures(2, (64, 32)))
    assert backbone.engine.startswith("torch")
    assert len(caplog.records) == 1
    assert wording_of().either(backbone.engine_facts.note) in caplog.text
    assert not list((tmp_path / "graphs").iterdir())
    with pytest.raises(BackboneError, match="cannot be run by onnxruntime"):
        fast(network=network(), engine="onnxruntime")


@pytest.mark.parametrize("count", [1, 2, 3, 7, 8, 9, 31, 33])
@pytest.mark.parametrize("threads", [1, 2, 5])
def test_pieces_for_threads_come_back_in_order(count, threads, pictures):
    kept = torch.get_num_threads()
    try:
        backbone, images = fast(threads=threads), pictures(count, (64, 32), seed=count)
        found = backbone.embed(images)
    finally:
        torch.set_num_threads(kept)
    np.testing.assert_allclose(found, fast(engine="torch").embed(images), atol=1e-6)


def test_bfloat16_is_another_space_of_the_cache():
    spaces = {
        EmbeddingTask(fast(engine="torch", precision=precision), Fitting((64, 32))).space
        for precision in ("float32", "bfloat16")
    }
    assert len(spaces) == 2


def test_notes_tell_what_bfloat16_changed_in_the_pictures_embedded(pictures):
    assert fast().notes == ()
    exact = fast(engine="torch")
    backbone = fast(engine="torch", precision="bfloat16")
    assert "three made pictures" in wording_of().either(backbone.notes[-1])
    low, high = [], []
    for seed in range(6):
        images = pictures(20, (64, 32), seed)
        at = np.linspace(0, 19, 8).astype(int)
        low.append(backbone.embed(images)[at])
        high.append(exact.embed(images)[at])
    low, high = (np.concatenate(each[:4]).astype(np.float64) for each in (low, high))
    low, high = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in (low, high))
    apart = np.abs(low @ low.T - high @ high.T)[np.triu_indices(32, 1)]
    assert apart.max() > 1e-5
    note = wording_of().either(*backbone.notes)
    assert "32 of the pictures" in note
    assert f"up to {apart.max():.1e}" in note
    assert f"by {apart.mean():.1e} on average" in note


def test_bfloat16_unasked_takes_openvino_where_it_is(monkeypatch, pictures):
    monkeypatch.setitem(sys.modules, "openvino", None)
    backbone = fast(precision="bfloat16")
    assert backbone.engine.startswith("torch")
    assert "probe-reid[openvino]" in wording_of().either(backbone.notes[0])
    monkeypatch.undo()
    pytest.importorskip("openvino", reason="OpenVINO is an optional extra")
    quick = fast(precision="bfloat16")
    assert quick.engine.startswith("openvino")
    exact = fast(engine="torch").embed(pictures(5, (64, 32)))
    apart = np.linalg.norm(quick.embed(pictures(5, (64, 32))) - exact) / np.linalg.norm(exact)
    assert 0 <= apart < 0.02


def test_batch_handed_over_fits_the_device():
    assert fast().batch >= 32
    assert fast(CARD.with_changes(input_size=(384, 128)), engine="torch").batch == 32


def test_bfloat16_is_asked_for_and_measured(pictures):
    backbone = fast(precision="bfloat16")
    assert backbone.engine.endswith("bfloat16")
    assert 0 < backbone.engine_facts.difference < 0.05
    assert 0 < backbone.engine_facts.cosine_change < 0.01
    with pytest.raises(BackboneError, match="float32"):
        fast(precision="bfloat16", engine="onnxruntime")


def test_openvino_without_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "openvino", None)
    with pytest.raises(BackboneError, match="not installed") as caught:
        fast(engine="openvino")
    assert "probe-reid[openvino]" in caught.value.hint


def test_openvino_equals_eager(pictures):
    pytest.importorskip("openvino", reason="OpenVINO is an optional extra")
    images = pictures(9, (64, 32))
    exact = fast(engine="torch").embed(images)
    np.testing.assert_allclose(fast(engine="openvino").embed(images), exact, atol=1e-5)


@pytest.mark.parametrize("device", ["cuda:99", "tpu", "nonsense"])
def test_devices_this_machine_lacks(device):
    with pytest.raises(BackboneError, match="device"):
        TorchBackbone(CARD, Small(), Runtime(device=device))


def test_out_of_memory_halves_the_batch(pictures):
    class Greedy(Small):
        def forward(self, x):
            if len(x) > 5:
                raise torch.OutOfMemoryError
            return super().forward(x)

    images = pictures(40, (64, 32))
    found = fast(network=Greedy(), engine="torch").embed(images)
    np.testing.assert_allclose(found, fast(engine="torch").embed(images), atol=1e-6)


def test_vectors_that_are_not_finite_are_refused(pictures):
    network = Small()
    network.body[0].bias.data[2] = float("inf")
    with pytest.raises(BackboneError, match="picture 0"):
        fast(network=network, engine="torch").embed(pictures(2, (64, 32)))


def test_threads_reach_the_engines(pictures):
    kept = torch.get_num_threads()
    try:
        backbone = fast(threads=1)
        assert torch.get_num_threads() == 1
        assert backbone.embed(pictures(2, (64, 32))).shape == (2, 8)
    finally:
        torch.set_num_threads(kept)
