"""Placeholders are read and filled."""

import pytest

from probe.protocol.placeholders import filled, placeholders

VALUES = {"level": 90, "series": True, "far-off": 2.5}


@pytest.mark.parametrize(
    ("value", "names", "expected"),
    [
        ("$level", ["level"], 90),
        ("$series", ["series"], True),
        ("at $level", ["level"], "at 90"),
        ("$level to $far-off", ["level", "far-off"], "90 to 2.5"),
        ("5 $", [], "5 $"),
        (7, [], 7),
        (None, [], None),
    ],
)
def test_a_value_alone_keeps_its_type(value, names, expected):
    assert placeholders(value) == names
    assert filled(value, VALUES) == expected
    assert type(filled(value, VALUES)) is type(expected)


def test_an_unknown_name_is_an_error():
    with pytest.raises(KeyError, match="lvel"):
        filled("$lvel", VALUES)
