"""Weights files: what is read, what is refused, and that nothing in them is ever run."""

import argparse
import collections
import io
import pickle
import subprocess
import zipfile

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import load_tensors
from probe.errors import CheckpointError


@pytest.fixture
def network():
    torch.manual_seed(0)
    return torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))


@pytest.fixture
def state(network):
    return {name: tensor.clone() for name, tensor in network.state_dict().items()}


def loaded(path, network, **options):
    return load_tensors(network, read_checkpoint(path), **options)


WRAPPED = {
    "bare": lambda s: s,
    "ordered": collections.OrderedDict,
    "state_dict": lambda s: {"state_dict": s, "epoch": 60, "rank1": np.float64(0.5)},
    "model": lambda s: {"model": s, "optimizer": {"state": {0: {"m": torch.ones(3)}}}},
    "data parallel": lambda s: {"state_dict": {f"module.{k}": v for k, v in s.items()}},
    "compiled": lambda s: {f"_orig_mod.module.{k}": v for k, v in s.items()},
    "averaged": lambda s: {
        **{f"module.{k}": v for k, v in s.items()},
        "n_averaged": torch.ones(()),
    },
    "arrays": lambda s: {"model": {k: v.numpy() for k, v in s.items()}},
    "nested": lambda s: {"state_dict": {"model": s}},
    "arguments": lambda s: {"model": s, "args": argparse.Namespace(lr=0.1)},
    "half": lambda s: {k: v.half() if v.is_floating_point() else v for k, v in s.items()},
}


@pytest.mark.parametrize("kind", WRAPPED)
@pytest.mark.parametrize("legacy", [False, True])
def test_every_container_gives_the_same_network(kind, legacy, network, state, tmp_path):
    path = tmp_path / "weights.pth"
    torch.save(WRAPPED[kind](state), path, _use_new_zipfile_serialization=not legacy)
    other = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))
    report = loaded(path, other)
    assert report.complete
    assert len(report.matched) == len(state)
    limit = 1e-3 if kind == "half" else 0
    for name, tensor in other.state_dict().items():
        torch.testing.assert_close(tensor, state[name], atol=limit, rtol=limit)


def test_safetensors(network, state, tmp_path):
    save_file(state, tmp_path / "w.safetensors")
    report = loaded(tmp_path / "w.safetensors", network)
    assert report.complete


def test_python_2_text(network, state, tmp_path):
    """Byte strings outside ASCII, as Python 2 wrote them, inside the old file format."""
    buffer = io.BytesIO()
    torch.save({"state_dict": state, "note": "X@X"}, buffer, _use_new_zipfile_serialization=False)
    told = b"X\x03\x00\x00\x00X@X"  # BINUNICODE of three letters
    assert told in buffer.getvalue()
    file = tmp_path / "old.pth"
    file.write_bytes(buffer.getvalue().replace(told, b"U\x03\xe9\xe8\xff"))  # SHORT_BINSTRING
    assert loaded(file, network).complete


class Evil:
    def __init__(self, target):
        self.target = target

    def __reduce__(self):
        return (subprocess.check_call, (["touch", str(self.target)],))


@pytest.mark.parametrize("legacy", [False, True])
def test_code_is_refused_and_not_run(legacy, state, tmp_path):
    target = tmp_path / "ran"
    path = tmp_path / "evil.pth"
    content = {"state_dict": state, "extra": Evil(target)}
    torch.save(content, path, _use_new_zipfile_serialization=not legacy)
    with pytest.raises(CheckpointError, match="run code") as caught:
        read_checkpoint(path)
    assert "check_call" in str(caught.value)
    assert "state_dict()" in caught.value.hint
    assert not target.exists()


def test_plain_pickle_with_code_is_refused(tmp_path):
    target = tmp_path / "ran"
    (tmp_path / "evil.pkl").write_bytes(pickle.dumps(Evil(target)))
    with pytest.raises(CheckpointError):
        read_checkpoint(tmp_path / "evil.pkl")
    assert not target.exists()


def test_whole_module_and_script_are_refused(network, tmp_path):
    torch.save(network, tmp_path / "module.pth")
    with pytest.raises(CheckpointError, match=r"torch.nn"):
        read_checkpoint(tmp_path / "module.pth")
    with zipfile.ZipFile(tmp_path / "script.pt", "w") as archive:
        archive.writestr("script/code/__torch__.py", "")
        archive.writestr("script/data.pkl", b"")
    with pytest.raises(CheckpointError, match="TorchScript"):
        read_checkpoint(tmp_path / "script.pt")


