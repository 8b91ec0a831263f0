"""Titles and levels as values of messages."""

from probe.protocol.factor import Factor, Text
from probe.protocol.labels import condition_value, factors_value, level_value, text_value
from probe.protocol.model import Protocol
from probe.wording import Message, Translated, wording_of

TURN = {"name": "turn", "kind": "circular", "unit": "°", "levels": (0, 90), "standard": 0}
PACK = {
    "name": "pack",
    "levels": ("without", {"value": "with", "label": {"en": "carrying", "de": "mit Last"}}),
    "standard": "without",
}


def protocol(**changed):
    return Protocol(
        **{
            "name": "p",
            "title": "P",
            "question": "Q?",
            "factors": (TURN,),
            "photos": {"pattern": "{subject}_{turn}_{pack}.png"},
        }
        | changed
    )


def test_a_text_is_plain_where_english_is_all_there_is():
    assert text_value(Text(by_language={"en": "far"})) == "far"
    both = text_value(Text(by_language={"en": "far", "de": "fern"}))
    assert isinstance(both, Translated)


def test_a_level_is_its_label_or_its_value_with_the_unit():
    assert level_value(Factor(**TURN), "90") == "90°"
    assert isinstance(level_value(Factor(**PACK), "with"), Translated)


def test_a_condition_names_every_level_and_its_series():
    one = protocol(series=PACK)
    condition = next(c for c in one.conditions if (c.levels, c.series) == (("90",), "with"))
    shown = condition_value(one, condition)
    assert isinstance(shown, Message)
    assert wording_of()(shown) == one.label(condition) == "90°, carrying"
    assert condition_value(one, condition, series=False) == "90°"


def test_factors_are_named_within_a_sentence():
    factors = [Factor(**TURN), Factor(**PACK)]
    assert wording_of()(factors_value(factors[:1])) == "turn"
    assert wording_of()(factors_value(factors)) == "turn and pack"
