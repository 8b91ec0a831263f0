"""Tables as people save them."""

import re

import pytest

from probe.errors import PictureSourceError
from probe.pictures.table_file import LARGEST, need_columns, read_table


def table(tmp_path, data):
    path = tmp_path / "t.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


@pytest.mark.parametrize(
    "data",
    [
        "path,day\na.png,2\n",
        "path;day\r\na.png;2\r\n",
        "path\tday\na.png\t2",
        '"path", day \n"a.png",2\n\n',
        "\ufeffpath,day\na.png,2\n",
        "path,day\na.png,2\n".encode("utf-16"),
        "path;day\na.png;2\n".encode("utf-16"),
    ],
)
def test_separators_and_encodings_are_recognised(tmp_path, data):
    read = read_table(table(tmp_path, data), ("path",))
    assert read.columns == ("path", "day")
    assert read.rows == ((2, {"path": "a.png", "day": "2"}),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('path,day\n"a.png,1\nb.png,2\n', r"t\.csv:3: this is no readable table"),
        ('path,day\n"a.png,1\n"b.png,2\n', r"t\.csv:3(.|\n)*quote"),
        ('path,day\n"a.png\nb.png",2\n', r"t\.csv:3: a value goes on over the end of its line"),
        ("path,day,day\na.png,1,2\n", r"t\.csv:1: the column 'day' stands twice"),
        ("path,day\na.png,1,2\n", r"t\.csv:2: more values than columns"),
        ("path,day\n\u732b.png,1\n".encode("shift-jis"), "it looks like Shift-JIS"),
        ("path,day\n\u00e9\u00e0.png,1\n".encode("cp1252"), "save it as UTF-8: byte 9 is none"),
        ("path,day\na.png,1\n".encode("utf-16-le"), "it holds zero bytes"),
        (b"PK\x03\x04\xff\xfe", "it is a spreadsheet or an archive"),
    ],
)
def test_what_cannot_be_read_for_certain_is_refused(tmp_path, data, said):
    with pytest.raises(PictureSourceError, match=said):
        read_table(table(tmp_path, data), ("path",))


def test_a_missing_or_huge_file_and_a_missing_column(tmp_path):
    with pytest.raises(PictureSourceError, match="there is no such file"):
        read_table(tmp_path / "none.csv", ("path",))
    path = table(tmp_path, "x")
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(PictureSourceError, match="larger than 200,000,000 bytes"):
        read_table(path, ("path",))
    few = read_table(table(tmp_path, "pth,day\n"), ("path",))
    with pytest.raises(PictureSourceError, match=re.escape("did you mean 'pth'?")):
        need_columns(few, ("path",))
