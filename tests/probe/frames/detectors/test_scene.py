"""Exact masks beside frames: every value is a person, boxes fit them."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import DetectorError
from probe.frames.detecting import open_detector
from probe.frames.detectors.scene import box_around
from probe.frames.folder import FrameFolder
from probe.scenes.dataset import DatasetPlan, shots


def test_people_are_the_values_of_the_mask(frames, walk):
    frame = next(FrameFolder(frames).frames(5, 1))
    found = open_detector("scene").detect_in(frame.record, frame.pixels)
    assert found.boxes.tolist() == [list(walk.box(0, 5)), list(walk.box(1, 5))]
    assert found.scores.tolist() == [1, 1]
    assert [int(mask.sum()) for mask in found.masks] == [20 * 50, 22 * 54]


def test_another_folder_and_an_empty_frame(frames, tmp_path):
    folder = tmp_path / "m"
    folder.mkdir()
    Image.fromarray(np.zeros((120, 200), np.uint8)).save(folder / "f0.png")
    frame = next(FrameFolder(frames).frames(0, 1))
    assert len(open_detector(f"scene={folder}").detect_in(frame.record, frame.pixels)) == 0


@pytest.mark.parametrize("layout", ["market1501", "tracks"])
def test_what_scenes_draws_is_one_person_with_what_they_carry(layout, tmp_path):
    plan = DatasetPlan(people=2, cameras=1, layout=layout)
    shot = next(shots(plan))
    picture = tmp_path / f"{shot.path}.jpg"
    (tmp_path / "dataset.json").write_text("{}")
    levels = np.zeros((30, 20), np.uint8)
    levels[5:25, 4:12], levels[10:15, 12:16] = 255, 128
    for path, pixels in ((picture, levels), (tmp_path / f"masks/{shot.path}.png", levels)):
        path.parent.mkdir(parents=True)
        Image.fromarray(pixels).save(path)
    frame = next(FrameFolder(picture.parent).frames(0, 1))
    masks = tmp_path / f"masks/{shot.path}.png"
    for given in ("scene", f"scene={masks.parent}"):
        found = open_detector(given).detect_in(frame.record, frame.pixels)
        assert found.boxes.tolist() == [[4, 5, 12, 20]]
    (picture.parent / "masks").mkdir()
    masks.rename(picture.parent / "masks" / masks.name)
    own = open_detector("scene").detect_in(frame.record, frame.pixels)
    assert len(own) == 2, "masks beside the frames are somebody's own: a value, a person"


def test_what_is_refused(frames):
    frame = next(FrameFolder(frames).frames(0, 1))
    path = frames / "masks" / "f0.png"
    Image.fromarray(np.ones((12, 20), np.uint8)).save(path)
    detector = open_detector("scene")
    with pytest.raises(DetectorError, match="another size"):
        detector.detect_in(frame.record, frame.pixels)
    path.write_bytes(b"no mask")
    with pytest.raises(DetectorError, match="no readable mask"):
        detector.detect_in(frame.record, frame.pixels)
    path.unlink()
    with pytest.raises(DetectorError, match="no exact mask"):
        detector.detect_in(frame.record, frame.pixels)


def test_box_around_a_mask():
    mask = np.zeros((10, 12), bool)
    mask[2:5, 3:9] = True
    assert box_around(mask) == (3, 2, 6, 3)
