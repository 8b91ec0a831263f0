"""Checkpoints and exports as people have them: each runs whole, or is refused with its remedy.

What is refused and can be mended is mended as the message says, and runs then. None runs in part.
"""

import re
import warnings
from dataclasses import dataclass

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper
from safetensors.torch import save_file

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import ProbeError

CPU = Runtime(device="cpu", engine="torch")
ONNX = Runtime(device="cpu")
NETWORK = "osnet_x0_25"


class Trained:
    """A small OSNet with statistics as after training; its vectors are 512 long."""

    def __init__(self, network=NETWORK):
        torch.manual_seed(0)
        self.network = OSNet(CHANNELS[network]).eval()
        for part in self.network.modules():
            if isinstance(part, torch.nn.BatchNorm2d | torch.nn.BatchNorm1d):
                part.running_mean.normal_(0, 0.1)
                part.running_var.uniform_(0.5, 1.5)
        self.tensors = self.network.state_dict()

    def under(self, prefix, **more):
        return {f"{prefix}{name}": tensor for name, tensor in self.tensors.items()} | more


@pytest.fixture(scope="module")
def trained():
    return Trained()


def linear(name, rows, columns=512):
    return {f"{name}.weight": torch.randn(rows, columns), f"{name}.bias": torch.zeros(rows)}


def batch_norm(name, width):
    return {f"{name}.{k}": t for k, t in torch.nn.BatchNorm1d(width).state_dict().items()}


def graph(file, *, kind=TensorProto.FLOAT, layout="nchw", batch="n", outputs=1, second=False):
    """A graph whose vectors are three weighted mean colours."""
    last = layout == "nhwc"
    shape = [batch, 64, 32, 3] if last else [batch, 3, 64, 32]
    number = np.float16 if kind == TensorProto.FLOAT16 else np.float32
    weights = numpy_helper.from_array(np.eye(3, dtype=number) + number(0.1), "w")
    nodes = [
        helper.make_node(
            "ReduceMean", ["x"], ["mean"], axes=[1, 2] if last else [2, 3], keepdims=0
        ),
        *(helper.make_node("MatMul", ["mean", "w"], [f"out{k}"]) for k in range(outputs)),
    ]
    inputs = [helper.make_tensor_value_info("x", kind, shape)]
    if second:
        inputs.append(helper.make_tensor_value_info("camera", TensorProto.INT64, [1]))
    given = [helper.make_tensor_value_info(f"out{k}", kind, [batch, 3]) for k in range(outputs)]
    opset = [helper.make_opsetid("", 17)]
    made = helper.make_graph(nodes, "g", inputs, given, initializer=[weights])
    model = helper.make_model(made, opset_imports=opset, ir_version=8)
    file.write_bytes(model.SerializeToString())


def timm_model(file, *, name="test_resnet", prefix="", classes=0, without=()):
    allow_torchvision()
    timm = pytest.importorskip("timm")
    torch.manual_seed(0)
    tensors = timm.create_model(name, num_classes=classes).state_dict()
    tensors = {prefix + key: tensor for key, tensor in tensors.items() if key not in without}
    torch.save({"state_dict": tensors}, file)


@dataclass(frozen=True)
class Case:
    """A file, how it is given, and what becomes of it.

    Attributes:
        make: writes it, from a trained network and a path.
        given: for `--backbone`, with `{file}` in it.
        name: of the file.
        dimension: of its vectors, where it runs.
        left_out: layers that are left out of it.
        refused: what the message says, where it does not.
        card: a card file beside it that the message asks for, with which it runs.
        mended: makes what the message asks for of it, and says how that is given.
    """

    make: object
    given: str = "{file}"
    name: str = "own.pth"
    dimension: int = 0
    left_out: frozenset = frozenset()
    refused: str = ""
    card: str = ""
    mended: object = None


def saved(content):
    return lambda trained, file: torch.save(content(trained), file)


def written(content):
    return lambda trained, file: file.write_bytes(content)


def cut_short(trained, file):
    torch.save(trained.tensors, file)
    file.write_bytes(file.read_bytes()[:-4000])


def state_alone(trained, file):
    """What the messages about code in a file ask for."""
    torch.save(trained.network.state_dict(), file.with_name("weights.pth"))
    return str(file.with_name("weights.pth"))


def script(trained, file):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # PyTorch would rather have another export
        made = torch.jit.trace(trained.network, torch.zeros(1, 3, 64, 32), check_trace=False)
    made.save(file)


def optimiser(trained):
    first = next(iter(trained.network.parameters()))
    made = torch.optim.Adam([first])
    return {"optimizer": made.state_dict(), "epoch": 3}


