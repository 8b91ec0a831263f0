"""Columns of a terminal."""

import pytest

from probe.wording.columns import columns, left, right, wrapped


def test_wide_letters_take_two_columns_and_accents_none():
    assert columns("back") == columns("後ろ") == 4
    assert columns("e\u0301te\u0301") == columns("été") == 3
    assert columns("半角ｶﾅ") == 6
    assert columns("n\u0332") == 1
    assert columns("") == 0


def test_columns_are_filled_however_wide_letters_are():
    assert left("back", 8) == "back    "
    assert left("後ろ", 8) == "後ろ    "
    assert right("後ろ", 8) == "    後ろ"
    assert left("後ろ", 3) == right("後ろ", 3) == "後ろ"


def test_lines_are_broken_where_the_script_breaks_them():
    assert wrapped("to be or not to be", 8) == ["to be or", "not to", "be"]
    assert wrapped("--backbone stays-whole", 6) == ["--backbone", "stays-whole"]
    assert wrapped("画像を比べる", 8) == ["画像を比", "べる"]
    assert wrapped("--outを見る", 6) == ["--out", "を見る"]
    assert wrapped("", 8) == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("画像です。画像", ["画像で", "す。画像"]),
        ("画像は（画像）", ["画像は", "（画像）"]),
        ("画像の7つの特徴", ["画像の", "7つの特", "徴"]),
        ("カッター", ["カッター"]),
    ],
)
def test_no_line_begins_or_ends_with_what_belongs_to_the_other(text, lines):
    assert wrapped(text, 8) == lines
