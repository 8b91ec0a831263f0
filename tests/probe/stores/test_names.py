import pytest

from probe.errors import PictureSourceError
from probe.files.store_address import read_address
from probe.stores.names import usable
from probe.stores.store import StoredFile

ADDRESS = read_address("s3://b/f")


def listing(*names):
    return [StoredFile(name, 1, "m") for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "../a.jpg",
        "x/../../a.jpg",
        "/etc/passwd",
        "x//a.jpg",
        "./a.jpg",
        "..\\a.jpg",
        "C:\\a.jpg",
        "a\0.jpg",
        "x" * 256,
        "写" * 90,
        "a\ud800.jpg",
    ],
)
def test_a_name_that_no_file_can_have_here_is_refused(name):
    with pytest.raises(PictureSourceError, match="cannot be the name of a file"):
        usable(listing("good.jpg", name), ADDRESS)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.jpg", "A.jpg"),
        ("anna/1.jpg", "Anna/2.jpg"),
        ("e\u0301.jpg", "\u00e9.jpg"),
        ("a", "a/1.jpg"),
        ("a/1.jpg", "A"),
    ],
)
def test_two_names_that_may_be_one_are_refused(first, second):
    with pytest.raises(PictureSourceError, match="would be one name"):
        usable(listing(first, second), ADDRESS)


def test_hidden_files_are_left_out_as_in_folders_of_this_machine():
    files = listing("a/1.jpg", ".DS_Store", "a/.hidden/2.jpg", "写真/田中 太郎.jpg")
    assert [file.name for file in usable(files, ADDRESS)] == ["a/1.jpg", "写真/田中 太郎.jpg"]
