"""Normalisation and erasing, against torchvision and the official fill."""

import numpy as np
import torch
from PIL import Image

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones._training.augmentation import Augmentation, drawn_for
from probe.backbones._training.augmentations.numbers import Normalise
from probe.backbones._training.augmentations.shipped import STEPS

MEAN, STD = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)

BASELINE = Augmentation(
    tuple(
        STEPS[step["step"]].model_validate(step)
        for step in [
            {"step": "resize", "size": [256, 128], "fit": "stretch", "interpolation": "bilinear"},
            {"step": "flip", "probability": 0.5},
            {"step": "padded_crop", "border": 10, "fill": [0, 0, 0]},
            {"step": "normalise", "mean": MEAN, "std": STD},
            {"step": "erase", "probability": 1.0, "area": [0.02, 0.4], "aspect": 0.3, "fill": MEAN},
        ]
    )
)


def grey(height=64, width=32, value=100):
    return np.full((height, width, 3), value, np.uint8)


def test_the_strong_baseline_erases_with_a_pixel_that_is_not_the_mean():
    found = BASELINE.apply(grey(), drawn_for(1, 0, (0, 0)))
    assert found.shape == (3, 256, 128)
    assert found.dtype == np.float32
    pixels = (found * np.array(STD)[:, None, None] + np.array(MEAN)[:, None, None]) * 255
    erased = pixels[:, np.isclose(found[0], 0.485)]
    assert erased.shape[1] > 0.01 * 256 * 128
    np.testing.assert_allclose(erased[:, 0], [152, 142, 127], atol=0.6)
    assert np.isclose(found[0], -0.485 / 0.229, atol=1e-4).any(), "the padding is black"


def test_normalisation_equals_torchvision():
    allow_torchvision()
    from torchvision.transforms import functional

    picture = np.random.default_rng(0).integers(0, 256, (8, 4, 3), np.uint8)
    step = Normalise(step="normalise", mean=MEAN, std=STD)
    want = functional.normalize(functional.to_tensor(Image.fromarray(picture)), MEAN, STD)
    found = step.numbers(picture.astype(np.float32), drawn_for(0, 0, ()))
    torch.testing.assert_close(torch.from_numpy(found).permute(2, 0, 1), want, atol=2e-6, rtol=1e-5)
