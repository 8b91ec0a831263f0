"""Augmentation: official fill values, orders and shares."""

import numpy as np
import pytest
import torch
from PIL import Image

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.backbones._training.augmentation import Augmentation, drawn_for
from probe.backbones._training.augmentations.colours import Blur, Greyscale
from probe.backbones._training.augmentations.moving import Flip, PaddedCrop
from probe.backbones._training.augmentations.numbers import Erase, Normalise
from probe.backbones._training.augmentations.shipped import STEPS
from probe.backbones._training.augmentations.sizing import ResizedCrop
from probe.backbones._training.augmentations.step import Sample

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


def test_a_view_depends_on_seed_epoch_and_place_only():
    picture = np.random.default_rng(0).integers(0, 256, (64, 32, 3), np.uint8)
    first = BASELINE.apply(picture, drawn_for(1, 2, (3, 0)))
    np.testing.assert_array_equal(first, BASELINE.apply(picture, drawn_for(1, 2, (3, 0))))
    for other in (drawn_for(2, 2, (3, 0)), drawn_for(1, 3, (3, 0)), drawn_for(1, 2, (3, 1))):
        assert not np.array_equal(first, BASELINE.apply(picture, other))


def test_normalisation_equals_torchvision():
    allow_torchvision()
    from torchvision.transforms import functional

    picture = np.random.default_rng(0).integers(0, 256, (8, 4, 3), np.uint8)
    step = Normalise(step="normalise", mean=MEAN, std=STD)
    want = functional.normalize(functional.to_tensor(Image.fromarray(picture)), MEAN, STD)
    found = step.numbers(picture.astype(np.float32), drawn_for(0, 0, ()))
    torch.testing.assert_close(torch.from_numpy(found).permute(2, 0, 1), want, atol=2e-6, rtol=1e-5)


def test_shares_of_flip_grey_and_erase():
    picture = Image.fromarray(np.dstack([np.tile(np.arange(32, dtype=np.uint8), (64, 1))] * 3) + 0)
    flips = [
        Flip(step="flip", probability=0.3).apply(Sample(picture), drawn_for(0, 0, (n,))).picture
        for n in range(2000)
    ]
    assert abs(np.mean([np.asarray(f)[0, 0, 0] == 31 for f in flips]) - 0.3) < 0.04
    colour = Image.fromarray(np.dstack([np.full((4, 4), v, np.uint8) for v in (200, 50, 10)]))
    greys = [
        Greyscale(step="greyscale", probability=0.2).picture(colour, drawn_for(1, 0, (n,)))
        for n in range(2000)
    ]
    assert abs(np.mean([len(set(g.getpixel((0, 0)))) == 1 for g in greys]) - 0.2) < 0.04
    erase = Erase(step="erase", probability=0.5, area=(0.02, 0.6), aspect=0.3, fill=(9.0, 9.0, 9.0))
    left = [
        erase.numbers(np.zeros((64, 32, 3), np.float32), drawn_for(2, 0, (n,))) for n in range(1000)
    ]
    shares = np.array([(each[..., 0] == 9).mean() for each in left])
    assert abs((shares > 0).mean() - 0.5) < 0.06
    assert shares.max() <= 0.61
    assert shares[shares > 0].min() > 0.01


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


def test_padding_moves_by_the_border_at_most():
    picture = Image.fromarray(grey(16, 8, 255))
    step = PaddedCrop(step="padded_crop", border=3, fill=(0, 0, 0))
    shares = [
        (np.asarray(step.apply(Sample(picture), drawn_for(0, 0, (n,))).picture) == 255).mean()
        for n in range(200)
    ]
    assert max(shares) == 1
    assert min(shares) == pytest.approx(13 * 5 / (16 * 8))


def test_blur_smooths():
    noise = np.random.default_rng(0).integers(0, 256, (64, 32, 3), np.uint8)
    step = Blur(step="blur", probability=1.0, sigma=(2.0, 2.0))
    assert (
        np.asarray(step.picture(Image.fromarray(noise), drawn_for(0, 0, ()))).std()
        < noise.std() / 2
    )
