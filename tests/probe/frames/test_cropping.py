"""Crops, masks and table of a folder of frames; a killed run goes on to the same result."""

import errno

import numpy as np
import pytest
from PIL import Image

from probe.contracts import Detections, Detector, Reporter
from probe.errors import FramesError
from probe.frames import cropping
from probe.frames.box_table import read_rows
from probe.frames.cropping import CropTask, crop_people
from probe.frames.detecting import open_detector
from probe.frames.folder import FrameFolder
from probe.frames.limits import Limits
from probe.frames.progress_file import notes_of
from probe.pictures.decoding import read_picture
from probe.wording import wording_of

LIMITS = Limits(0.3, 10, 10, 0)


def task(frames, out, detector="scene", limits=LIMITS, every=1):
    given = open_detector(detector) if isinstance(detector, str) else detector
    return CropTask(FrameFolder(frames), given, limits, every, out)


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_crops_masks_and_tracks(frames, walk, tmp_path):
    out = tmp_path / "out"
    progress = crop_people(task(frames, out), Reporter())
    assert (progress.frames, progress.complete) == (20, True)
    rows = list(read_rows(out / "boxes.csv"))
    assert len(rows) == 40
    assert {row.track for row in rows} == {1, 2}
    for row in rows:
        person = row.track - 1
        assert row.box == walk.box(person, row.frame)
        left, top, width, height = walk.box(person, row.frame)
        crop = read_picture(out / "crops" / row.crop)
        np.testing.assert_array_equal(
            crop, walk(row.frame)[top : top + height, left : left + width]
        )
        assert read_picture(out / "masks" / row.crop).min() == 255
    assert rows[0].crop == "entrance-1/p0001/f0000000.png"


def test_limits_and_every_third_frame(frames, table, tmp_path):
    limits = Limits(0.8, 10, 10, 0)
    crop_people(task(frames, tmp_path / "a", f"boxes={table}", limits, every=3), Reporter())
    rows = list(read_rows(tmp_path / "a" / "boxes.csv"))
    assert [row.frame for row in rows] == [0, 3, 6, 9, 12, 15, 18]
    assert {row.score for row in rows} == {0.9}
    assert not (tmp_path / "a" / "masks").exists()
    crop_people(task(frames, tmp_path / "b", limits=Limits(0, 52, 10, 0)), Reporter())
    rows = list(read_rows(tmp_path / "b" / "boxes.csv"))
    assert {row.left_out for row in rows if row.track == 1} == {"small"}
    assert {row.left_out for row in rows if row.track == 2} == {""}


class KilledError(Exception):
    pass


class Kills(Detector):
    """As another detector, until it is killed at a frame."""

    has_masks = True

    def __init__(self, detector, at):
        self.detector, self.at, self.name = detector, at, "kills"

    @property
    def digest(self):
        return self.detector.digest

    def detect_in(self, record, frame):
        if record.number == self.at:
            raise KilledError
        return self.detector.detect_in(record, frame)


@pytest.mark.parametrize("at", [0, 2, 7, 19])
def test_a_killed_run_goes_on_to_the_same_result(at, frames, tmp_path, monkeypatch):
    monkeypatch.setattr(cropping, "SAVED_EVERY", 3)
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    crop_people(task(frames, whole), Reporter())
    with pytest.raises(KilledError):
        crop_people(task(frames, cut, Kills(open_detector("scene"), at)), Reporter())
    (cut / ".a.png.50267q7w.part").write_bytes(b"half")
    crop_people(task(frames, cut), Reporter())
    assert contents(cut) == contents(whole)
    assert crop_people(task(frames, cut), Reporter()).complete, "nothing is left to do"


def test_other_settings_and_lost_rows_are_refused(frames, tmp_path, monkeypatch):
    monkeypatch.setattr(cropping, "SAVED_EVERY", 3)
    out = tmp_path / "out"
    with pytest.raises(KilledError):
        crop_people(task(frames, out, Kills(open_detector("scene"), 7)), Reporter())
    with pytest.raises(FramesError, match="other settings"):
        crop_people(task(frames, out, every=2), Reporter())
    (out / "boxes.part.csv").write_text("frame\n")
    with pytest.raises(FramesError, match="missing"):
        crop_people(task(frames, out), Reporter())


