"""A backbone that was named is loaded under the contract, alone or as one of several."""

import numpy as np
import pytest

from probe.contracts import (
    Backbone,
    BackboneCard,
    BackboneSpec,
    PairScorer,
    Runtime,
)
from probe.embedding.choice import Choice, CompositeChoice
from probe.embedding.composite import composite_card
from probe.errors import BackboneError


class Grey(Backbone):
    def __init__(self, card):
        self.card = card

    def embed(self, images):
        return images.reshape(len(images), -1)[:, :6].astype(np.float32)


class Alike(PairScorer):
    batch = 4

    def __init__(self, card):
        self.card = card

    def prepare(self, pictures):
        return pictures.reshape(len(pictures), -1)[:, :6].astype(np.float32)

    def score(self, first, second):
        return -np.abs(first - second).sum(axis=1)


class Chance(Grey):
    def embed(self, images):
        return np.random.default_rng().random((len(images), 6), np.float32)


def choice(kind, name):
    card = BackboneCard(name, input_size=(8, 4), needs_weights=False)
    spec = BackboneSpec(cards=(card,), load=lambda card, weights, runtime: kind(card))
    return Choice(spec, card, None)


def together(*members):
    card = composite_card("+".join(m.name for m in members), "", [m.card for m in members])
    return CompositeChoice(members[0].spec, card, None, members)


def test_a_model_is_loaded_with_what_stands_for_it():
    model, key = choice(Grey, "grey").loaded(Runtime())
    assert model.card.name == "grey"
    assert bool(key.digest) != bool(key.reason)


def test_a_model_that_depends_on_chance_is_refused():
    with pytest.raises(BackboneError, match="drawn at random"):
        choice(Chance, "dice").load(Runtime())


def test_several_are_one_vector_after_another():
    model = together(choice(Grey, "grey"), choice(Grey, "again")).load(Runtime())
    pictures = np.random.default_rng(0).integers(0, 256, (3, 8, 4, 3), np.uint8)
    assert model.embed(pictures).shape == (3, 12)


def test_a_pair_scorer_is_no_part_of_a_vector():
    with pytest.raises(BackboneError, match="alike"):
        together(choice(Grey, "grey"), choice(Alike, "alike")).load(Runtime())