NOT_WEIGHTS = {
    "empty": (b"", "empty"),
    "jpeg": (b"\xff\xd8\xff\xe0" + b"\0" * 90, "JPEG"),
    "png": (b"\x89PNG\r\n\x1a\n" + b"\0" * 90, "PNG"),
    "web page": (b"<!DOCTYPE html><html>", "web page"),
    "pointer": (b"version https://git-lfs.github.com/spec/v1\n", "not downloaded"),
    "text": (b"rank-1 94.5\n", "rank-1"),
    "gzip": (b"\x1f\x8b" + b"\0" * 90, "gzip"),
    "noise": (bytes(range(200, 256)) * 9, "not a PyTorch"),
    "pickle of a number": (pickle.dumps(3, protocol=2), "int|damaged"),
}


@pytest.mark.parametrize("kind", NOT_WEIGHTS)
def test_other_files_are_named(kind, tmp_path):
    content, words = NOT_WEIGHTS[kind]
    (tmp_path / "weights.pth").write_bytes(content)
    with pytest.raises(CheckpointError, match=words) as caught:
        read_checkpoint(tmp_path / "weights.pth")
    assert caught.value.place.endswith("weights.pth")


def test_absent_file_and_folder(tmp_path):
    with pytest.raises(CheckpointError, match="no such"):
        read_checkpoint(tmp_path / "none.pth")
    with pytest.raises(CheckpointError, match="folder"):
        read_checkpoint(tmp_path)


@pytest.mark.parametrize("legacy", [False, True])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_truncated(share, legacy, tmp_path):
    path = tmp_path / "w.pth"
    torch.save({"w": torch.ones(64, 64)}, path, _use_new_zipfile_serialization=not legacy)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(CheckpointError, match=r"cut short|not a PyTorch"):
        read_checkpoint(path)


def test_truncated_safetensors(state, tmp_path):
    save_file(state, tmp_path / "w.safetensors")
    whole = (tmp_path / "w.safetensors").read_bytes()
    (tmp_path / "w.safetensors").write_bytes(whole[:-7])
    with pytest.raises(CheckpointError, match="cut short"):
        read_checkpoint(tmp_path / "w.safetensors")


def test_two_networks_are_asked_about(network, state, tmp_path):
    path = tmp_path / "w.pth"
    torch.save({"model": state, "model_ema": {k: v + 1 for k, v in state.items()}}, path)
    with pytest.raises(CheckpointError, match=r"model.*model_ema") as caught:
        read_checkpoint(path)
    assert "part:" in caught.value.hint
    averaged = read_checkpoint(path, "model_ema")
    torch.testing.assert_close(averaged.tensors["0.bias"], state["0.bias"] + 1)
    with pytest.raises(CheckpointError, match="none named teacher"):
        read_checkpoint(path, "teacher")


def test_half_loaded_network_is_an_error_and_nothing_is_loaded(network, state, tmp_path):
    del state["0.bias"]
    state["0.weight"] += 5
    torch.save(state, tmp_path / "w.pth")
    before = network[0].weight.clone()
    with pytest.raises(CheckpointError, match=r"0.bias") as caught:
        loaded(tmp_path / "w.pth", network)
    assert "6 of the 7" in str(caught.value)
    torch.testing.assert_close(network[0].weight, before)


def test_other_shapes_and_other_architectures_are_told_apart(network, state, tmp_path):
    torch.save({**state, "0.weight": torch.ones(4, 5)}, tmp_path / "wide.pth")
    with pytest.raises(CheckpointError, match=r"0.weight \(4, 5\) instead of \(4, 3\)") as caught:
        loaded(tmp_path / "wide.pth", network)
    assert "sizes are not" in caught.value.hint
    torch.save({"blocks.0.attn.qkv.weight": torch.ones(4)}, tmp_path / "vit.pth")
    with pytest.raises(CheckpointError) as caught:
        loaded(tmp_path / "vit.pth", network)
    assert "blocks" in caught.value.hint


def test_heads_are_left_out_and_strangers_refused(network, state, tmp_path):
    extra = {"classifier.weight": torch.ones(2), "odd.weight": torch.ones(1)}
    torch.save({f"backbone.{k}": v for k, v in {**state, **extra}.items()}, tmp_path / "w.pth")
    roots = ("", "backbone.")
    with pytest.raises(CheckpointError, match=r"odd\.weight") as caught:
        loaded(tmp_path / "w.pth", network, roots=roots, heads=("classifier.",))
    assert "ignore: odd" in caught.value.hint
    report = loaded(tmp_path / "w.pth", network, roots=roots, heads=("classifier.", "odd."))
    assert report.root == "backbone."
    assert report.dropped == ("classifier.weight", "odd.weight")
    assert "odd.weight" in report.table()


def test_not_finite(state, tmp_path):
    state["0.bias"][1] = float("nan")
    torch.save(state, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"0.bias"):
        read_checkpoint(tmp_path / "w.pth")
