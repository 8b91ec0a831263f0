"""Pictures shifted by up to a border."""

import numpy as np
import pytest
from PIL import Image

from probe.backbones._training.augmentation import drawn_for
from probe.backbones._training.augmentations.moving import PaddedCrop
from probe.backbones._training.augmentations.step import Sample


def grey(height=64, width=32, value=100):
    return np.full((height, width, 3), value, np.uint8)


def test_padding_moves_by_the_border_at_most():
    picture = Image.fromarray(grey(16, 8, 255))
    step = PaddedCrop(step="padded_crop", border=3, fill=(0, 0, 0))
    shares = [
        (np.asarray(step.apply(Sample(picture), drawn_for(0, 0, (n,))).picture) == 255).mean()
        for n in range(200)
    ]
    assert max(shares) == 1
    assert min(shares) == pytest.approx(13 * 5 / (16 * 8))
