"""Weights of other libraries, under any name."""

import io
import pickle
import tarfile
import zipfile

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.file_kind import file_kind
from probe.errors import CheckpointError


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def tarred(*names):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name in names:
            entry = tarfile.TarInfo(name)
            entry.size = 3
            archive.addfile(entry, io.BytesIO(b"abc"))
    return buffer.getvalue()


def saved(function, content):
    buffer = io.BytesIO()
    function(buffer, content)
    return buffer.getvalue()


def graph():
    x = helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])
    y = helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])
    made = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "g", [x], [y])
    return helper.make_model(made, producer_name="pytorch").SerializeToString()


OLDEST = ("sys_info", "pickle", "storages", "tensors")
CASES = [
    ("weights.npy", saved(np.save, np.zeros(3)), "an array of NumPy"),
    ("weights.pth", saved(np.savez, np.zeros(3)), "a file of NumPy arrays"),
    ("weights.pkl", pickle.dumps({"conv1.weight": np.zeros(3)}), "a pickle of Python"),
    ("weights.pth", pickle.dumps({"model": {"w": [1.0]}}, 2), "a pickle of Python"),
    ("weights.pth.tar", tarred(*OLDEST), "PyTorch before 0.1.10"),
    ("weights.pth.tar", tarred("net/weights.pth", "a"), r"holds net/weights\.pth and 1 other file"),
    ("net.keras", zipped("config.json", "metadata.json", "model.weights.h5"), "network of Keras"),
    ("net.h5", b"\x89HDF\r\n\x1a\n", "HDF5"),
    ("model.ckpt.index", b"\0" * 40, "one part of a TensorFlow checkpoint"),
    ("model.ckpt-100.data-00000-of-00001", b"\0" * 40, "one part of a TensorFlow checkpoint"),
    ("checkpoint", b'model_checkpoint_path: "model.ckpt-100"\n', "list of a TensorFlow checkpoint"),
    ("frozen.pb", b"\n\x10graph", "a graph of TensorFlow"),
    ("net.bin", b"\x1c\0\0\0TFL3" + bytes(40), "TensorFlow Lite"),
    ("net.pth", graph(), "an ONNX graph"),
    ("weights.safetensors", b"\xff" * 8 + b"{}", "its header is damaged or none"),
    ("weights.safetensors", (200).to_bytes(8, "little") + b'{"a"', "cut short or damaged"),
    ("weights.safetensors", (2).to_bytes(8, "little") + b"{]", "cut short or damaged"),
    ("script.pt", zipped("script/code/__torch__.py", "script/data.pkl"), "TorchScript"),
    ("net.engine", bytes(40), "TensorRT"),
    ("net.gguf", b"GGUF\3\0\0\0", "GGUF"),
]


@pytest.mark.parametrize(("name", "content", "what"), CASES)
def test_every_format_is_named_as_what_it_is(name, content, what, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CheckpointError, match=what) as refused:
        read_checkpoint(path)
    assert refused.value.hint


@pytest.mark.parametrize("protocol", [2, 3, 4, 5])
def test_older_files_of_pytorch_are_known_by_any_protocol(protocol, tmp_path):
    path = tmp_path / "weights.pth"
    content = {"w": torch.ones(2)}
    torch.save(content, path, _use_new_zipfile_serialization=False, pickle_protocol=protocol)
    assert file_kind(path) == "torch-legacy"
