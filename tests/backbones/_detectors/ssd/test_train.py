"""From frames to a detector: trained, resumed, opened, and learnt by heart."""

import numpy as np
import pytest

from probe.backbones._detectors.ssd.train import TRAINED
from probe.backbones._training.training import train
from probe.contracts import Runtime
from probe.errors import PictureError, UsageError
from probe.frames.average_precision import box_overlaps
from probe.frames.detecting import open_detector
from tests.probe.frames.annotated.drawn_set import (
    people_of,
    picture_of,
    write_coco,
    write_crops,
)

CPU = Runtime(device="cpu", threads=1)


def test_what_recipes_can_name():
    assert set(TRAINED.networks) == {"ssd_resnet", "ssd300"}
    assert set(TRAINED.objectives) == {"boxes"}


def test_killed_and_resumed_is_never_killed_and_opens(
    one_thread, killed, tiny_detector, frames, tmp_path, quiet
):
    recipe, (killed_error, kills_after) = tiny_detector("ssd.small"), killed
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, data=frames)
    with pytest.raises(killed_error):
        train(recipe, tmp_path / "cut", kills_after(2), one_thread, data=frames)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, data=frames, resume=True)
    assert again.sha256 == whole.sha256
    assert whole.detector == "ssd"
    seen = open_detector(f"ssd={whole.folder}", CPU).detect(picture_of(0))
    assert seen.masks is None


def test_boxes_are_enough(one_thread, tiny_detector, tmp_path, quiet):
    recipe = tiny_detector("ssd.small", **{"stages.frames.length": {"steps": 1}})
    folder = write_crops(tmp_path / "gate", masks=False)
    assert train(recipe, tmp_path / "t", quiet, one_thread, data=(f"crops={folder}",)).pictures == 4
    with pytest.raises(PictureError, match="a box and no mask"):
        train(tiny_detector("yolact.small"), tmp_path / "y", quiet, one_thread,
              data=(f"crops={folder}",))  # fmt: skip


def test_a_class_out_of_range(one_thread, tiny_detector, tmp_path, quiet):
    recipe = tiny_detector("ssd.small", **{"data.people_only": False})
    with pytest.raises(UsageError, match="shows something of class 1"):
        train(recipe, tmp_path / "t", quiet, one_thread, data=(f"coco={write_coco(tmp_path)}",))


@pytest.mark.slow
def test_four_frames_are_learnt_by_heart(one_thread, tiny_detector, frames, tmp_path, quiet):
    last = "stages.frames.augmentation.all"
    changes = {
        "network.trunk": [16, 16, 32, 32],
        f"{last}.2.overlaps": [None], f"{last}.3.probability": 0.0,
        f"{last}.0.brightness": 0, f"{last}.0.contrast": [1, 1],
        f"{last}.0.saturation": [1, 1], f"{last}.0.hue": 0,
        "stages.frames.sampler.batch": 4, "stages.frames.length": {"steps": 200},
        "stages.frames.checkpoint_every": 200,
        "stages.frames.optimisers.all.rate": 0.004,
    }  # fmt: skip
    result = train(tiny_detector("ssd.small", **changes), tmp_path, quiet, one_thread, data=frames)
    detector = open_detector(f"ssd={result.folder}", CPU)
    for number in range(4):
        seen = detector.detect(picture_of(number))
        sure = seen.only(seen.scores > 0.5)
        boxes = np.array(people_of(number), np.float64)
        assert len(sure) == len(boxes)
        corners = sure.boxes.copy()
        corners[:, 2:] += corners[:, :2]
        overlaps = box_overlaps(corners, boxes, np.zeros(len(boxes), np.bool_))
        assert (overlaps.max(0) > 0.7).all()
