"""Anybody's object is adapted once, and what it declares is checked."""

from pathlib import Path

import numpy as np
import pytest

from probe.contracts import Backbone, BackboneCard, PairScorer, Reporter, VectorPart
from probe.embedding.loaded import ModelKey, ready, under_contract
from probe.errors import BackboneError
from probe.wording import Message, wording_of

in_words = wording_of().stored

CARD = BackboneCard("mean", input_size=(4, 2), needs_weights=False, dimension=3)
KEY = ModelKey("ab")
PICTURES = np.arange(24, dtype=np.uint8).reshape(1, 4, 2, 3)


class Plain:
    """Somebody's class: no base of ours."""

    card = CARD

    def embed(self, images):
        return images.reshape(len(images), -1, 3).mean(1).astype(np.float32)


class PlainScorer:
    card = CARD

    def score(self, first, second):
        return (first == second).mean((1, 2, 3)).astype(np.float32)


def test_an_object_with_card_and_embed_is_a_backbone():
    model = under_contract(Plain(), "plain")
    assert isinstance(model, Backbone)
    assert (model.precision, model.batch, model.notes) == ("float32", 32, ())
    assert model.engine == f"code of {__name__}"  # nobody knows what it computes with
    assert np.array_equal(model.embed(PICTURES), Plain().embed(PICTURES))
    assert model.attend(PICTURES, PICTURES) is None
    assert model.scrambled() is None


def test_what_it_declares_is_used():
    class Declares(Plain):
        batch = 5
        engine = "mine"
        notes = ("slow",)
        precision = "bfloat16"
        parts = (VectorPart("all", 3),)
        files = (Path("a.bin"),)

        def attend(self, first, second):
            return "evidence"

        def attend_points(self, first, second):
            return "points"

        def scrambled(self, seed):
            return Plain()

    model = under_contract(Declares(), "declares")
    assert (model.batch, model.engine, model.notes) == (5, "mine", ("slow",))
    assert (model.precision, model.parts[0].name, model.files) == (
        "bfloat16", "all", (Path("a.bin"),),
    )  # fmt: skip
    assert model.attend(PICTURES, PICTURES) == "evidence"
    assert model.attend_points(PICTURES[0], PICTURES[0]) == "points"
    assert isinstance(model.scrambled(), Backbone)


def test_an_object_with_card_and_score_is_a_pair_scorer():
    model = under_contract(PlainScorer(), "scorer")
    assert isinstance(model, PairScorer)
    assert model.prepare(PICTURES) is PICTURES
    assert model.score(PICTURES, PICTURES).tolist() == [1.0]
    assert not model.symmetric


def test_a_pair_scorer_may_declare_a_tower_and_symmetry():
    class Towers(PlainScorer):
        symmetric = True

        def prepare(self, pictures):
            return pictures[:, :1]

    model = under_contract(Towers(), "towers")
    assert model.symmetric
    assert model.prepare(PICTURES).shape == (1, 1, 2, 3)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"card": "mean"}, "card is a str, not a BackboneCard"),
        ({"batch": 0}, "batch is 0"),
        ({"batch": "32"}, "batch is '32'"),
        ({"precision": "float16"}, "precision is 'float16', not one of float32, bfloat16"),
        ({"engine": 3}, "engine is a int"),
        ({"notes": "a text"}, "notes is not a tuple"),
        ({"files": ("a.bin",)}, "files is not a tuple of paths"),
        ({"parts": Plain.embed}, "parts is a function, not a tuple of VectorPart"),
        ({"parts": ("upper",)}, "not a tuple of VectorPart"),
        ({"parts": (VectorPart("a", 1), VectorPart("a", 2))}, "two parts have one name"),
        ({"parts": (VectorPart("a", 0),)}, "'a' has no length"),
        ({"parts": (VectorPart("a", 3, top=0.5, bottom=0.5),)}, "outside the picture"),
        ({"parts": (VectorPart("a", 2),)}, "2 values long, its vectors 3"),
        ({"card": BackboneCard("m", score_range=(1, 0))}, "score_range is .1, 0."),
    ],
)
def test_a_wrong_declaration_is_named(changes, words):
    given = Plain()
    vars(given).update(changes)
    with pytest.raises(BackboneError, match=words) as error:
        under_contract(given, "wrong")
    assert error.value.place == "wrong"


@pytest.mark.parametrize(
    ("given", "missing"), [(object(), "card"), (type("Half", (), {"card": CARD})(), "embed")]
)
def test_an_object_that_is_no_model_is_refused(given, missing):
    with pytest.raises(BackboneError, match=f"without {missing}") as error:
        under_contract(given, "mine.models:spec")
    assert error.value.place == "mine.models:spec"


def test_a_model_is_announced_with_its_notes():
    class Told(Reporter):
        def __init__(self):
            self.lines = []

        def step(self, text):
            self.lines.append(wording_of().either(text))

    say = Told()
    loaded = ready("mean", under_contract(Plain(), "mean"), KEY, "letterbox", say)
    assert say.lines[0] == f"backbone mean: code of {__name__}"
    note = (
        "its card says fit: stretch; letterbox is used, as the protocol says. Misses can differ"
        " much: fit: card in the protocol tries the other"
    )
    assert [in_words(one) for one in loaded.notes] == [note]
    assert say.lines[-1] == note
    assert loaded.digest == "ab"
    unknown = ModelKey("", Message("key-no-source", {"module": "mine"}))
    again = ready("mean", under_contract(Plain(), "mean"), unknown, "stretch", Reporter())
    (note,) = again.notes
    assert (
        in_words(note)
        == "nothing it computes is kept between runs: the module mine has no source file"
    )
    assert again.digest == CARD.digest()