RUNS = {
    "a bare state dict": Case(saved(lambda t: t.tensors), dimension=512),
    "under state_dict": Case(saved(lambda t: {"state_dict": t.tensors, "epoch": 6}), dimension=512),
    "under model": Case(saved(lambda t: {"model": t.tensors}), dimension=512),
    "under net": Case(saved(lambda t: {"net": t.tensors, "acc": 0.9}), dimension=512),
    "under a script's name": Case(saved(lambda t: {"net_state_dict": t.tensors}), dimension=512),
    "averaged alone": Case(saved(lambda t: {"ema": t.tensors}), dimension=512),
    "data-parallel": Case(saved(lambda t: t.under("module.")), dimension=512),
    "compiled": Case(saved(lambda t: t.under("_orig_mod.module.")), dimension=512),
    "of Lightning": Case(
        saved(lambda t: {"state_dict": t.under("model.net."), "hyper_parameters": {"lr": 0.1}}),
        NETWORK + "={file}", dimension=512,
    ),
    "with its classifier": Case(
        saved(lambda t: t.tensors | linear("classifier", 751)),
        dimension=512, left_out=frozenset({"classifier"}),
    ),
    "with a classifier beside it": Case(
        saved(lambda t: t.under("backbone.", **linear("logits", 702))),
        NETWORK + "={file}", dimension=512, left_out=frozenset({"logits"}),
    ),
    "safetensors": Case(
        lambda t, file: save_file(t.tensors, file), name="own.safetensors", dimension=512
    ),
    "half precision": Case(
        saved(lambda t: {k: v.half() if v.ndim else v for k, v in t.tensors.items()}),
        dimension=512,
    ),
    "ONNX": Case(lambda t, file: graph(file), name="own.onnx", dimension=3),
    "ONNX under another name": Case(
        lambda t, file: graph(file), "onnx:{file}", name="own.model", dimension=3
    ),
    "ONNX of one picture": Case(
        lambda t, file: graph(file, batch=1), name="own.onnx", dimension=3
    ),
    "ONNX in float16": Case(
        lambda t, file: graph(file, kind=TensorProto.FLOAT16), name="own.onnx", dimension=3
    ),
    "timm without its classifier": Case(
        lambda t, file: timm_model(file), "timm:test_resnet={file}", dimension=96
    ),
    "timm with its classifier": Case(
        lambda t, file: timm_model(file, classes=1000, prefix="model."),
        "timm:test_resnet={file}", dimension=96, left_out=frozenset({"fc"}),
    ),
}  # fmt: skip
"""Files that run as they are."""

