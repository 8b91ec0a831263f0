"""What a folder of `backbones` registers, and how it is opened."""

import dataclasses

import pytest

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime

CARD = BackboneCard("toy", needs_weights=False)


class Toy(Backbone):
    """A backbone that remembers how it was opened."""

    def __init__(self, card, weights, runtime):
        self.card, self.given = card, (weights, runtime)

    def embed(self, images):
        return images.mean((1, 2))


def test_a_spec_opens_its_card_with_what_the_user_says(tmp_path):
    spec = BackboneSpec(cards=(CARD,), load=Toy)
    runtime = Runtime("cpu", threads=2)
    toy = spec.load(CARD, tmp_path, runtime)
    assert toy.card is CARD
    assert toy.given == (tmp_path, runtime)
    assert (spec.prefix, spec.from_argument) == ("", None)


def test_a_runtime_leaves_everything_to_the_machine_and_keeps_nothing():
    runtime = Runtime()
    assert (runtime.device, runtime.engine, runtime.precision) == ("auto", "auto", "float32")
    assert runtime.cache is None
    with pytest.raises(dataclasses.FrozenInstanceError):
        runtime.device = "cuda"
