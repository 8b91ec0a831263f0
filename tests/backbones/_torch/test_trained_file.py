"""The folder of a training stands for its weights; one without weights says what to do."""

import pytest

from probe.backbones._torch.trained_file import trained_file
from probe.backbones._training.export import WEIGHTS
from probe.errors import CheckpointError


def test_a_folder_stands_for_its_weights(tmp_path):
    file = tmp_path / "other.pth"
    assert trained_file(file) == file
    (tmp_path / WEIGHTS).touch()
    assert trained_file(tmp_path) == tmp_path / WEIGHTS


def test_a_training_that_has_not_ended(tmp_path):
    with pytest.raises(CheckpointError, match=r"has no weights\.safetensors") as caught:
        trained_file(tmp_path)
    assert str(caught.value.place) == str(tmp_path)
    assert "--resume" in caught.value.hint
