"""Shares on the command line, as numbers and as percentages."""

import pytest

from probe.options.shares import parse_share


@pytest.mark.parametrize(
    ("text", "share"), [("0.01", 0.01), ("1%", 0.01), ("0.1 %", 0.001), (" 5e-3", 0.005)]
)
def test_a_share_is_a_number_or_a_percentage(text, share):
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "%", "one", "1%%"])
def test_what_is_neither_is_refused(text):
    with pytest.raises(ValueError, match="is no share: 1\u00a0% is written"):
        parse_share(text)
