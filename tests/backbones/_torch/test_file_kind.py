"""What a weights file is, or why it is none, is told from its first bytes."""

import io
import zipfile

import numpy as np
import pytest
import torch
from safetensors.torch import save

from probe.backbones._torch.file_kind import file_kind
from probe.errors import CheckpointError

NOT_WEIGHTS = {
    "empty": (b"", "empty"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 90, "JPEG"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "PNG"),
    "web page": (b"<!DOCTYPE html><html>", "web page"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\n", "not downloaded"),
    "text": (b"rank-1 94.5\n", r"it is text\n"),
    "gzip": (b"\x1f\x8b" + b"\0" * 90, "gzip"),
    "noise": (bytes(range(200, 256)) * 9, "not a PyTorch"),
    "pdf": (b"%PDF-1.7", "PDF"),
    "Keras": (b"\x89HDF\r\n", "convert it to safetensors"),
}


@pytest.mark.parametrize("kind", NOT_WEIGHTS)
def test_other_files_are_named(kind, tmp_path):
    content, words = NOT_WEIGHTS[kind]
    (tmp_path / "weights.pth").write_bytes(content)
    with pytest.raises(CheckpointError, match=words) as caught:
        file_kind(tmp_path / "weights.pth")
    assert caught.value.place.endswith("weights.pth")


def test_absent_file_and_folder(tmp_path):
    with pytest.raises(CheckpointError, match="no such"):
        file_kind(tmp_path / "none.pth")
    with pytest.raises(CheckpointError, match="folder"):
        file_kind(tmp_path)


def torch_file(*, zipped):
    buffer = io.BytesIO()
    torch.save({"w": torch.ones(2)}, buffer, _use_new_zipfile_serialization=zipped)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (torch_file(zipped=True), "torch"),
        (torch_file(zipped=False), "torch-legacy"),
        (save({"w": torch.ones(2)}), "safetensors"),
    ],
)
def test_weights_are_known_by_their_first_bytes_whatever_they_are_called(content, kind, tmp_path):
    (tmp_path / "weights.txt").write_bytes(content)
    assert file_kind(tmp_path / "weights.txt") == kind


def test_archives_of_something_else_are_named(tmp_path):
    np.savez(tmp_path / "arrays.npz", a=np.zeros(2))
    with pytest.raises(CheckpointError, match=r"a file of NumPy arrays \(\.npz\)"):
        file_kind(tmp_path / "arrays.npz")
    with zipfile.ZipFile(tmp_path / "script.pt", "w") as archive:
        archive.writestr("script/code/__torch__.py", "")
        archive.writestr("script/data.pkl", b"")
    with pytest.raises(CheckpointError, match="would run code"):
        file_kind(tmp_path / "script.pt")


def test_an_onnx_graph_is_sent_to_its_own_backbone(tmp_path):
    (tmp_path / "net.onnx").write_bytes(b"\x08\x08graph")
    with pytest.raises(CheckpointError, match="its own network") as caught:
        file_kind(tmp_path / "net.onnx")
    assert "--backbone onnx:" in caught.value.hint


def test_parts_unpacked_files_and_graphs_of_others_are_named(tmp_path):
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "data.pkl").write_bytes(b"x")
    (tmp_path / "net.xml").write_bytes(b'<?xml version="1.0"?>\n<net name="n" version="11">')
    (tmp_path / "model-00001-of-00003.safetensors").write_bytes(b"\x10" + bytes(40))
    for name, said in {
        "w": "weights file that was unpacked",
        "net.xml": "a graph of OpenVINO",
        "model-00001-of-00003.safetensors": "one part of weights",
    }.items():
        with pytest.raises(CheckpointError, match=said):
            file_kind(tmp_path / name)


def test_of_an_archive_only_weights_files_are_named(tmp_path):
    """A card may name any file of this machine."""
    path = tmp_path / "archive.bin"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("letter to my bank.txt", "net/weights.pth", "diary.txt"):
            archive.writestr(name, "")
    with pytest.raises(CheckpointError, match=r"holds net/weights\.pth and 2 other files\)"):
        file_kind(path)
