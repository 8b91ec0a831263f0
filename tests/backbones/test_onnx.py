"""Any embedding network in an ONNX file."""

import numpy as np
import pytest
import torch

from probe.backbones.onnx import spec
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError


class Small(torch.nn.Module):
    """A convolution and the mean of its map, twice with two outputs."""

    def __init__(self, outputs=1, keep_map=False):
        super().__init__()
        torch.manual_seed(1)
        self.convolution = torch.nn.Conv2d(3, 8, 5, 2)
        self.outputs = outputs
        self.keep_map = keep_map

    def forward(self, x):
        vector = self.convolution(x).mean((2, 3), keepdim=self.keep_map)
        return vector if self.outputs == 1 else (vector, vector * 2)


@pytest.fixture
def saved(tmp_path):
    def save(network, size=(64, 32), *, dynamic=True, count=1):
        import warnings

        path = tmp_path / "net.onnx"
        names = [f"out{i}" for i in range(network.outputs)]
        axes = {name: {0: "n"} for name in ["x", *names]} if dynamic else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                network,
                (torch.zeros(count, 3, *size),),
                str(path),
                dynamo=False,
                input_names=["x"],
                output_names=names,
                dynamic_axes=axes,
            )
        return path

    return save


def expected(network, images, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225)):
    x = (images / 255 - np.array(mean)) / np.array(std)
    with torch.inference_mode():
        return network(torch.from_numpy(x.transpose(0, 3, 1, 2)).float()).flatten(1).numpy()


@pytest.mark.parametrize("keep_map", [False, True])
@pytest.mark.parametrize(("dynamic", "count"), [(True, 1), (False, 1), (False, 4)])
def test_equals_the_network(dynamic, count, keep_map, saved, pictures, eager):
    network = Small(keep_map=keep_map).eval()
    path = saved(network, dynamic=dynamic, count=count)
    card = spec.from_argument(str(path))
    assert card.input_size == (64, 32)
    backbone = spec.load(card, None, Runtime(device="cpu"))
    assert backbone.card.dimension == 8
    images = pictures(21, (64, 32))
    np.testing.assert_allclose(backbone.embed(images), expected(network, images), atol=1e-5)


def test_card_changes_reach_the_network(saved, pictures):
    network = Small().eval()
    card = spec.from_argument(str(saved(network)))
    card = card.with_changes(mean=(0.5,) * 3, std=(0.5,) * 3, channels="BGR")
    backbone = spec.load(card, None, Runtime(device="cpu"))
    images = pictures(3, (64, 32))
    wanted = expected(network, images[..., ::-1].copy(), (0.5,) * 3, (0.5,) * 3)
    np.testing.assert_allclose(backbone.embed(images), wanted, atol=1e-5)


def test_several_outputs_are_asked_about(saved, pictures):
    path = saved(Small(outputs=2).eval())
    with pytest.raises(CheckpointError, match="out0, out1") as caught:
        spec.from_argument(str(path))
    assert "output:" in caught.value.hint


def test_what_is_refused(saved, tmp_path):
    (tmp_path / "text.onnx").write_text("no network")
    (tmp_path / "empty.onnx").write_bytes(b"")
    for name, words in {"none.onnx": "no such", "text.onnx": "ONNX", "empty.onnx": "ONNX"}.items():
        with pytest.raises(CheckpointError, match=words):
            spec.from_argument(str(tmp_path / name))
    path = saved(Small().eval())
    card = spec.from_argument(str(path))
    with pytest.raises(CheckpointError, match="card says"):
        spec.load(card.with_changes(input_size=(32, 32)), path, Runtime(device="cpu"))
    with pytest.raises(BackboneError, match="PyTorch"):
        spec.load(card, None, Runtime(device="cpu", engine="torch"))
    cut = path.read_bytes()
    path.write_bytes(cut[: len(cut) // 2])
    with pytest.raises(CheckpointError, match=r"cut short|cannot run"):
        spec.load(spec.from_argument(str(path)), None, Runtime(device="cpu"))
