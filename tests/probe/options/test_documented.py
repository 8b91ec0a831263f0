"""Options as text."""

from pathlib import Path

import pytest

from probe.options.documented import docstring_options, markdown_table, options_page
from probe.study.request import StudyRequest
from probe.wording import speaking

PAGE = Path(__file__).parents[3] / "docs" / "options.md"


def test_a_table_has_a_row_an_option_with_flag_keyword_and_default():
    table = markdown_table(StudyRequest)
    assert "| `--fmr RATE[,RATE]` | `fmr` | `0.01,0.001` |" in table
    assert "| `--no-pictures` | `pictures` | not given | keep no picture in the run |" in table
    assert "| `--bf16` | `precision` | `float32` |" in table


def test_some_of_the_options_stand_in_the_order_asked_for_and_not_as_python():
    table = markdown_table(StudyRequest, ("workers", "protocol"), in_python=False)
    assert [line.split("|")[1].strip() for line in table.splitlines()[2:]] == [
        "`--workers N`",
        "`protocol`",
    ]
    assert "Python" not in table


def test_every_command_stands_on_the_page_with_all_its_options():
    from probe.cli import COMMANDS as NAMES
    from probe.cli import commands_with

    page = options_page()
    for name in NAMES:
        assert f"## `probe {name}`" in page
    with_json = commands_with("--json")
    sentence = " ".join(
        page.split("stores the run only, and ")[1].split(" have `--json`")[0].split()
    )
    assert sorted(sentence.replace(" and ", ", ").split(", ")) == sorted(with_json)


def test_documentation_is_english_whatever_is_spoken():
    english = options_page()
    with speaking("ja"):
        assert options_page() == english
        assert docstring_options(StudyRequest).isascii()


def test_a_docstring_tells_defaults_that_are_worth_telling():
    text = docstring_options(StudyRequest)
    assert "(default 0.01,0.001)." in text
    assert "(default False)" not in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.checkout
def test_the_page_of_options_is_the_declarations():
    assert PAGE.read_text("utf-8") == options_page(), "write it anew: python tools/options.py"
