"""Tensors are read from every usual container, and nothing in a file is ever run."""

import argparse
import collections
import datetime
import io
import pickle
import subprocess
import types
import warnings
import zipfile
from pathlib import Path, PurePosixPath, PureWindowsPath

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from probe.backbones._torch.checkpoint import read_checkpoint
from probe.backbones._torch.load_report import load_tensors
from probe.backbones._training.checkpoint import TrainingState, write_state
from probe.errors import CheckpointError

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
    "a script's own name": lambda s: {
        "net_state_dict": s,
        "optimizer_state_dict": {"m": torch.ones(3)},
        "loss_weights": {"w": torch.ones(3)},
    },
    "nested": lambda s: {"state_dict": {"model": s}},
    "arguments": lambda s: {"model": s, "args": argparse.Namespace(lr=0.1)},
    "half": lambda s: {k: v.half() if v.is_floating_point() else v for k, v in s.items()},
}


@pytest.mark.parametrize("kind", WRAPPED)
@pytest.mark.parametrize("legacy", [False, True])
def test_every_container_gives_the_same_network(kind, legacy, state, tmp_path):
    path = tmp_path / "weights.pth"
    torch.save(WRAPPED[kind](state), path, _use_new_zipfile_serialization=not legacy)
    other = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4))
    report = load_tensors(other, read_checkpoint(path))
    assert report.complete
    assert len(report.matched) == len(state)
    limit = 1e-3 if kind == "half" else 0
    for name, tensor in other.state_dict().items():
        torch.testing.assert_close(tensor, state[name], atol=limit, rtol=limit)


def test_safetensors(network, state, tmp_path):
    save_file(state, tmp_path / "w.safetensors")
    report = load_tensors(network, read_checkpoint(tmp_path / "w.safetensors"))
    assert report.complete


def test_python_2_text(network, state, tmp_path):
    """Byte strings outside ASCII, as Python 2 wrote them, inside the old file format."""
    buffer = io.BytesIO()
    torch.save({"state_dict": state, "note": "X@X"}, buffer, _use_new_zipfile_serialization=False)
    told = b"X\x03\x00\x00\x00X@X"  # BINUNICODE of three letters
    assert told in buffer.getvalue()
    file = tmp_path / "old.pth"
    file.write_bytes(buffer.getvalue().replace(told, b"U\x03\xe9\xe8\xff"))  # SHORT_BINSTRING
    assert load_tensors(network, read_checkpoint(file)).complete


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


def test_a_pickle_of_something_else_is_refused(tmp_path):
    (tmp_path / "weights.pth").write_bytes(pickle.dumps(3, protocol=2))
    with pytest.raises(CheckpointError, match="a pickle of Python"):
        read_checkpoint(tmp_path / "weights.pth")


def test_two_networks_are_asked_about(state, tmp_path):
    path = tmp_path / "w.pth"
    torch.save({"model": state, "model_ema": {k: v + 1 for k, v in state.items()}}, path)
    with pytest.raises(CheckpointError, match=r"model.*model_ema") as caught:
        read_checkpoint(path)
    assert "part:" in caught.value.hint
    averaged = read_checkpoint(path, "model_ema")
    torch.testing.assert_close(averaged.tensors["0.bias"], state["0.bias"] + 1)
    with pytest.raises(CheckpointError, match="none named teacher"):
        read_checkpoint(path, "teacher")


def test_not_finite(state, tmp_path):
    state["0.bias"][1] = float("nan")
    torch.save(state, tmp_path / "w.pth")
    with pytest.raises(CheckpointError, match=r"0.bias"):
        read_checkpoint(tmp_path / "w.pth")


