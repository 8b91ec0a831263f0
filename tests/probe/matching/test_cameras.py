"""Cameras: frames are cut out, folders of crops are read, and what neither is is refused."""

import json
import os
from pathlib import Path

import pytest

from probe.contracts import Reporter
from probe.errors import FramesError, UsageError
from probe.frames.progress_file import NAME
from probe.matching.cameras import crop_path, read_cameras
from probe.matching.matching import match_cameras
from probe.matching.timing import Stopwatch


def read(request, watch=None):
    return read_cameras(request, Reporter(), watch or Stopwatch())


def test_frames_are_cut_out_once(asked):
    watch = Stopwatch()
    first, second = read(asked(), watch)
    assert (first.entry.name, first.entry.frames, first.entry.boxes) == ("gate", 9, 27)
    assert (second.entry.tracks, second.entry.walks) == (3, 3)
    assert [walk.name for walk in second.walks] == ["hall/p0001", "hall/p0002", "hall/p0003"]
    walk = first.walks[1]
    assert (walk.rows[0].frame, walk.shown.frame, walk.rows[-1].frame) == (0, 4, 8)
    assert crop_path(walk, walk.shown).is_file()
    stages = {stage.stage: stage for stage in watch.stages}
    assert (stages["crop"].done, stages["detect"].done, stages["crop"].kept) == (18, 18, 0)
    assert stages["detect"].seconds > 0
    again = Stopwatch()
    assert read(asked(), again)[0].walks == first.walks
    assert [(s.done, s.kept) for s in again.stages] == [(0, 18), (0, 18)]


def test_folders_of_crops_need_no_detector(asked, cameras, crop, tmp_path):
    folders = [crop(folder, tmp_path / f"crops of {folder.name}") for folder in cameras]
    watch = Stopwatch()
    first, second = read(asked(cameras=folders, detector=""), watch)
    assert [(s.stage, s.done, s.kept) for s in watch.stages] == [("crop", 0, 18)]
    assert (first.entry.name, second.entry.name) == ("gate", "hall")
    assert Path(first.entry.folder) == folders[0]
    assert [len(walk.rows) for walk in first.walks] == [9, 9, 9]
    mixed = read(asked(cameras=(folders[0], cameras[1])))
    assert mixed[1].entry.folder == "cameras/hall"


def test_a_folder_whose_name_is_no_utf8(asked, cameras, crop, tmp_path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/g\x80te"))
    folders = [crop(cameras[0], odd), crop(cameras[1], tmp_path / "hall crops")]
    entry = read(asked(cameras=folders, detector=""))[0].entry
    assert entry.source.endswith("g\\x80te")
    assert entry.folder.encode("utf-8")


def test_two_cameras_of_one_name_are_numbered(asked, make_film, tmp_path):
    folders = [make_film(tmp_path / place / "cam", (1,), seed) for seed, place in enumerate("ab")]
    assert [one.entry.name for one in read(asked(cameras=folders))] == ["cam", "cam-2"]


def test_small_people_are_counted(asked):
    camera = read(asked(least_height=60))[0]
    assert (camera.entry.walks, camera.entry.left_out) == (0, {"small": 27})


def test_unfinished_crops_are_refused(asked, cameras, crop, tmp_path):
    folder = crop(cameras[0], tmp_path / "crops")
    stored = json.loads((folder / NAME).read_text())
    (folder / NAME).write_text(json.dumps(stored | {"complete": False}))
    with pytest.raises(FramesError, match="not all frames") as caught:
        read(asked(cameras=(folder, cameras[1])))
    assert "probe crop" in caught.value.hint
    assert not (tmp_path / "out").exists(), "said before anything is cut out"
    (folder / NAME).write_text("{")
    with pytest.raises(FramesError, match="damaged"):
        read(asked(cameras=(folder, cameras[1])))


def test_frames_need_a_detector(asked):
    with pytest.raises(UsageError, match="--detector is missing"):
        read(asked(detector=""))


def test_a_camera_that_is_not_there_is_said_first(asked, cameras, tmp_path):
    with pytest.raises(FramesError, match="no such video"):
        read(asked(cameras=(cameras[0], tmp_path / "nothing.mp4")))
    assert not (tmp_path / "out").exists()


def test_a_folder_of_something_else(asked, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("")
    with pytest.raises(UsageError, match="something else"):
        read(asked())


def test_other_settings_want_another_folder(asked):
    read(asked())
    with pytest.raises(FramesError, match="other settings"):
        read(asked(every=2))


def test_a_match_of_other_cameras_is_not_written_over(asked, cameras, make_film, tmp_path):
    request = asked()
    match_cameras(request)
    third = make_film(tmp_path / "yard", (1,), 9)
    with pytest.raises(
        UsageError, match=r"holds a match of other cameras, such as .*hall"
    ) as caught:
        read(asked(cameras=(cameras[0], third)))
    assert "--out a new folder" in caught.value.hint
    assert len(read(asked(cameras=(*cameras, third)))) == 3
    (request.out / "matches.json").write_text("{")
    assert len(read(asked(cameras=(cameras[0], third)))) == 2
