"""Pictures are normalised as the card says."""

import numpy as np
import pytest
import torch

from probe.backbones._torch.preprocess import Normalise
from probe.contracts import BackboneCard


@pytest.mark.parametrize("channels", ["RGB", "BGR"])
@pytest.mark.parametrize(
    ("mean", "std"),
    [
        ((0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
        ((0.0, 0.0, 0.0), (1 / 255, 1 / 255, 1 / 255)),  # raw pixels
    ],
)
def test_values_are_those_of_the_formula(channels, mean, std):
    images = np.random.default_rng(0).integers(0, 256, (2, 5, 4, 3), np.uint8)
    ordered = images if channels == "RGB" else images[..., ::-1]
    wanted = ((ordered / 255 - mean) / std).transpose(0, 3, 1, 2)
    card = BackboneCard("small", input_size=(5, 4), mean=mean, std=std, channels=channels)
    planes = Normalise(card)(torch.from_numpy(images))
    assert planes.dtype == torch.float32
    np.testing.assert_allclose(planes, wanted, rtol=1e-5, atol=1e-6)


def test_the_precision_is_that_of_its_buffers():
    card = BackboneCard("small", input_size=(5, 4))
    assert Normalise(card).double()(torch.zeros(1, 5, 4, 3, dtype=torch.uint8)).dtype == (
        torch.float64
    )
