"""Boxes of tables: two ways to write them, pixels only."""

import pytest

from probe.errors import PictureSourceError
from probe.pictures.decoding import Box
from probe.pictures.table_boxes import CORNERS, SIDES, box_in_row, check_unit, side_columns
from probe.pictures.table_file import TableFile


def row(columns, *values):
    return dict(zip(columns, values, strict=True))


def test_corners_and_sizes_are_the_same_box():
    by_size = box_in_row(row(SIDES, "3", "4.5", "10", "20"), SIDES, "b.csv:2")
    by_corner = box_in_row(row(CORNERS, "3", "4.5", "13", "24.5"), CORNERS, "b.csv:2")
    assert by_size == by_corner == Box(3, 4.5, 10, 20)


def test_corners_win_where_all_four_are_there(tmp_path):
    both = TableFile(tmp_path / "b.csv", ("path", *SIDES, *CORNERS), ())
    assert side_columns(both, "path") == CORNERS
    with pytest.raises(PictureSourceError, match="'height' is missing"):
        side_columns(TableFile(tmp_path / "b.csv", ("path", *SIDES[:3], *CORNERS[:3]), ()), "path")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x", "width is 'x', not a number"),
        ("inf", "not a number"),
        ("", "width is ''"),
        ("1e7", "no picture is so large"),
    ],
)
def test_values_that_are_no_pixels(text, told):
    with pytest.raises(PictureSourceError, match=told) as error:
        box_in_row(row(SIDES, "1", "1", text, "9"), SIDES, "b.csv:7")
    assert "b.csv:7" in str(error.value)


def test_fractions_are_refused_and_one_larger_box_shows_pixels(tmp_path):
    small = Box(0.2, 0.1, 0.5, 1.0)
    with pytest.raises(PictureSourceError, match="fractions of the picture"):
        check_unit([small, small], tmp_path)
    check_unit([small, Box(0, 0, 2, 1)], tmp_path)
    check_unit([], tmp_path)