def test_a_full_disk_keeps_what_is_done(frames, tmp_path, monkeypatch):
    out, written = tmp_path / "out", []

    def full(path, data, durable):
        if len(written) == 4:
            raise OSError(errno.ENOSPC, "No space left on device")
        written.append(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    monkeypatch.setattr(cropping, "write_bytes", full)
    with pytest.raises(FramesError, match="No space left") as caught:
        crop_people(task(frames, out), Reporter())
    assert "the same command again" in caught.value.hint
    assert all(path.is_file() for path in written)
    monkeypatch.undo()
    assert crop_people(task(frames, out), Reporter()).frames == 20


class Sees(Detector):
    name = digest = "sees"

    def __init__(self, *boxes):
        self.boxes = np.array(boxes, np.float64).reshape(-1, 4)

    def detect(self, frame):
        return Detections(self.boxes, np.ones(len(self.boxes)))


def test_nobody_and_boxes_at_the_border(frames, tmp_path):
    crop_people(task(frames, tmp_path / "nobody", Sees()), Reporter())
    assert list(read_rows(tmp_path / "nobody" / "boxes.csv")) == []
    beyond = Sees((-10, -10, 40, 60), (500, 5, 20, 20), (190.001, 100.004, 40, 40))
    crop_people(task(frames, tmp_path / "border", beyond), Reporter())
    rows = [row for row in read_rows(tmp_path / "border" / "boxes.csv") if row.frame == 0]
    assert [row.box for row in rows] == [(-10, -10, 40, 60), (190, 100, 40, 40)]
    crops = [read_picture(tmp_path / "border" / "crops" / row.crop) for row in rows]
    assert [crop.shape[:2] for crop in crops] == [(50, 30), (20, 10)]


def test_a_thousand_people_in_one_frame(tmp_path):
    folder = tmp_path / "square"
    folder.mkdir()
    picture = np.random.default_rng(0).integers(0, 255, (420, 1020, 3), dtype=np.uint8)
    for number in range(2):
        Image.fromarray(picture).save(folder / f"{number}.png")
    rows, columns = np.divmod(np.arange(1000), 50)
    boxes = np.stack([20 * columns + 5, 20 * rows + 5, np.full(1000, 15), np.full(1000, 18)], 1)
    crop_people(task(folder, tmp_path / "out", Sees(*boxes)), Reporter())
    seen = list(read_rows(tmp_path / "out" / "boxes.csv"))
    assert len(seen) == 2000
    first, second = ({row.box: row.track for row in seen if row.frame == k} for k in (0, 1))
    assert first == second, "everybody keeps their track"
    assert len(set(first.values())) == 1000
    assert all((tmp_path / "out" / "crops" / row.crop).is_file() for row in seen)


def test_frames_of_changing_size(tmp_path):
    folder = tmp_path / "window"
    folder.mkdir()
    for number, size in enumerate([(60, 80), (60, 80), (30, 20), (90, 120)]):
        noise = np.random.default_rng(number).integers(0, 255, (*size, 3), dtype=np.uint8)
        Image.fromarray(noise).save(folder / f"{number}.png")
    crop_people(task(folder, tmp_path / "out", Sees((10, 10, 30, 40))), Reporter())
    rows = list(read_rows(tmp_path / "out" / "boxes.csv"))
    shapes = [read_picture(tmp_path / "out" / "crops" / row.crop).shape[:2] for row in rows]
    assert shapes == [(40, 30), (40, 30), (20, 10), (40, 30)]
    assert {row.track for row in rows} == {1}


def test_people_that_are_left_out_are_counted(frames, tmp_path):
    rows = ["path,x,y,width,height,score"]
    rows += [f"f{number}.png,10,10,20,60,.2" for number in range(3)]  # below the least score
    rows += [f"f{number}.png,500,10,20,60,.9" for number in range(4)]  # outside
    rows += [f"f{number}.png,180,10,40,60,.9" for number in range(5)]  # half of it inside
    rows += ["f0.png,10,10,20,60,.9", "g.png,1,1,20,60,.9"]
    table = tmp_path / "b.csv"
    table.write_text("\n".join(rows))
    out = tmp_path / "out"
    told = Told()
    progress = crop_people(task(frames, out, f"boxes={table}"), told)
    assert (progress.unsure, progress.outside, progress.cut_off) == (3, 4, 5)
    assert told.steps == ["1 of 14 rows of b.csv name no frame; the first is g.png"]
    notes = [wording_of()(note) for note in notes_of(progress, 6)]
    assert notes[:2] == [
        "3 boxes with a score below --least-score are left out",
        "4 boxes lie outside of their frame and are left out",
    ]
    assert notes[2].startswith("5 of 6 boxes reach far out of their frame")
    assert "upper left corner" in notes[2]
    assert crop_people(task(frames, out, f"boxes={table}"), told) == progress


class Told(Reporter):
    def __init__(self):
        self.steps = []

    def step(self, text):
        self.steps.append(wording_of().either(text))


def test_frames_that_cannot_be_read_are_told_after_a_kill_and_when_all_is_done(
    frames, tmp_path, monkeypatch
):
    monkeypatch.setattr(cropping, "SAVED_EVERY", 3)
    for number in (2, 12):
        (frames / f"f{number}.png").write_bytes(b"no picture")
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    told = {notes_of(crop_people(task(frames, whole), Reporter()), 36)}
    with pytest.raises(KilledError):
        crop_people(task(frames, cut, Kills(open_detector("scene"), 8)), Reporter())
    told |= {notes_of(crop_people(task(frames, cut), Reporter()), 36)}  # goes on
    told |= {notes_of(crop_people(task(frames, cut), Reporter()), 36)}  # nothing is left to do
    assert contents(cut) == contents(whole)
    (notes,) = told
    assert ["f2.png" in wording_of()(notes[0]), "f12.png" in wording_of()(notes[1])] == [True, True]
    assert len(notes) == 2


def test_cameras_of_every_script_have_names_of_their_own(frames, tmp_path):
    for name in ("入口", "出口"):
        frames = frames.rename(tmp_path / name)
        assert task(frames, tmp_path / "out").camera == name
