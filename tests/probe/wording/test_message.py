import math

import numpy as np
import pytest

from probe.errors import WordingError
from probe.wording import Message, Translated
from probe.wording.message import message_from, message_from_json

WHOLE = Message(
    "list-and",
    {
        "first": Message("people", {"count": 8}),
        "parts": ("a", 1, 0.5, None, True, Translated({"en": "turn", "ja": "向き"})),
    },
)


def test_a_message_comes_back_from_json_as_it_was():
    assert message_from_json(WHOLE.json()) == WHOLE
    assert message_from(WHOLE.data()) == WHOLE
    assert len({WHOLE, message_from(WHOLE.data())}) == 1


def test_values_of_numpy_become_plain_and_what_is_not_known_becomes_none():
    values = {
        "a": np.int64(3),
        "b": np.float64(0.5),
        "c": math.nan,
        "d": [1, np.inf],
    }
    assert Message("x", values).values == {"a": 3, "b": 0.5, "c": None, "d": (1, None)}


@pytest.mark.parametrize("key", ["", "A", "with space", "a_b", "a--b", "1", "a\n", "{ $x }"])
def test_ids_of_another_form_are_refused(key):
    with pytest.raises(WordingError, match="no id"):
        Message(key)


@pytest.mark.parametrize("values", [{"A": 1}, {"a b": 1}, {"a": object()}, {"a": {"b": 1}}])
def test_values_of_another_form_are_refused(values):
    with pytest.raises(WordingError):
        Message("x", values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"people"',
        '{"id": "people"}',
        '{"id": "people", "values": []}',
        '{"id": 3, "values": {}}',
        '{"id": "people", "values": {}, "more": 1}',
        '{"id": "people", "values": {"a": {"b": 1}}}',
        '{"id": "people", "values": {"a": {"texts": {"en": 3}}}}',
        '{"id": "x", "values": {"a": ' + "[" * 40 + "]" * 40 + "}}",
        "[" * 100_000,
    ],
)
def test_what_is_no_message_is_refused(text):
    with pytest.raises(WordingError):
        message_from_json(text)


def test_a_text_by_language_falls_back_to_english_and_then_to_any():
    assert Translated({"en": "turn", "ja": "向き"}).language("ja") == "向き"
    assert Translated({"en": "turn"}).language("ja") == "turn"
    assert Translated({"ja": "向き"}).language("en") == "向き"
