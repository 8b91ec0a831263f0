"""Options as text."""

from pathlib import Path

import pytest

from probe.options.documented import docstring_options, markdown_table, options_page
from probe.study.request import StudyRequest

PAGE = Path(__file__).parents[3] / "docs" / "options.md"


def test_a_table_has_a_row_an_option_with_flag_keyword_and_default():
    table = markdown_table(StudyRequest)
    assert "| `--fmr RATE[,RATE]` | `fmr` | `0.01,0.001` |" in table
    assert "| `--no-pictures` | `pictures` | `True` | keep small pictures in the run |" in table
    assert "| `--bf16` | `precision` | `float32` |" in table


def test_a_docstring_tells_defaults_that_are_worth_telling():
    text = docstring_options(StudyRequest)
    assert "(default 0.01,0.001)." in text
    assert "(default False)" not in text
    assert max(map(len, text.splitlines())) <= 100


@pytest.mark.checkout
def test_the_page_of_options_is_the_declarations():
    assert PAGE.read_text("utf-8") == options_page(), "write it anew: python tools/options.py"
