"""Planted backbones whose truth is known."""

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard

SIZE = (32, 16)


class Planted(Backbone):
    """A backbone made of a function of one picture in 0..1."""

    def __init__(self, function, size=SIZE):
        self.card = BackboneCard(architecture="planted", input_size=size, needs_weights=False)
        self._function = function

    def embed(self, images):
        return np.stack([self._function(each / 255.0) for each in images]).astype(np.float32)


@pytest.fixture
def planted():
    return Planted
