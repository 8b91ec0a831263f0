"""Walks of a finished run, and the sheet that shows them."""

import numpy as np
import pytest

from probe.contracts import Reporter
from probe.frames.cropping import CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.folder import FrameFolder
from probe.frames.limits import Limits
from probe.frames.walks import Walks, contact_sheet, evenly, read_walks


@pytest.fixture
def out(frames, tmp_path):
    limits = Limits(0.3, 52, 10, 0)
    crop_people(
        CropTask(FrameFolder(frames), open_detector("scene"), limits, 1, tmp_path / "out"),
        Reporter(),
    )
    return tmp_path / "out"


def test_walks_are_counted(out):
    walks = read_walks(out)
    assert (walks.boxes, walks.tracks) == (40, 2)
    assert {track: len(paths) for track, paths in walks.crops.items()} == {2: 20}
    assert walks.left_out == {"small": 20}


def test_the_sheet_shows_crops_and_nobody(out):
    sheet = np.asarray(contact_sheet(out, read_walks(out)))
    assert sheet.shape == (164, 90 + 12 * 68, 3)
    blue = (sheet[..., 2] > 190) & (sheet[..., 0] < 60)
    assert blue.mean() > 0.3
    assert (np.asarray(contact_sheet(out, Walks())) == 255).all()


def test_crops_are_spread_evenly():
    paths = [str(number) for number in range(100)]
    assert evenly(paths, 4) == ["0", "33", "66", "99"]
    assert evenly(paths[:3], 4) == ["0", "1", "2"]
