"""ArcFace networks in ONNX files, through the insightface package."""

import sys

import numpy as np
import pytest
import torch

from probe.backbones.arcface import spec
from probe.backbones.arcface.model import IResNet
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError


@pytest.fixture(scope="module")
def onnx_file(tmp_path_factory):
    """A small network of the same kind, as insightface exports it: one input, batch open."""
    torch.manual_seed(0)
    network = IResNet((112, 112), 32, (1, 1, 1, 1)).eval()
    path = tmp_path_factory.mktemp("onnx") / "w600k_small.onnx"
    export(network, (112, 112), path)
    return network, path


def export(network, size, path):
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, 3, *size),),
            str(path),
            dynamo=False,
            input_names=["input.1"],
            output_names=["embedding"],
            dynamic_axes={"input.1": {0: "batch"}, "embedding": {0: "batch"}},
        )


def test_onnx_file_gives_what_the_network_gives(onnx_file, spec_card, pictures):
    network, path = onnx_file
    card = spec_card(spec, "arcface")
    backbone = spec.load(card, path, Runtime(device="cpu"))
    assert backbone.card.tag == "w600k_small"
    assert backbone.card.dimension == 32
    images = pictures(19, (112, 112))
    with torch.inference_mode():
        x = (torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255 - 0.5) / 0.5
        expected = network(x).numpy()
    np.testing.assert_allclose(backbone.embed(images), expected, atol=2e-5 * np.abs(expected).max())


def test_onnx_file_of_another_size_is_refused(onnx_file, spec_card):
    with pytest.raises(CheckpointError, match="112x112") as caught:
        spec.load(spec_card(spec, "arcface_384x128"), onnx_file[1], Runtime(device="cpu"))
    assert "onnx:" in caught.value.hint


def test_a_missing_insightface_names_the_extra(onnx_file, spec_card, monkeypatch):
    monkeypatch.setitem(sys.modules, "insightface.model_zoo.arcface_onnx", None)
    with pytest.raises(BackboneError, match="insightface package cannot be imported") as caught:
        spec.load(spec_card(spec, "arcface"), onnx_file[1], Runtime(device="cpu"))
    assert "probe-reid[insightface]" in caught.value.hint
    assert "--backbone onnx:FILE" in caught.value.hint


@pytest.mark.parametrize("engine", ["torch", "openvino"])
def test_an_engine_that_insightface_does_not_have_is_refused(onnx_file, spec_card, engine):
    with pytest.raises(BackboneError, match=f"with ONNX Runtime, not with {engine}") as caught:
        spec.load(spec_card(spec, "arcface"), onnx_file[1], Runtime(engine=engine))
    assert "onnx:" in caught.value.hint
