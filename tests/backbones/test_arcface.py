"""ArcFace equals insightface at both sizes, from PyTorch, safetensors and ONNX files."""

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from probe.backbones.arcface import spec
from probe.backbones.arcface.model import IResNet
from probe.errors import CheckpointError

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


@pytest.fixture(scope="module")
def small(golden):
    return golden("insightface_iresnet50_112x112")


def save_training(data, path):
    """`checkpoint_gpu_0.pt` of a training run: class centres beside the network."""
    tensors = {k: torch.from_numpy(v) for k, v in data.weights.items()}
    centres = {"weight": torch.ones(10, 512)}
    torch.save({"epoch": 1, "state_dict_backbone": tensors, "state_dict_softmax_fc": centres}, path)


def save_safetensors(data, path):
    save_file({k: torch.from_numpy(v) for k, v in data.weights.items()}, path)


@pytest.mark.parametrize(
    ("save", "file"),
    [
        (save_training, "checkpoint_gpu_0.pt"),
        (save_safetensors, "model.safetensors"),
        (lambda d, p: d.save(p, lambda k: f"module.{k}", "state_dict"), "model.pt"),
    ],
)
def test_containers(save, file, small, eager, spec_card, tmp_path):
    save(small, tmp_path / file)
    backbone = spec.load(spec_card(spec, "arcface"), tmp_path / file, eager)
    for name, tensor in backbone.network.state_dict().items():
        np.testing.assert_array_equal(tensor.numpy(), small.weights[name])


def test_weights_of_the_other_size_are_named(small, eager, spec_card, tmp_path):
    file = small.save(tmp_path / "backbone.pth")
    with pytest.raises(CheckpointError, match="112x112, not at 384x128") as caught:
        spec.load(spec_card(spec, "arcface_384x128"), file, eager)
    assert "--backbone arcface=" in caught.value.hint


def test_another_depth_is_named(eager, spec_card, tmp_path):
    deeper = IResNet((112, 112), 8, (1, 1, 30, 1))
    torch.save(deeper.state_dict(), tmp_path / "r100.pth")
    with pytest.raises(CheckpointError, match="30 blocks"):
        spec.load(spec_card(spec, "arcface"), tmp_path / "r100.pth", eager)


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


def test_onnx_file_gives_what_the_network_gives(onnx_file, eager, spec_card, pictures):
    network, path = onnx_file
    card = spec_card(spec, "arcface")
    backbone = spec.load(card, path, eager)
    assert backbone.card.tag == "w600k_small"
    assert backbone.card.dimension == 32
    images = pictures(19, (112, 112))
    with torch.inference_mode():
        x = (torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255 - 0.5) / 0.5
        expected = network(x).numpy()
    np.testing.assert_allclose(backbone.embed(images), expected, atol=2e-5 * np.abs(expected).max())


def test_onnx_file_of_another_size_is_refused(onnx_file, eager, spec_card):
    with pytest.raises(CheckpointError, match="112x112") as caught:
        spec.load(spec_card(spec, "arcface_384x128"), onnx_file[1], eager)
    assert "onnx:" in caught.value.hint
