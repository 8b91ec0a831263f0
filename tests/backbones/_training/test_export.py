"""What a training leaves: weights, cards, and where they are from."""

import json

import pytest
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file
from torch import nn

from probe.backbones._training.export import export_stage, write_weights
from probe.backbones._training.recipe import recipe_from
from probe.backbones._training.table import TrainingRecord, table_of
from probe.backbones._training.training_manifest import MANIFEST
from probe.backbones.naming import sha256_of
from probe.errors import ProbeError


@pytest.fixture
def recipe(write):
    stages = [
        write.stage(name, write.identity, {"all": write.optimiser(["*"])})
        for name in ("first", "second")
    ]
    return recipe_from(write.recipe(*stages))


@pytest.fixture
def table(tmp_path):
    return table_of([TrainingRecord(tmp_path / "a", "a", "set", 0, 0)])


@pytest.fixture
def networks():
    return {"backbone": nn.Linear(2, 2), "classifier": nn.Linear(2, 1), "plain": nn.Flatten()}


def files_of(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_networks_of_earlier_stages_lie_below_their_stage(recipe, networks, table, tmp_path):
    export_stage(recipe, 0, networks, table, tmp_path)
    assert files_of(tmp_path) == {
        MANIFEST, *(f"stages/first/{name}" for name in (
            "backbone.safetensors", "backbone.yaml", "classifier.safetensors", "classifier.yaml",
        )),
    }, "a network without tensors leaves nothing"  # fmt: skip


def test_the_backbone_of_the_last_stage_is_the_trainings(recipe, networks, table, tmp_path):
    export_stage(recipe, 1, networks, table, tmp_path)
    assert files_of(tmp_path) == {
        MANIFEST, "weights.safetensors", "card.yaml", "networks/classifier.safetensors",
        "networks/classifier.yaml",
    }  # fmt: skip
    tensors = load_file(tmp_path / "weights.safetensors")
    assert torch.equal(tensors["weight"], networks["backbone"].weight)


def test_the_manifest_says_where_every_network_is_from(recipe, networks, table, tmp_path):
    for number in (0, 1, 1):
        export_stage(recipe, number, networks, table, tmp_path)
    manifest = json.loads((tmp_path / MANIFEST).read_text())
    assert (manifest["recipe"], manifest["digest"]) == ("tiny.staged", recipe.digest())
    assert manifest["data"] == table.digest()
    assert [stage["name"] for stage in manifest["stages"]] == ["first", "second"]
    assert [stage["digest"] for stage in manifest["stages"]] == [
        recipe.stage_digest(0), recipe.stage_digest(1),
    ]  # fmt: skip
    file = manifest["stages"][1]["networks"]["backbone"]
    assert file["file"] == "weights.safetensors"
    assert file["sha256"] == sha256_of(tmp_path / "weights.safetensors")


def test_equal_weights_are_equal_files_and_name_their_recipe(recipe, networks, tmp_path):
    paths = [tmp_path / name for name in ("a.safetensors", "b.safetensors")]
    for path in paths:
        write_weights(path, networks["backbone"], recipe)
    assert paths[0].read_bytes() == paths[1].read_bytes()
    with safe_open(paths[0], "pt") as file:
        assert file.metadata() == {"trained_by": f"tiny.staged {recipe.digest()}"}


def test_weights_that_cannot_be_written_say_so(recipe, networks, tmp_path):
    (tmp_path / "folder").write_text("a file")
    with pytest.raises(ProbeError, match="could not be written") as refused:
        write_weights(tmp_path / "folder" / "a.safetensors", networks["backbone"], recipe)
    assert "--resume" in refused.value.hint


def test_a_full_disk_is_said_where_safetensors_has_an_error_of_its_own(
    recipe, networks, tmp_path, monkeypatch
):
    def full(*args, **kwargs):
        raise SafetensorError("I/O error: No space left on device (os error 28)")

    monkeypatch.setattr("safetensors.torch.save_file", full)
    with pytest.raises(ProbeError, match=r"could not be written \(.*No space left on device"):
        write_weights(tmp_path / "a.safetensors", networks["backbone"], recipe)
    assert not list(tmp_path.iterdir())
