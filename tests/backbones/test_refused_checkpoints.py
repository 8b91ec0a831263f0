"""Checkpoints that cannot be run, given on the command line: what was found, and what to do."""

import pickle
import re

import pytest
import torch

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones.osnet import CHANNELS
from probe.backbones.osnet.model import OSNet
from probe.cli import main
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import CheckpointError

allow_torchvision()
import timm  # noqa: E402


@pytest.fixture(scope="module")
def tensors():
    torch.manual_seed(0)
    return OSNet(CHANNELS["osnet_x0_25"]).state_dict()


def partly(tensors, file):
    torch.save({k: v for k, v in tensors.items() if not k.startswith("conv5")}, file)


def wider(tensors, file):
    torch.save(OSNet(CHANNELS["osnet_x0_5"]).state_dict(), file)


def whole(tensors, file):
    torch.save({"state_dict": tensors, "epoch": 60}, file)


class Runs:
    """Unpickling it would write a file."""

    def __init__(self, witness):
        self.witness = str(witness)

    def __reduce__(self):
        return open, (self.witness, "w")


def with_code(tensors, file):
    torch.save({"state_dict": tensors, "extra": Runs(file.with_suffix(".ran"))}, file)


def bare_code(tensors, file):
    file.write_bytes(pickle.dumps(Runs(file.with_suffix(".ran"))))


def truncated(tensors, file):
    whole(tensors, file)
    file.write_bytes(file.read_bytes()[:-5000])


def text(tensors, file):
    file.write_text("<!DOCTYPE html><title>404</title>")


def empty(tensors, file):
    file.write_bytes(b"")


def settings(tensors, file):
    torch.save({"lr": 0.1, "names": ["a"]}, file)


CASES = {
    "partly": (partly, "osnet_x0_25", r"of the \d+ tensors it needs.*missing +\d+ +conv5\."),
    "wider": (wider, "osnet_x0_25", r"mismatched.*\(32, 3, 7, 7\) instead of \(16, 3, 7, 7\)"),
    "for arcface": (whole, "arcface", r"another family: torchreid: osnet_x0_25.*osnet_x0_25=FILE"),
    "for moco": (whole, "moco", r"another family: torchreid: osnet_x0_25.*osnet_x0_25=FILE"),
    "code": (with_code, "moco", r"code"),
    "code alone": (bare_code, "arcface", r"code|not a checkpoint|no checkpoint"),
    "truncated": (truncated, "osnet_x0_25", r"cut short|truncated|damaged"),
    "a web page": (text, "arcface", r"web page|HTML|text"),
    "empty": (empty, "moco", r"empty"),
    "no tensors": (settings, "osnet_x0_25", r"tensors"),
}


@pytest.mark.parametrize("command", ["run", "doctor"])
@pytest.mark.parametrize("what", CASES)
def test_is_refused(what, command, tensors, photos, protocol_file, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    spoil, name, told = CASES[what]
    file = tmp_path / "w.pth"
    spoil(tensors, file)
    given = {
        "run": ["run", str(protocol_file), "--photos", str(photos), "--backbone", f"{name}={file}"],
        "doctor": ["doctor", str(file), "--photos", str(photos), "--backbone", name],
    }
    assert main(given[command]) == 2
    said = capsys.readouterr().err
    assert "Traceback" not in said
    message = said[said.index("probe: ") :]
    assert "w.pth" in message
    assert re.search(told, message, re.DOTALL), message
    assert not file.with_suffix(".ran").exists()
    assert not (tmp_path / "runs").exists()


@pytest.mark.parametrize("name", ["resnet50", "timm:resnet50"])
def test_a_file_that_lacks_tensors_of_its_own_network_is_not_of_another(name, tmp_path):
    """ResNet-50 has several names: who gave one of them was told to use that one."""
    tensors = timm.create_model("resnet50", pretrained=False, num_classes=751).state_dict()
    file = tmp_path / "w.pth"
    torch.save({k: v for k, v in tensors.items() if not k.startswith("conv1")}, file)
    with pytest.raises(CheckpointError, match="missing") as caught:
        find(f"{name}={file}").load(Runtime())
    assert "another family" not in str(caught.value)
    assert "whole network" in str(caught.value)
