"""StarGAN is no backbone, and says what it is."""

import pytest

from probe.backbones.stargan import spec
from probe.contracts import BackboneCard, Runtime
from probe.errors import BackboneError


def test_nothing_can_be_compared_with_it():
    assert spec.cards == ()
    card = BackboneCard("stargan", input_size=(64, 32), dimension=1)
    with pytest.raises(BackboneError, match="has no vectors") as caught:
        spec.load(card, None, Runtime())
    assert "probe generate" in caught.value.hint
