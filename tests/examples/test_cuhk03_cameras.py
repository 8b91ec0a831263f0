"""CUHK03 renamed for a protocol: the people to test, each picture under its camera."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from probe.errors import UsageError
from probe.pictures.photographs import photo_set, unmatched_pictures
from probe.protocol.finding import load_protocol

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


@pytest.fixture
def renamed(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from cuhk03_cameras import renamed

    return renamed


def write_set(folder, test="0002-0003\n"):
    folder.mkdir()
    rng = np.random.default_rng(0)
    for person in (1, 2, 3):
        for number in (0, 4, 5):
            pixels = rng.integers(0, 255, (20, 10, 3), np.uint8)
            Image.fromarray(pixels).save(folder / f"{person:04d}_{number:02d}.jpg")
    if test:
        (folder / "test.txt").write_text(test)
    return folder


def test_people_to_test_are_copied_under_their_cameras(renamed, tmp_path):
    assert renamed(write_set(tmp_path / "set"), tmp_path / "out") == 6
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == [
        "0002_c1_00.jpg", "0002_c1_04.jpg", "0002_c2_05.jpg",
        "0003_c1_00.jpg", "0003_c1_04.jpg", "0003_c2_05.jpg",
    ]  # fmt: skip


def test_the_protocol_reads_them(renamed, tmp_path):
    renamed(write_set(tmp_path / "set"), tmp_path / "out")
    protocol = load_protocol(STUDIES.parent / "cuhk03_cameras.yaml")
    assert unmatched_pictures(protocol, tmp_path / "out") == []
    records = photo_set(protocol, tmp_path / "out").records
    seen = sorted((one.subject, one.camera, protocol.conditions[one.condition].level)
                  for one in records)  # fmt: skip
    assert seen[:3] == [("0002", "1", "first"), ("0002", "1", "first"), ("0002", "2", "second")]


def test_without_a_list_of_people_nothing_is_copied(renamed, tmp_path):
    with pytest.raises(UsageError, match="nobody to test"):
        renamed(write_set(tmp_path / "set", test=""), tmp_path / "out")
