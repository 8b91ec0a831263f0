"""What of a card decides a vector, and what only describes it."""

import dataclasses

import pytest

from probe.contracts import BackboneCard
from probe.wording import Message
from probe.wording.spoken import speaking

CARD = BackboneCard("osnet", tag="msmt17", options={"last_stride": 1})


def test_a_card_is_named_after_architecture_and_weights():
    assert CARD.name == "osnet.msmt17"
    assert CARD.with_changes(tag="").name == "osnet"


@pytest.mark.parametrize(
    "words", [{"summary": "x"}, {"licence": "x"}, {"tag": "x"}, {"score_range": None}]
)
def test_words_do_not_change_the_digest(words):
    assert CARD.with_changes(**words).digest() == CARD.digest()


def test_a_feature_counts_by_its_english_words():
    told = CARD.with_changes(feature=Message("card-feature-trunk"))
    written = CARD.with_changes(feature="global average of the trunk, which has no neck")
    assert told.digest() == written.digest() != CARD.digest()
    with speaking("ja"):
        assert told.digest() == written.digest()


@pytest.mark.parametrize(
    "change",
    [
        {"input_size": (128, 64)},
        {"mean": (0.5, 0.5, 0.5)},
        {"channels": "BGR"},
        {"sha256": "ab" * 32},
        {"options": {"last_stride": 2}},
    ],
)
def test_what_decides_a_vector_changes_the_digest(change):
    assert CARD.with_changes(**change).digest() != CARD.digest()


def test_a_card_stays_as_it_is():
    with pytest.raises(dataclasses.FrozenInstanceError):
        CARD.tag = "other"
