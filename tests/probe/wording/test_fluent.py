"""A catalogue compiled: what its sentences take, what they refuse, and texts at any length."""

import pytest
from fluent.syntax import FluentParser, ast

from probe.errors import WordingError
from probe.wording.catalogue import FOLDER, languages
from probe.wording.fluent import Bundle
from probe.wording.message import Message, Translated

BASE = """
list-comma = { $first }, { $second }
list-and = { $first } and { $second }
list-or = { $first } or { $second }
range = { $first } to { $second }
"""


def bundle(catalogue, language="en"):
    return Bundle(language, BASE + catalogue)


def render(catalogue, **values):
    return bundle(catalogue).render("a", values)


def test_strings_of_strangers_are_never_read_as_fluent():
    nasty = '{ COUNT($x) } { "a" }\n-term = x\n\u2068'
    assert render("a = <{ $x }>", x=nasty) == f"<{nasty}>"
    long = "x" * 10_000
    assert render("a = <{ $x }>", x=long) == f"<{long}>"
    assert render("a = { JOIN($x) }", x=(long, long)) == f"{long} {long}"


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
        render(catalogue, **values)


@pytest.mark.parametrize("catalogue", ["a = 1\na = 2", "a = { $x", "a = { $x -> [b] c }", "- = 3"])
def test_a_catalogue_that_cannot_be_read_says_where(catalogue):
    with pytest.raises(WordingError, match=r"en\.ftl"):
        render(catalogue, x="b")


def test_comments_blank_lines_and_what_stands_after_a_message_are_no_part_of_others():
    catalogue = bundle(
        "# of a\na = {\n    $n ->\n        [one] one\n\n       *[other] more\n}\n\n"
        "## Others\n-t = T\nb = { -t } { a }\n"
    )
    assert catalogue.render("b", {"n": 2}) == "T more"
    assert catalogue.render("a", {"n": 1}) == "one"


@pytest.mark.parametrize("language", languages())
def test_messages_read_one_by_one_are_those_of_the_whole_file(language):
    text = (FOLDER / f"{language}.ftl").read_text("utf-8")
    whole = FluentParser(with_spans=False).parse(text).body
    expected = {e.id.name: e for e in whole if isinstance(e, ast.Message)}
    one_by_one = Bundle(language, text)
    assert one_by_one.ids == expected.keys()
    for name in one_by_one.ids:
        (message,) = FluentParser(with_spans=False).parse(one_by_one._fluent._texts[name]).body
        assert message.equals(expected[name], ignored_fields=["comment"])


def test_a_line_break_in_the_file_is_a_space():
    assert render("a =\n    One\n    two { $x }\n    three.", x="x") == "One two x three."


def test_figures_that_are_not_known_can_be_chosen_by():
    catalogue = bundle("a = { $x ->\n    [no-value] nothing\n   *[other] { UNIT($x) }\n }")
    assert catalogue.render("a", {"x": None}) == "nothing"
    assert catalogue.render("a", {"x": 0.5}) == ".50"


def test_the_ids_are_those_of_its_messages_and_no_term():
    assert bundle("a = 1\n-brand = probe\nb = { -brand }").ids >= {"a", "b", "range"}
    assert not bundle("-brand = probe").ids & {"brand", "-brand"}


def test_a_message_that_is_not_there_says_that_the_run_may_be_newer():
    with pytest.raises(WordingError, match="no words for 'b'\n  the run may be newer"):
        bundle("a = 1").render("b", {})


def test_every_kind_of_value_is_taken_as_what_it_is():
    assert render("a = { $x ->\n    [yes] on\n   *[no] off\n }", x=True) == "on"
    chosen = "a = { $x ->\n    [one] one thing\n   *[other] { COUNT($x) } things\n }"
    assert (render(chosen, x=1), render(chosen, x=2000)) == ("one thing", "2,000 things")
    nested = "inner = { COUNT($n) }\na = <{ $x }>"
    assert render(nested, x=Message("inner", {"n": 4})) == "<4>"
    assert render("a = { $x }", x=Translated({"en": "wall", "ja": "壁"})) == "wall"
    assert (
        bundle("a = { $x }", "ja").render("a", {"x": Translated({"en": "wall", "ja": "壁"})})
        == "壁"
    )


def test_what_names_no_score_speaks_of_cosines():
    catalogue = "a = { $score ->\n    [cosine] cosine\n   *[other] { $score }\n }"
    assert render(catalogue) == "cosine"
    assert render(catalogue, score="logit") == "logit"


def test_numbers_are_printed_as_the_file_says():
    german = bundle("number-point = ,\na = { DECIMAL($x) }")
    assert german.render("a", {"x": 2.5}) == german.numbers.decimal(2.5) == "2,5"
    assert render("a = { DECIMAL($x) }", x=2.5) == "2.5"
