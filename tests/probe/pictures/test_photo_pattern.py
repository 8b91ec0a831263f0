"""Path patterns."""

import re

import pytest

from probe.errors import ProtocolError
from probe.pictures.photo_pattern import PathPattern


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("../{subject}.png", "stays below"),
        ("/x/{subject}.png", "stays below"),
        ("C:/{subject}.png", "stays below"),
        ("{subject}{level}.png", "side by side"),
        ("{subject", "unbalanced"),
        ("{sub ject}.png", "no field name"),
    ],
)
def test_patterns_that_cannot_be_used(pattern, told):
    with pytest.raises(ProtocolError, match=told):
        PathPattern.parse(pattern)


def test_patterns_match_whole_names_and_repeat_fields():
    pattern = PathPattern.parse("{subject}/{subject}_{level}*.jpg")
    assert pattern.match("a/a_90.jpg") == {"subject": "a", "level": "9"}
    assert pattern.match("a/b_90.jpg") is None
    assert pattern.match("x/a/a_90.jpg") is None
    assert PathPattern.parse("{subject}_c{camera}.png").match("001_c2.PNG")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{a}_{b}_*{c}.png", "x_y_zz__w.png"),
        ("{a}*{b}-{a}/*.png", "kl-k/u.png"),
        ("{a}*{b}-{a}/*.png", "kkl-kk/u.png"),
        ("*{a}_*_{b}*", "aa_b_c_d.e"),
        ("{a}x{b}x{a}.{c}", "pxxpxxp.png"),
        ("{a}.png", "a/b.png"),
    ],
)
def test_fields_are_those_of_a_regular_expression(pattern, path):
    expression, seen = "", set()
    for at, part in enumerate(re.split(r"\{(\w+)\}", pattern)):
        if at % 2 == 0:
            expression += "[^/]*".join(map(re.escape, part.split("*")))
        else:
            expression += f"(?P={part})" if part in seen else f"(?P<{part}>[^/]+?)"
            seen.add(part)
    match = re.fullmatch(expression, path, re.IGNORECASE)
    assert PathPattern.parse(pattern).match(path) == (match.groupdict() if match else None)


def test_a_pattern_of_many_fields_ends_soon_on_a_long_name():
    pattern = PathPattern.parse("_".join(f"{{f{k}}}" for k in range(9)) + ".png")
    assert pattern.match("_".join("a" * 2 for _ in range(66)) + "!jpg") is None
    match = pattern.match("_".join(["a"] * 100) + ".png")
    assert match["f7"] == "a"
    assert match["f8"] == "_".join(["a"] * 92)
    with pytest.raises(ProtocolError, match="a pattern of 201 fields"):
        PathPattern.parse("*a" * 200 + "{x}.png")


def test_letters_with_accents_fit_however_they_are_composed():
    assert PathPattern.parse("cafe\u0301/{level}.png").match("caf\u00e9/1.png") == {"level": "1"}


def test_endings_of_one_format_stand_for_each_other():
    pattern = PathPattern.parse("{subject}.jpg")
    assert [pattern.takes_ending(end) for end in (".jfif", ".jpeg", ".png")] == [True, True, False]
    assert pattern.match_but_for_ending("01.JXL") == {"subject": "01"}
    assert pattern.match_but_for_ending("x/01.JXL") is None
    assert PathPattern.parse("{subject}.*").match_but_for_ending("01.JXL") is None
