"""Blanks beside Latin: the pieces of a sentence are kept apart wherever one is needed."""

import pytest

from probe.errors import WordingError
from probe.wording import wording_of
from probe.wording.fluent import Bundle

SENTENCES = """
list-and = { $first }和{ $second }
here = 在{ $place }的“{ $name }”中
many =
    { $many ->
        [yes] 共{ $place }等
       *[no] 只有{ $place }
    }
again = 又{ here }了
bare = 共{ $n }个
"""


@pytest.fixture
def chinese() -> Bundle:
    return Bundle("zh", SENTENCES)


def test_a_latin_value_stands_apart_and_a_chinese_one_does_not(chinese: Bundle) -> None:
    said = chinese.render("here", {"place": "site 3", "name": "a\\b"})
    assert said == "在 site 3 的“a\\b”中"
    assert chinese.render("here", {"place": "现场", "name": "a"}) == "在现场的“a”中"


def test_also_inside_a_selection_and_in_a_message_of_a_message(chinese: Bundle) -> None:
    assert chinese.render("many", {"many": True, "place": "site"}) == "共 site 等"
    assert chinese.render("again", {"place": "site", "name": "a"}) == "又在 site 的“a”中了"


@pytest.mark.parametrize("figure", [">0.99", "< 1%", "−0.13", "+0.10", ".5"])
def test_a_figure_with_its_sign_stands_apart(chinese: Bundle, figure: str) -> None:
    assert chinese.render("many", {"many": False, "place": figure}) == f"只有 {figure}"


def test_a_raw_number_is_still_refused(chinese: Bundle) -> None:
    with pytest.raises(WordingError, match="printed by a function"):
        chinese.render("bare", {"n": 3})


def test_other_languages_are_left_as_they_are() -> None:
    text = Bundle("ja", SENTENCES).render("here", {"place": "site", "name": "a"})
    assert text == "在site的“a”中"


def test_a_title_that_is_in_latin_stands_apart_in_a_finding() -> None:
    said = wording_of("zh").text("note-remedies-not-meant", protocol="orientation")
    assert said.startswith("未在 orientation 中")
