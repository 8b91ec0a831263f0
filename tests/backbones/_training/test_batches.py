"""Batches: pictures, masks and joints moved by the same draws; styled copies; roles."""

import json

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._training.augmentation import Augmentation
from probe.backbones._training.augmentations.shipped import STEPS
from probe.backbones._training.batches import TrainingPictures, epoch_batches, loaded
from probe.backbones._training.picture_table import read_table
from probe.backbones._training.samplers.pairs import Pairs
from probe.backbones._training.samplers.shuffled import Shuffled
from probe.backbones._training.samplers.styled import Styled
from probe.backbones._training.table import table_of
from probe.errors import PictureError, PictureSourceError

MOVING = [
    {"step": "resized_crop", "size": [48, 24], "area": [0.5, 1.0], "aspect": [0.4, 0.6],
     "interpolation": "bilinear"},
    {"step": "flip", "probability": 0.5},
    {"step": "padded_crop", "border": 4, "fill": [0, 0, 0]},
    {"step": "normalise", "mean": [0, 0, 0], "std": [1, 1, 1]},
]  # fmt: skip
LETTERBOX = [
    {"step": "resize", "size": [40, 40], "fit": "letterbox", "interpolation": "bilinear"},
    {"step": "normalise", "mean": [0, 0, 0], "std": [1, 1, 1]},
]


def augmentation(steps):
    return Augmentation(tuple(STEPS[step["step"]].model_validate(step) for step in steps))


@pytest.fixture
def marked(tmp_path):
    """A CSV of pictures with one white square, whose mask is the square and joint its centre."""
    lines = ["path,person,camera,mask,keypoints,styled"]
    drawn = np.random.default_rng(0)
    for at in range(6):
        left, top = (int(value) for value in drawn.integers(8, (20, 50)))
        pixels = np.zeros((64, 32, 3), np.uint8)
        pixels[top : top + 6, left : left + 6] = 255
        Image.fromarray(pixels).save(tmp_path / f"{at}.png")
        Image.fromarray(pixels[..., 0]).save(tmp_path / f"{at}.mask.png")
        Image.fromarray(pixels // 2).save(tmp_path / f"{at}.styled.png")
        (tmp_path / f"{at}.json").write_text(json.dumps([[left + 2.5, top + 2.5], None]))
        row = f"{at}.png,{at // 2},{at % 2},{at}.mask.png,{at}.json,{at}.styled.png"
        lines.append(row)
    path = tmp_path / "people.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def batch_of(path, sampler, steps, load=(), views=1, workers=0):
    table = table_of(read_table(path, "table", target=False))
    roles = {"all": augmentation(steps)}
    pictures = TrainingPictures(table, roles, views, seed=3, load=load)
    batches = epoch_batches(pictures, sampler, 0)
    return next(loaded(pictures, batches, 0, workers)).only


@pytest.mark.parametrize("steps", [MOVING, LETTERBOX])
def test_mask_and_joints_move_with_the_picture(marked, steps):
    batch = batch_of(
        marked, Shuffled(kind="shuffled", batch=6), steps, ("mask", "keypoints"), views=4
    )
    height, width = batch.views.shape[-2:]
    assert batch.masks.shape == (4, 6, 1, height, width)
    rows, columns = np.mgrid[:height, :width]
    checked = 0
    for views, masks, joints in zip(batch.views, batch.masks, batch.keypoints, strict=True):
        for picture, mask, joint in zip(views[:, 0], masks[:, 0], joints, strict=True):
            shown = mask.numpy() > 0.5
            if steps is LETTERBOX:
                picture = torch.where(mask > 0.5, picture, torch.zeros(()))
            if shown.sum() < 16 or joint[0, 2] == 0:
                continue
            bright = picture.numpy() > 0.5
            assert (bright & shown).sum() / (bright | shown).sum() > 0.5
            centre = columns[shown].mean(), rows[shown].mean()
            np.testing.assert_allclose(joint[0, :2], centre, atol=2.5)
            checked += 1
    assert checked >= 6
    assert (batch.keypoints[..., 1, 2] == 0).all(), "a joint that is not seen stays so"


def test_pictures_of_a_pair_may_share_their_draws(marked):
    path = marked.parent / "same.csv"
    path.write_text("path,person,camera\n" + "0.png,0,0\n0.png,0,1\n1.png,1,0\n1.png,1,1\n")
    for shared in (True, False):
        sampler = Pairs(kind="pairs", anchors=4, negatives=1, shared_draws=shared)
        batch = batch_of(path, sampler, MOVING)
        same = batch.labels[0::2] == batch.labels[1::2]
        first, second = batch.pictures[0::2][same], batch.pictures[1::2][same]
        equal = [torch.equal(a, b) for a, b in zip(first, second, strict=True)]
        assert all(equal) == shared


def test_styled_copies_are_loaded_after_their_picture(marked):
    batch = batch_of(marked, Styled(kind="styled", pictures=3), LETTERBOX)
    assert batch.copies.tolist() == [0, 1] * 3
    brightest = batch.pictures[:, 0].amax((1, 2))
    assert (brightest[0::2] > 0.9).all()
    assert (brightest[1::2] < 0.55).all()


def test_workers_load_the_same(marked):
    sampler = Shuffled(kind="shuffled", batch=6)
    here, there = (batch_of(marked, sampler, MOVING, ("mask",), 2, n) for n in (0, 2))
    assert torch.equal(here.views, there.views)
    assert torch.equal(here.masks, there.masks)
    assert torch.equal(here.rows, there.rows)


def test_what_is_missing_is_named(marked):
    path = marked.parent / "bare.csv"
    path.write_text("path,person,camera\n0.png,0,0\n")
    one = Shuffled(kind="shuffled", batch=1)
    for what in ("mask", "keypoints"):
        with pytest.raises(PictureError, match=f"has no {what}"):
            batch_of(path, one, LETTERBOX, (what,))
    (marked.parent / "0.json").write_text("[[1, 2, 3, 4]]")
    (marked.parent / "0.json").write_text('["a"]')
    with pytest.raises(PictureError, match="no keypoints can be read"):
        batch_of(marked, Shuffled(kind="shuffled", batch=6), LETTERBOX, ("keypoints",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,person\n0.png,0\n", "'camera'"),
        ("path,person,camera\n0.png,x,0\n", "not a table"),
        ("path,person,camera\n", "no training picture"),
    ],
)
def test_tables_that_are_none_are_refused(tmp_path, text, message):
    path = tmp_path / "people.csv"
    path.write_text(text)
    with pytest.raises(PictureSourceError, match=message):
        table_of(read_table(path, "table", target=False))
    with pytest.raises(PictureSourceError, match="cannot be read"):
        read_table(tmp_path / "nothing.csv", "table", target=False)
