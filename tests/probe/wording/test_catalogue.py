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
        wording_of("ja")


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


def test_strings_of_strangers_are_never_read_as_fluent():
    nasty = '{ COUNT($x) } { "a" }\n-term = x\n\u2068'
    assert words("a = <{ $x }>").text("a", x=nasty) == f"<{nasty}>"
    long = "x" * 10_000
    assert words("a = <{ $x }>").text("a", x=long) == f"<{long}>"
    assert words("a = { JOIN($x) }").text("a", x=(long, long)) == f"{long} {long}"


@pytest.mark.parametrize(
    ("catalogue", "values"),
    [
        ("a = { $x }", {}),
        ("a = { $x }", {"x": 1}),
        ("a = { $x }", {"x": 0.5}),
        ("a = { $x }", {"x": None}),
        ("a = { $x }", {"x": ("a", "b")}),
        ("a = { other }", {"x": 1}),
        ("a = { NOFUNCTION($x) }", {"x": 1}),
        ("a = { UNIT($x) }", {"x": "text"}),
        ("a = { LIST($x) }", {"x": ()}),
        ("b = { $x }", {"x": "text"}),
    ],
)
def test_what_cannot_be_said_is_an_error_and_no_gap_in_the_page(catalogue, values):
    with pytest.raises(WordingError):
        words(catalogue).text("a", **values)


@pytest.mark.parametrize("catalogue", ["a = 1\na = 2", "a = { $x", "a = { $x -> [b] c }", "- = 3"])
def test_a_catalogue_that_cannot_be_read_says_where(catalogue):
    with pytest.raises(WordingError, match=r"en\.ftl"):
        words(catalogue).text("a")


def test_a_line_break_in_the_file_is_a_space():
    assert words("a =\n    One\n    two { $x }\n    three.").text("a", x="x") == "One two x three."


def test_figures_that_are_not_known_can_be_chosen_by():
    catalogue = words("a = { $x ->\n    [no-value] nothing\n   *[other] { UNIT($x) }\n }")
    assert catalogue.text("a", x=None) == "nothing"
    assert catalogue.text("a", x=0.5) == ".50"


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
