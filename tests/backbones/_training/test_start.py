"""Networks that begin with values of another training, or of an earlier stage."""

import json

import pytest
import torch
from safetensors.torch import save_file
from torch import nn

from probe.backbones._training.stage import StartFrom
from probe.backbones._training.start import bring_networks
from probe.backbones._training.training_manifest import MANIFEST
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError
from probe.wording import wording_of

DIGEST = "c" * 64


@pytest.fixture
def trained(tmp_path):
    """A folder with two stages; their backbones are full of ones and of twos."""
    stages = []
    for number, name in enumerate(("first", "second"), start=1):
        path = tmp_path / f"{name}.safetensors"
        save_file({"weight": torch.full((2, 2), float(number))}, path)
        file = {"file": path.name, "sha256": sha256_of(path)}
        stages.append({"name": name, "digest": DIGEST, "networks": {"backbone": file}})
    (tmp_path / MANIFEST).write_text(json.dumps({"stages": stages}))
    return tmp_path


def brought(folder, here=None, **changes):
    """The first weight of what a training of this folder brings, and what is said of it."""
    values = {"stage": "first", "networks": {"encoder": "backbone"}, **changes}
    here = here or {"encoder": nn.Linear(2, 2, bias=False)}
    said = []
    bring_networks(StartFrom(**values), here, folder, said.append)
    return float(here["encoder"].weight.detach()[0, 0]), [*map(wording_of(), said)]


def test_a_network_takes_the_values_of_an_earlier_stage(trained):
    assert brought(trained) == (1.0, [f"from {trained}, stage first: encoder"])
    assert brought(trained, stage="second")[0] == 2.0


def test_another_training_is_named_by_folder_and_digest(trained, tmp_path):
    elsewhere = {"training": str(trained), "digest": DIGEST}
    assert brought(tmp_path / "here", stage=None, **elsewhere)[0] == 2.0, "its last stage"
    with pytest.raises(CheckpointError, match="digest cccccccc, not dddddddd"):
        brought(tmp_path, **{**elsewhere, "digest": "d" * 64})


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"stage": "frist"}, "no stage 'frist'"),
        ({"networks": {"encode": "backbone"}}, "no network 'encode' here"),
        ({"networks": {"encoder": "backbon"}}, "no network 'backbon' in stage 'first'"),
    ],
)
def test_slips_of_the_pen_are_named_with_the_nearest(trained, changes, message):
    with pytest.raises(UsageError, match=message) as refused:
        brought(trained, **changes)
    assert "did you mean" in refused.value.hint


def test_a_folder_without_a_training_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no training in this folder"):
        brought(tmp_path)


def test_weights_that_have_changed_or_do_not_fit_are_refused(trained):
    wider = {"encoder": nn.Linear(3, 2, bias=False)}
    with pytest.raises(CheckpointError, match="do not fit the network 'encoder'"):
        brought(trained, wider)
    path = trained / "first.safetensors"
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    with pytest.raises(CheckpointError, match="missing or have been changed"):
        brought(trained)
    path.unlink()
    with pytest.raises(CheckpointError, match="missing or have been changed"):
        brought(trained)


@pytest.mark.parametrize(
    "content",
    [b"", b"SECRET", b"\xff\xfe", b"[" * 10**5, b'{"stages": []}', b'{"stages": [{"name": 5}]}'],
)
def test_a_manifest_that_cannot_be_read_is_named_and_not_quoted(trained, content):
    (trained / MANIFEST).write_bytes(content)
    with pytest.raises(CheckpointError, match="not the list of a training's stages") as refused:
        brought(trained)
    assert "SECRET" not in str(refused.value)


def test_a_manifest_does_not_name_files_outside_its_folder_nor_files_of_another_kind(trained):
    secret = trained.parent / "secret.txt"
    secret.write_text("SECRET")
    inside = trained / "notes.txt"
    inside.write_text("SECRET")
    for name, message in (
        (str(secret), "leads out"),
        ("../secret.txt", "leads out"),
        ("notes.txt", "no safetensors file"),
    ):
        entry = {"file": name, "sha256": sha256_of(secret)}
        stage = {"name": "first", "digest": DIGEST, "networks": {"backbone": entry}}
        (trained / MANIFEST).write_text(json.dumps({"stages": [stage]}))
        with pytest.raises(CheckpointError, match=message) as refused:
            brought(trained)
        assert "SECRET" not in str(refused.value)
