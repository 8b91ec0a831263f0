"""The defaults of a model, and how a subclass declares its own."""

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard, PairScorer, VectorPart, part_slices

CARD = BackboneCard("mean", needs_weights=False)


class Least(Backbone):
    """Only what must be written."""

    card = CARD

    def embed(self, images):
        return images.reshape(len(images), -1, 3).mean(1).astype(np.float32)


class Scorer(PairScorer):
    card = CARD

    def score(self, first, second):
        return -np.abs(first - second).mean((1, 2, 3)).astype(np.float32)


def test_a_backbone_with_a_card_and_embed_has_everything_else():
    model = Least()
    assert (model.precision, model.batch) == ("float32", 32)
    assert model.engine == f"code of {__name__}"
    assert (model.notes, model.parts, model.files) == ((), (), ())
    picture = np.zeros((1, 4, 2, 3), np.uint8)
    assert model.attend(picture, picture) is None
    assert model.attend_points(picture[0], picture[0]) is None
    assert model.scrambled() is None


def test_a_pair_scorer_prepares_nothing_and_takes_both_orders():
    picture = np.zeros((1, 4, 2, 3), np.uint8)
    assert Scorer().prepare(picture) is picture
    assert not Scorer().symmetric


def test_values_may_be_set_in_init_as_class_attribute_or_property():
    class Own(Least):
        batch = 7

        def __init__(self):
            self.card = BackboneCard("own")
            self.precision = "bfloat16"

        @property
        def notes(self):
            return ("a note",)

    model = Own()
    assert (model.card.name, model.batch, model.precision) == ("own", 7, "bfloat16")
    assert model.notes == ("a note",)


def test_a_model_without_a_card_says_so():
    class Bare(Backbone):
        def embed(self, images):
            return images

    with pytest.raises(AttributeError, match="Bare declares no card"):
        Bare().card  # noqa: B018


def test_parts_stand_one_after_another():
    parts = (VectorPart("upper", 3, bottom=0.5), VectorPart("lower", 2, top=0.5))
    assert part_slices(parts) == {"upper": slice(0, 3), "lower": slice(3, 5)}
