"""Cameras that tint their pictures are told apart; people who train are not tested."""

from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._training.table import TrainingRecord

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def records(tmp_path):
    """Twenty people under two cameras, the second of which sees everything redder."""
    drawn, made = np.random.default_rng(0), []
    for person in range(20):
        for camera in (4, 9):
            blocks = drawn.integers(40, 160, (8, 4, 3)).repeat(4, 0).repeat(4, 1)
            tinted = (blocks + np.array([80, 0, 0]) * (camera == 9)).astype(np.uint8)
            path = tmp_path / f"{person}_{camera}.png"
            Image.fromarray(tinted).save(path)
            made.append(TrainingRecord(path, path.name, "t", person, camera))
    return made


def test_people_are_held_out(records, monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from camera_classifier import split_people

    train, tested = split_people(records, seed=1)
    assert len(tested) == 10
    assert len(train) == 30
    assert not {r.person for r in train} & {r.person for r in tested}
    assert split_people(records, seed=1) == (train, tested)


@pytest.mark.slow
def test_cameras_are_named(records, monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from camera_classifier import split_people, train_classifier

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    train, tested = split_people(records, seed=1)
    classifier = train_classifier(train, (32, 16), epochs=40, seed=1)
    named = classifier.named([record.path for record in tested])
    torch.set_num_threads(before)
    assert classifier.cameras.tolist() == [4, 9]
    right = named == np.array([record.camera for record in tested])
    assert right.mean() >= 0.9
