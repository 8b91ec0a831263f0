"""Colours and sharpness, and how often a step acts."""

import numpy as np
from PIL import Image

from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.colours import Blur, Greyscale
from probe.backbones._training.augmentations.moving import Flip
from probe.backbones._training.augmentations.numbers import Erase
from probe.backbones._training.augmentations.step import Sample


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


def test_blur_smooths():
    noise = np.random.default_rng(0).integers(0, 256, (64, 32, 3), np.uint8)
    step = Blur(step="blur", probability=1.0, sigma=(2.0, 2.0))
    assert (
        np.asarray(step.picture(Image.fromarray(noise), drawn_for(0, 0, ()))).std()
        < noise.std() / 2
    )