HEAD = linear("head.0", 64) | batch_norm("head.1", 64)
REFUSED = {
    "with a head of its own": Case(
        saved(lambda t: t.under("backbone.", **HEAD)), NETWORK + "={file}",
        refused=r"head\.0\.weight \(64, 512\)(.|\n)*options: \{head: head\} to take it",
        card="options: {head: head}", dimension=64,
    ),
    "with a neck of its own": Case(
        saved(lambda t: t.under("backbone.", **batch_norm("neck", 512))), NETWORK + "={file}",
        refused=r"neck\.weight(.|\n)*options: \{head: ignore\} to leave it out",
        card="options: {head: ignore}", dimension=512, left_out=frozenset({"neck"}),
    ),
    "timm with an embedding": Case(
        lambda t, file: timm_model(file, classes=256), "timm:test_resnet={file}",
        refused=r"fc\.weight \(256, 96\)(.|\n)*options: \{head: fc\} to take it",
        card="options: {head: fc}", dimension=256,
    ),
    "timm without a name": Case(
        lambda t, file: timm_model(file),
        refused=r"it looks like timm / torchvision(.|\n)*type --backbone timm:NAME=\S*own\.pth",
        mended=lambda t, file: f"timm:test_resnet={file}", dimension=96,
    ),
    "timm, half of it": Case(
        lambda t, file: timm_model(file, without=("bn1.weight", "bn1.bias", "bn1.running_mean")),
        "timm:test_resnet={file}", refused=r"missing +3 +bn1\.weight",
    ),
    "two networks": Case(
        saved(lambda t: {"model": t.tensors, "model_ema": t.tensors}), NETWORK + "={file}",
        refused=r"options: \{part: model\}", card="options: {part: model_ema}", dimension=512,
    ),
    "a whole module": Case(
        saved(lambda t: t.network), NETWORK + "={file}",
        refused=r"would run code from it(.|\n)*torch\.save\(model\.state_dict\(\), 'w",
        mended=state_alone, dimension=512,
    ),
    "TorchScript": Case(
        script, NETWORK + "={file}", name="own.pt",
        refused=r"TorchScript program(.|\n)*torch\.save\(model\.state_dict\(\), 'weights\.pth'\)",
        mended=state_alone, dimension=512,
    ),
    "a network of one's own": Case(
        saved(lambda t: linear("tower.0", 9)),
        refused=r"what it looks like: unknown(.|\n)*--backbone package\.module:spec",
    ),
    "an optimiser alone": Case(
        saved(optimiser), refused=r"no tensors of a network; it holds optimizer, epoch"
    ),
    "adapters alone": Case(
        saved(lambda t: {"conv1.lora_A": torch.ones(4, 3), "conv1.lora_B": torch.ones(16, 4)}),
        NETWORK + "={file}", refused=r"the file gives 0 of the \d+ tensors",
    ),
    "a part of it": Case(
        saved(lambda t: {k: v for k, v in t.tensors.items() if not k.startswith("conv5")}),
        NETWORK + "={file}", refused=r"missing +\d+ +conv5\.",
    ),
    "another width": Case(
        saved(lambda t: Trained("osnet_x0_5").tensors), NETWORK + "={file}",
        refused="another family: torchreid: osnet_x0_5.*osnet_x0_5=FILE",
        mended=lambda t, file: f"osnet_x0_5={file}", dimension=512,
    ),
    "another architecture": Case(
        saved(lambda t: t.tensors), "arcface={file}", refused=NETWORK + "=FILE",
        mended=lambda t, file: f"{NETWORK}={file}", dimension=512,
    ),
    "not finite": Case(
        saved(lambda t: t.tensors | {"fc.0.bias": torch.full((512,), torch.nan)}),
        refused=r"not all finite: fc\.0\.bias",
    ),
    "cut short": Case(cut_short, refused="cut short or damaged"),
    "empty": Case(written(b""), refused="the weights file is empty"),
    "text": Case(written(b"epoch 3"), refused="it is text"),
    "a web page": Case(written(b"<!DOCTYPE html>"), refused="a web page"),
    "a pointer of Git LFS": Case(
        written(b"version https://git-lfs.github.com/spec/v1\n"), refused="were not downloaded"
    ),
    "an array of NumPy": Case(written(b"\x93NUMPY\x01\x00"), refused="an array of NumPy"),
    "ONNX with two outputs": Case(
        lambda t, file: graph(file, outputs=2), name="own.onnx",
        refused=r"backbone: onnx:own\.onnx, and options: \{output: out0\}",
        card="options: {output: out1}", dimension=3,
    ),
    "ONNX with the channels last": Case(
        lambda t, file: graph(file, layout="nhwc"), name="own.onnx", refused=r"docs/onnx\.md"
    ),
    "ONNX with two inputs": Case(
        lambda t, file: graph(file, second=True), name="own.onnx", refused=r"docs/onnx\.md"
    ),
}  # fmt: skip
"""Files that do not run as they are."""


def runs_whole(given, case):
    """Its vectors are finite and different, and no more was left out than the case says."""
    model = find(given).load(ONNX if "onnx" in given + case.name else CPU)
    assert model.card.dimension == case.dimension
    height, width = model.card.input_size
    pictures = np.random.default_rng(0).integers(0, 256, (2, height, width, 3), np.uint8)
    vectors = model.embed(pictures)
    assert vectors.shape == (2, case.dimension)
    assert np.isfinite(vectors).all()
    assert not np.allclose(vectors[0], vectors[1])
    if (report := getattr(model, "report", None)) is not None:
        assert report.complete
        assert {name.removeprefix("model.").partition(".")[0] for name in report.dropped} == set(
            case.left_out
        )


@pytest.mark.parametrize("kind", RUNS)
def test_runs_whole(kind, trained, tmp_path):
    case = RUNS[kind]
    file = tmp_path / case.name
    case.make(trained, file)
    runs_whole(case.given.format(file=file), case)


@pytest.mark.parametrize("kind", REFUSED)
def test_is_refused_and_runs_as_the_message_says(kind, trained, tmp_path):
    case = REFUSED[kind]
    file = tmp_path / case.name
    case.make(trained, file)
    given = case.given.format(file=file)
    with pytest.raises(ProbeError) as refused:
        find(given).load(ONNX if "onnx" in given else CPU)
    assert re.search(case.refused, str(refused.value)), str(refused.value)
    assert case.name in str(refused.value)
    if case.card:
        card = tmp_path / "card.yaml"
        named = given.partition("=")[0] if "=" in given else f"onnx:{case.name}"
        weights = f"weights: {case.name}\n" if "=" in given else ""
        card.write_text(f"backbone: {named}\n{weights}{case.card}\n")
        runs_whole(str(card), case)
    if case.mended:
        runs_whole(case.mended(trained, file), case)


def test_there_are_kinds_enough():
    assert len(RUNS) + len(REFUSED) >= 25
