"""A CSV file of training pictures."""

import pytest

from probe.backbones._training.picture_table import read_table
from probe.errors import PictureSourceError


@pytest.fixture
def table(tmp_path):
    def written(text):
        path = tmp_path / "table.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return written


def test_three_columns_are_enough(table):
    path = table("path,person,camera\na/1.png,7,2\n")
    (record,) = read_table(path, "tracks", target=False)
    assert record.path == path.parent / "a" / "1.png"
    assert (record.name, record.data_set, record.split) == ("a/1.png", "tracks", "train")
    assert (record.person, record.camera, record.target) == (7, 2, False)
    assert (record.mask, record.keypoints, record.styled) == (None, None, ())


def test_further_columns_say_set_split_and_the_files_beside_a_picture(table):
    path = table(
        "path,person,camera,data_set,split,mask,keypoints,styled\n"
        "1.png,7,2,market,query,m.png,k.json,a.png;b.png\n"
        "2.png,8,3,,,,,\n"
    )
    full, empty = read_table(path, "joint", target=True)
    assert (full.data_set, full.split, full.target) == ("joint/market", "query", True)
    root = path.parent
    assert (full.mask, full.keypoints) == (root / "m.png", root / "k.json")
    assert full.styled == (root / "a.png", root / "b.png")
    assert (empty.data_set, empty.split, empty.mask, empty.styled) == ("joint", "train", None, ())


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,person\n1.png,7\n", "camera"),
        ("path,person,camera\n1.png,seven,2\n", "seven"),
        ("file,person,camera\n1.png,7,2\n", "path"),
    ],
)
def test_other_tables_are_refused(table, text, message):
    path = table(text)
    with pytest.raises(PictureSourceError, match=message) as refused:
        read_table(path, "tracks", target=False)
    assert refused.value.place == str(path)
    assert "path, person and camera" in refused.value.hint


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(PictureSourceError, match="cannot be read") as refused:
        read_table(tmp_path / "none.csv", "tracks", target=False)
    assert refused.value.place == str(tmp_path / "none.csv")


def test_nobody_is_known_of_a_target_that_names_nobody(table):
    path = table("path,person,camera\n1.png,,2\n2.png,7,3\n")
    records = read_table(path, "target", target=True)
    assert [(record.person, record.camera) for record in records] == [(-1, 2), (7, 3)]
    with pytest.raises(PictureSourceError, match="invalid literal"):
        read_table(path, "source", target=False)


def test_pictures_without_a_camera_are_counted(table):
    path = table("path,person,camera\n1.png,7,2\n2.png,7,\n3.png,8,\n")
    with pytest.raises(PictureSourceError, match=r"2 of 3 pictures, the first being 2\.png"):
        read_table(path, "tracks", target=False)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"path,person,camera\n1.png\n", "no camera is named for 1 of 1"),
        (b"path;person;camera\n1.png;7;2\n", ""),
        ("path,person,camera\n1.png,7,2\n".encode("utf-16"), ""),
        (b"path,person,camera\n1.png,7,2,9\n", "more values than columns"),
        (b"path,person,camera,person\n1.png,7,2,3\n", "stands twice"),
        (b'path,person,camera\n"1.png,7,2\n2.png,7,2\n', "table"),
        (b"path,person,camera\n1.png\0,7,2\n", "zero bytes"),
        (b"PK\x03\x04\xff\xfe", "no readable table"),
    ],
)
def test_tables_are_read_as_those_beside_photographs(content, message, tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    if message:
        with pytest.raises(PictureSourceError, match=message):
            read_table(path, "tracks", target=False)
    else:
        (record,) = read_table(path, "tracks", target=False)
        assert (record.name, record.person, record.camera) == ("1.png", 7, 2)