ODD = {
    "complex": (lambda: torch.ones(2, dtype=torch.complex64), "holds complex64 numbers"),
    "float8": (lambda: torch.ones(2).to(torch.float8_e4m3fn), "holds float8_e4m3fn numbers"),
    "quantised": (
        lambda: torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8), "is quantised",
    ),
    "sparse": (lambda: torch.eye(3).to_sparse(), "is sparse"),
    "nested": (lambda: torch.nested.nested_tensor([torch.ones(2), torch.ones(3)]), "is nested"),
    "sparse rows": (lambda: torch.eye(3).to_sparse_csr(), "is sparse"),
    "meta": (lambda: torch.ones(2, device="meta"), "holds no numbers"),
    "expanded": (lambda: torch.ones(1).expand(2**40), "claims 1,099,511,627,776 numbers"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ODD)
def test_tensors_that_are_no_plain_arrays_are_named(kind, state, tmp_path):
    make, said = ODD[kind]
    path = tmp_path / "w.pth"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # quantised tensors are deprecated
        torch.save({**state, "odd.weight": make()}, path)
    with pytest.raises(CheckpointError, match=f"odd.weight {said}|cut short or damaged"):
        read_checkpoint(path)


def test_harmless_things_that_training_scripts_leave_are_read_as_data(state, tmp_path):
    beside = {
        "paths": [Path("runs"), PurePosixPath("a/b")],
        "device": torch.device("cpu"),
        "counts": collections.defaultdict(list, {"a": [1]}),
        "part": slice(0, 3),
        "args": argparse.Namespace(out=Path("x")),
        "more": types.SimpleNamespace(steps=range(3), last=collections.deque([1.0], 5)),
        "when": datetime.datetime(2026, 1, 31, tzinfo=datetime.UTC),
        "took": datetime.timedelta(hours=3),
        "kinds": [frozenset("ab"), complex(1, 2), bytearray(b"x"), PureWindowsPath("c:/x")],
    }
    path = tmp_path / "w.pth"
    torch.save({"state_dict": state, **beside}, path)
    assert read_checkpoint(path).tensors.keys() == state.keys()


@pytest.mark.parametrize("name", ["pathlib.WindowsPath", "pathlib._local.PosixPath"])
def test_paths_of_another_system_and_of_newer_pythons_are_read(name, state, tmp_path):
    path = tmp_path / "w.pth"
    torch.save({"state_dict": state, "out": PurePosixPath("runs")}, path)
    module, kind = name.rsplit(".", 1)
    with zipfile.ZipFile(path) as archive:
        parts = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for entry, data in parts.items():
            found = b"cpathlib\nPurePosixPath\n"
            assert found in data or not entry.endswith("data.pkl")
            archive.writestr(entry, data.replace(found, f"c{module}\n{kind}\n".encode()))
    assert read_checkpoint(path).tensors.keys() == state.keys()


def test_a_file_whose_checksum_does_not_fit_is_refused(state, tmp_path):
    path = tmp_path / "w.pth"
    torch.save(state, path)
    whole = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        name = next(n for n in archive.namelist() if n.endswith("data/0"))
        at = archive.getinfo(name).header_offset + 300
    whole[at] ^= 1
    path.write_bytes(bytes(whole))
    with pytest.raises(CheckpointError, match="damaged"):
        read_checkpoint(path)


def test_a_file_without_a_network_says_what_it_holds(tmp_path):
    content = {"epoch": 3, "optimizer_state_dict": {"m": torch.ones(3)}, "\u202eab": 1}
    torch.save({**content, **{f"more{i}": i for i in range(9)}}, tmp_path / "w.pth")
    with pytest.raises(
        CheckpointError, match=r"it holds epoch, optimizer_state_dict, <U.202E>ab"
    ) as e:
        read_checkpoint(tmp_path / "w.pth")
    assert e.value.message.endswith("more4, ...")


def test_where_a_training_stands_is_told_from_the_weights_it_leaves(tmp_path):
    state = TrainingState("d", "ibn.small", "d", 0, True, 1, 0, 9, 9, 1.0, {}, {}, {})
    write_state(tmp_path / "checkpoint.pt", state)
    with pytest.raises(CheckpointError, match=r"where a training stands(.|\n)*card\.yaml"):
        read_checkpoint(tmp_path / "checkpoint.pt")
