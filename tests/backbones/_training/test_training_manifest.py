"""What a training has left."""

import json

import pytest

from probe.backbones._training.training_manifest import (
    MANIFEST,
    NetworkFile,
    read_training_manifest,
    weights_of,
)
from probe.backbones.naming import sha256_of
from probe.errors import CheckpointError, UsageError


def test_stages_keep_their_order_and_other_keys_are_left_alone(tmp_path):
    file = {"file": "networks/a.safetensors", "sha256": "0" * 64}
    stages = [{"name": name, "digest": "d", "networks": {"a": file}} for name in ("two", "one")]
    content = {"recipe": "x", "cameras": [["market c1", 1]], "stages": stages}
    (tmp_path / MANIFEST).write_text(json.dumps(content))
    manifest = read_training_manifest(tmp_path)
    assert list(manifest.by_name()) == ["two", "one"]
    assert manifest.cameras == (("market c1", 1),)
    assert [stage.model_dump(mode="json") for stage in manifest.stages] == stages


def test_a_folder_without_one_is_named(tmp_path):
    with pytest.raises(UsageError, match="no training in this folder that has ended a stage"):
        read_training_manifest(tmp_path)


def test_weights_are_those_of_the_stage(tmp_path):
    path = tmp_path / "a.safetensors"
    path.write_bytes(b"weights")
    network = NetworkFile(file=path.name, sha256=sha256_of(path))
    assert weights_of(tmp_path, network) == path
    path.write_bytes(b"others")
    with pytest.raises(CheckpointError, match="missing or have been changed"):
        weights_of(tmp_path, network)
