"""Crops brought to a size, as torchvision draws them."""

import numpy as np
import torch

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.sizing import ResizedCrop


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
