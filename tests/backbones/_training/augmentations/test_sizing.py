"""Crops brought to a size, as torchvision draws them."""

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.sizing import Resize, ResizedCrop
from probe.backbones._training.augmentations.step import Sample
from probe.backbones._training.instances import FrameInstances


def test_resized_crop_draws_as_torchvision_does():
    """The same distribution of area and aspect (other random numbers)."""
    allow_torchvision()
    from torchvision.transforms import RandomResizedCrop

    step = ResizedCrop(
        step="resized_crop", size=(256, 128), area=(0.2, 1.0), aspect=(0.75, 4 / 3),
        interpolation="bilinear",
    )  # fmt: skip
    ours = np.array([step._part(128, 256, drawn_for(0, 0, (n,)))[2:] for n in range(1500)])
    torch.manual_seed(0)
    blank = torch.zeros(3, 256, 128)
    theirs = [RandomResizedCrop.get_params(blank, [0.2, 1.0], [0.75, 4 / 3]) for _ in range(1500)]
    width = np.array([t[3] for t in theirs])
    height = np.array([t[2] for t in theirs])
    for mine, other in ((ours[:, 0], width), (ours[:, 1], height)):
        np.testing.assert_allclose(
            np.quantile(mine, [0.1, 0.5, 0.9]), np.quantile(other, [0.1, 0.5, 0.9]), atol=6
        )


def test_resized_crop_falls_back_to_the_middle():
    step = ResizedCrop(
        step="resized_crop",
        size=(8, 8),
        area=(1.0, 1.0),
        aspect=(1.0, 1.0),
        interpolation="bilinear",
    )
    assert step._part(100, 20, drawn_for(0, 0, ())) == (40, 0, 20, 20)


@pytest.mark.parametrize(
    ("fit", "box"), [("stretch", [4, 2, 12, 6]), ("letterbox", [3, 4.6, 9, 7.8])]
)
def test_resize_takes_instances_along(fit, box):
    """A picture of 40x20 in one of half its sides, or in the middle of a square of 15."""
    boxes, masks = np.array([[8, 4, 24, 12]], np.float32), np.zeros((1, 20, 40), np.uint8)
    masks[0, 4:12, 8:24] = 255
    instances = FrameInstances(boxes, np.zeros(1, np.int64), np.zeros(1, np.bool_), masks)
    size = (10, 20) if fit == "stretch" else (15, 15)
    step = Resize(step="resize", size=size, fit=fit, interpolation="bilinear")
    picture = Image.new("RGB", (40, 20))
    made = step.apply(Sample(picture, instances=instances), drawn_for(0, 0, ())).instances
    np.testing.assert_allclose(made.boxes[0], box, atol=1e-5)
    solid = made.masks[0] >= 128
    rows, columns = np.flatnonzero(solid.any(1)), np.flatnonzero(solid.any(0))
    around = [columns[0], rows[0], columns[-1] + 1, rows[-1] + 1]
    np.testing.assert_allclose(around, made.boxes[0], atol=1)
    nobody = instances.only(np.zeros(1, np.bool_))
    made = step.apply(Sample(picture, instances=nobody), drawn_for(0, 0, ())).instances
    assert made.masks.shape == (0, *size)
