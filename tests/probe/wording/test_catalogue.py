import pytest

from probe.errors import UsageError, WordingError
from probe.wording import Message, Translated, Wording, languages, wording_of

BASE = """
list-comma = { $first }, { $second }
list-and = { $first } and { $second }
list-or = { $first } or { $second }
range = { $first } to { $second }
"""


def words(catalogue, language="en"):
    return Wording(language, BASE + catalogue)


def test_english_is_there_and_an_unknown_language_names_those_that_are():
    assert "en" in languages()
    assert wording_of("en") is wording_of("en")
    with pytest.raises(UsageError, match="valid names: en"):
        wording_of("tlh")


def test_a_second_language_is_a_second_file():
    german = words(
        "number-point = ,\nnumber-group = .\nnumber-leading-zero = 0\n"
        "list-und = { $first } und { $second }\n"
        'kept = { LIST($who, word: "und") }: { UNIT($x) }, { COUNT($n) } { $n ->\n'
        "    [one] Mensch\n   *[other] Menschen\n}",
        "de",
    )
    text = german.text("kept", who=["a", "b", "c"], x=0.5, n=1234)
    assert text == "a, b und c: 0,50, 1.234 Menschen"
    assert german.numbers.decimal(2.5) == "2,5"


def test_nested_messages_lists_and_texts_by_language_are_rendered_first():
    inner = Message("inner", {"x": 0.145})
    catalogue = words("inner = { PERCENT($x) }\nouter = { LIST($parts) } at { LOWERED($place) }")
    place = Translated({"en": "Distance", "ja": "距離"})
    assert catalogue.text("outer", parts=(inner, inner), place=place) == (
        "15\u00a0% and 15\u00a0% at distance"
    )


def test_texts_of_older_runs_are_shown_as_they_are():
    assert wording_of().either("as it was") == "as it was"
    message = Message("versus-pairs", {"pairs": 1})
    assert wording_of().either(message) == "1 pair"
    assert wording_of().stored("as it was") == "as it was"
    assert wording_of().stored("") == ""
    assert wording_of().stored(message.data()) == "1 pair"
    assert wording_of().stored(message.json()) == "1 pair"
    with pytest.raises(WordingError):
        wording_of().stored(None)
