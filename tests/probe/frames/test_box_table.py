"""Rows are written once and read as they were."""

import pytest

from probe.errors import FramesError
from probe.frames.box_table import COLUMNS, BoxRow, add_rows, read_rows

ROWS = [
    BoxRow(0, 0.04, (1.25, 2.0, 30.5, 60.75), 0.9123, 1, "gate/p0001/f0000000.png"),
    BoxRow(3, None, (-4.0, 0.0, 10.0, 20.0), 1.0, 2, "", "small"),
]


def test_rows_go_through_the_file(tmp_path):
    path = tmp_path / "boxes.csv"
    first = add_rows(path, ROWS[:1])
    assert first == path.stat().st_size
    assert add_rows(path, ROWS[1:]) == path.stat().st_size
    assert list(read_rows(path)) == ROWS
    lines = path.read_text().splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert lines[1] == "0,0.040,1.25,2.00,30.50,60.75,0.9123,1,gate/p0001/f0000000.png,"


def test_a_table_without_people(tmp_path):
    add_rows(tmp_path / "boxes.csv", ())
    assert list(read_rows(tmp_path / "boxes.csv")) == []


@pytest.mark.parametrize("text", ["frame,time\n1,2\n", "\xff\xfe", "{heads}\n1,,a,b,1,1,1,1,,\n"])
def test_a_table_that_was_changed_is_named(tmp_path, text):
    path = tmp_path / "boxes.csv"
    path.write_text(text.replace("{heads}", ",".join(COLUMNS)), "latin-1")
    with pytest.raises(FramesError, match="not the table of a crop run"):
        list(read_rows(path))


@pytest.mark.parametrize("value", ["nan", "inf", "-1e308", "1e7"])
def test_a_number_that_no_picture_has_is_damage(tmp_path, value):
    path = tmp_path / "boxes.csv"
    add_rows(path, ROWS[:1])
    for old in ("1.25", "30.50"):
        path.write_text(path.read_text().replace(f",{old},", f",{value},"))
        with pytest.raises(FramesError, match="not the table of a crop run"):
            list(read_rows(path))


@pytest.mark.parametrize("crop", ["../../secret.png", "/etc/passwd", "a/../../b.png", "C:\\b.png"])
def test_a_crop_that_leads_out_is_refused(tmp_path, crop):
    path = tmp_path / "boxes.csv"
    add_rows(path, ROWS[:1])
    path.write_text(path.read_text().replace("gate/p0001/f0000000.png", crop))
    with pytest.raises(FramesError, match="not the table of a crop run"):
        list(read_rows(path))
