"""Normalisation and erasing, against torchvision and the official fill."""

import numpy as np
import torch
from PIL import Image

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones._training.augmentation import Augmentation, drawn_for
from probe.backbones._training.augmentations.numbers import Erase, Normalise
from probe.backbones._training.augmentations.shipped import STEPS
from probe.backbones._training.recipe_file import load_recipe

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


class Recorded:
    """A generator that gives recorded draws, and refuses another order of kinds."""

    def __init__(self, draws, kinds):
        self.left = list(zip(draws, kinds, strict=True))

    def _next(self, kind):
        value, recorded = self.left.pop(0)
        assert recorded == kind
        return value

    def random(self):
        return self._next("u")

    def uniform(self, low, high):
        return self._next("u")

    def integers(self, high):
        return int(self._next("i"))


def test_erasing_is_the_official_one(parity):
    data = parity("bot_random_erasing")
    cases = sorted({name.split(".")[0] for name in data if name.endswith(".draws")})
    step = load_recipe("ibn.baseline").stages[0].augmentation["all"][-1]
    assert isinstance(step, Erase)
    erased = 0
    for case in cases:
        drawn = Recorded(data[f"{case}.draws"].tolist(), str(data[f"{case}.kinds"]))
        depth, height, width = data[f"{case}.size"].tolist()
        picture = np.zeros((height, width, depth), np.float32)
        found = step.numbers(picture, drawn)
        assert not drawn.left
        top, left, tall, wide = data[f"{case}.top_left_height_width"].tolist()
        expected = np.zeros_like(picture)
        if tall > 0:
            erased += 1
            expected[top : top + tall, left : left + wide] = data[f"{case}.fill"]
        np.testing.assert_allclose(found, expected)
    assert erased > 5
