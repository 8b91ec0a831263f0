"""Steps in order, and what their draws depend on."""

import numpy as np

from probe.backbones._training.augmentation import Augmentation, drawn_for
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


def test_a_view_depends_on_seed_epoch_and_place_only():
    picture = np.random.default_rng(0).integers(0, 256, (64, 32, 3), np.uint8)
    first = BASELINE.apply(picture, drawn_for(1, 2, (3, 0)))
    np.testing.assert_array_equal(first, BASELINE.apply(picture, drawn_for(1, 2, (3, 0))))
    for other in (drawn_for(2, 2, (3, 0)), drawn_for(1, 3, (3, 0)), drawn_for(1, 2, (3, 1))):
        assert not np.array_equal(first, BASELINE.apply(picture, other))
