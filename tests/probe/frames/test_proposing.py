"""The proposed protocol reads the crops: parts of walks, one subject a track."""

import csv

import pytest

from probe.contracts import Reporter
from probe.frames.cropping import CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.folder import FrameFolder
from probe.frames.limits import Limits
from probe.frames.proposing import propose_protocol
from probe.frames.walks import Walks, read_walks
from probe.pictures.photographs import photo_set
from probe.protocol.finding import load_protocol


@pytest.fixture
def out(frames, tmp_path):
    limits = Limits(0.3, 10, 10, 0)
    crop_people(
        CropTask(FrameFolder(frames), open_detector("scene"), limits, 1, tmp_path / "out"),
        Reporter(),
    )
    return tmp_path / "out"


def test_the_protocol_is_valid_and_serves_the_crops(out):
    path = propose_protocol(out, read_walks(out), "entrance-1")
    protocol = load_protocol(path)
    assert protocol.name == "walk-entrance-1"
    with (out / "crops" / "crops.csv").open() as file:
        parts = [int(row["part"]) for row in csv.DictReader(file)]
    assert [parts.count(part) for part in (1, 2, 3)] == [14, 14, 12]
    images = photo_set(protocol, out / "crops")
    assert len(images.records) == 40
    assert list(images.subjects) == ["p0001", "p0002"]
    assert not images.failures


def test_short_walks_give_no_protocol(out):
    walks = read_walks(out)
    short = Walks({1: walks.crops[1], 2: walks.crops[2][:5]})
    assert propose_protocol(out, short, "gate") is None
    with (out / "crops" / "crops.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert {row["part"] for row in rows if "p0002" in row["path"]} == {"0"}
