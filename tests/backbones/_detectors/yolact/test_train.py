"""From frames to a detector and a masker: trained, resumed, opened, and learnt by heart."""

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._detectors.yolact.train import TRAINED
from probe.backbones._training.training import train
from probe.cli import main
from probe.contracts import Runtime
from probe.errors import CheckpointError, FramesError, UsageError
from probe.files.strict_yaml import load_yaml
from probe.frames.average_precision import (
    FrameOverlaps,
    average_precision,
    box_overlaps,
    mask_overlaps,
)
from probe.frames.detecting import open_detector
from probe.masking.opening import open_masker
from tests.probe.frames.annotated.drawn_set import (
    mask_of,
    people_of,
    picture_of,
    write_coco,
    write_penn_fudan,
)

CPU = Runtime(device="cpu", threads=1)


def test_what_recipes_can_name():
    assert (set(TRAINED.networks), set(TRAINED.objectives)) == ({"yolact"}, {"instances"})


def test_killed_and_resumed_is_never_killed_and_opens(
    one_thread, killed, tiny_detector, frames, tmp_path, quiet
):
    recipe, (killed_error, kills_after) = tiny_detector("yolact.small"), killed
    whole = train(recipe, tmp_path / "whole", quiet, one_thread, data=frames)
    with pytest.raises(killed_error):
        train(recipe, tmp_path / "cut", kills_after(2), one_thread, data=frames)
    with pytest.raises(CheckpointError, match=r"no weights\.safetensors"):
        open_detector(f"yolact={tmp_path / 'cut'}", CPU)
    again = train(recipe, tmp_path / "cut", quiet, one_thread, data=frames, resume=True)
    assert again.sha256 == whole.sha256
    assert (whole.detector, whole.draws) == ("yolact", False)
    card = load_yaml(whole.card).data
    assert (card["network"], card["architecture"]) == ("detector", "yolact")
    for given in (whole.folder, whole.weights):
        people = open_detector(f"yolact={given}", CPU).detect(picture_of(0))
        assert people.masks.shape[1:] == (48, 80)
    assert open_masker(f"yolact={whole.folder}", CPU).name == "yolact"


@pytest.mark.slow
def test_four_frames_are_learnt_by_heart(one_thread, tiny_detector, frames, tmp_path, quiet):
    """Boxes, classes and masks of frames that were trained on."""
    last = "stages.frames.augmentation.all"
    changes = {
        "network.trunk": [16, 16, 32, 32], "network.heads": 32,
        f"{last}.2.overlaps": [None], f"{last}.3.probability": 0.0,
        f"{last}.0.brightness": 0, f"{last}.0.contrast": [1, 1],
        f"{last}.0.saturation": [1, 1], f"{last}.0.hue": 0,
        "stages.frames.sampler.batch": 4, "stages.frames.length": {"steps": 250},
        "stages.frames.checkpoint_every": 250,
        "stages.frames.optimisers.all.rate": 0.004,
    }  # fmt: skip
    recipe = tiny_detector("yolact.small", **changes)
    result = train(recipe, tmp_path, quiet, one_thread, data=frames)
    detector, by_box, by_mask = open_detector(f"yolact={result.folder}", CPU), [], []
    for number in range(4):
        seen = detector.detect(picture_of(number))
        boxes = np.array(people_of(number), np.float64)
        nobody = np.zeros(len(boxes), np.bool_)
        masks = np.stack([mask_of(number) == value for value in range(1, len(boxes) + 1)])
        corners = np.concatenate([seen.boxes[:, :2], seen.boxes[:, :2] + seen.boxes[:, 2:]], 1)
        overlaps = box_overlaps(corners, boxes, nobody), mask_overlaps(seen.masks, masks, nobody)
        by_box.append(FrameOverlaps(seen.scores, overlaps[0], nobody))
        by_mask.append(FrameOverlaps(seen.scores, overlaps[1], nobody))
    assert average_precision(by_box).at_half > 0.9
    assert average_precision(by_mask).at_half > 0.9


def test_the_command_line_trains_and_says_what_comes_next(tiny_detector, frames, tmp_path, capsys):
    from probe.backbones._training.training import recipe_text

    file = tmp_path / "tiny.yaml"
    file.write_text(recipe_text(tiny_detector("yolact.small")))
    before = torch.get_num_threads()
    try:
        code = main(
            ["train", str(file), "--data", frames[0], "--out", str(tmp_path / "t"),
             "--device", "cpu", "--threads", "1", "--set", "stages.frames.length.steps=2"]
        )  # fmt: skip
    finally:
        torch.set_num_threads(before)
    out = capsys.readouterr()
    assert code == 0
    assert f"probe crop FRAMES --out DIR --detector yolact={tmp_path / 't'}" in out.out
    assert "4 frames in which 6 are marked, 6 with a mask" in out.out + out.err


def test_frames_that_cannot_be_learnt_from(one_thread, tiny_detector, tmp_path, quiet):
    recipe = tiny_detector("yolact.small", **{"data.people_only": False})
    with pytest.raises(UsageError, match="shows something of class 1"):
        train(recipe, tmp_path / "t", quiet, one_thread, data=(f"coco={write_coco(tmp_path)}",))
    folder = write_penn_fudan(tmp_path / "set")
    Image.new("L", (7, 9)).save(folder / "PedMasks" / "FudanPed00002_mask.png")
    with pytest.raises(FramesError, match="mask has 9x7"):
        train(tiny_detector("yolact.small"), tmp_path / "t", quiet, one_thread,
              data=(f"penn_fudan={folder}",))  # fmt: skip


def test_a_checkpoint_of_another_variant(one_thread, tiny_detector, frames, tmp_path, quiet):
    ended = tiny_detector("yolact.small", **{"stages.frames.length": {"steps": 1}})
    train(ended, tmp_path, quiet, one_thread, data=frames)
    wider = tiny_detector("yolact.small", **{"network.heads": 24})
    with pytest.raises(CheckpointError, match="begun with another recipe") as caught:
        train(wider, tmp_path, quiet, one_thread, data=frames, resume=True)
    assert "recipe.yaml" in caught.value.hint
