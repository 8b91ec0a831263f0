"""Digits that two columns share."""

import math

import pytest

from probe.audit.agreement import column_agreement, digits_of, table_agreement


@pytest.mark.parametrize(
    ("apart", "digits"), [(0.0, 16), (3e-7, 6), (0.5, 0), (12.0, 0), (math.inf, 0)]
)
def test_digits_are_those_after_the_point(apart, digits):
    assert digits_of(apart) == digits


def test_the_largest_difference_is_named():
    held = column_agreement("t", "c", [1.0, 2.0, math.nan], [1.0, 2.1, math.nan])
    assert (held.differing, held.row, held.stored, held.computed) == (1, 1, 2.0, 2.1)


def test_a_number_where_there_is_none_differs():
    assert column_agreement("t", "c", [1.0], [math.nan]).differing == 1
    assert column_agreement("t", "c", [math.inf], [math.inf]).differing == 0


def test_large_numbers_are_compared_relative_to_their_size():
    assert column_agreement("t", "c", [1e9], [1e9 + 1]).digits == 9


def test_an_older_table_has_fewer_columns():
    held = table_agreement("t", {"a": [1.0]}, {"a": [1.0], "b": [2.0]})
    assert [column.column for column in held] == ["a"]
