"""Columns of a terminal."""

from probe.wording.columns import columns, left, right


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
