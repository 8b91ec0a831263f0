"""Checks of paths, before anything is computed for them."""

import os
from pathlib import Path

import pytest

from probe.errors import UsageError
from probe.options.paths import (
    check_file,
    check_folder,
    check_new_file,
    check_new_folder,
    check_new_path,
    check_replacing,
)


@pytest.fixture
def place(tmp_path):
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "inside.txt").write_text("")
    (tmp_path / "file.txt").write_text("")
    return tmp_path


def test_what_is_there_passes(place):
    check_folder(place / "folder")
    check_file(str(place / "file.txt"))
    check_new_folder(place / "folder")
    check_new_folder(place / "new" / "newer")
    check_new_file(place / "file.txt")
    check_new_file(place / "new" / "sheet.pdf")


@pytest.mark.parametrize("given", ["s3://bucket/runs", Path("gs://bucket/runs")])
def test_nothing_is_written_into_a_store(given):
    with pytest.raises(UsageError, match="nothing is written into a store") as caught:
        check_new_folder(given)
    assert "aws s3 cp --recursive" in caught.value.hint


@pytest.mark.parametrize(
    ("check", "name", "expected"),
    [
        (check_folder, "file.txt", "file.txt: this is a file, and a folder is needed"),
        (check_folder, "flder", "there is no such folder\n  did you mean 'folder'?"),
        (check_folder, "no/such", "is not there either"),
        (check_file, "folder", "a file is needed\n  it holds inside.txt: name one of them"),
        (check_file, "fil.txt", "there is no such file\n  did you mean 'file.txt'?"),
        (check_file, "zzz", "it was looked for in"),
        (check_new_folder, "file.txt", "file.txt: this is a file, and a folder is needed"),
        (check_new_folder, "file.txt/below", "file.txt: this is a file"),
        (check_new_path, "file.txt/report.html", "file.txt: this is a file"),
        (check_new_path, "file.txt/report", "file.txt: this is a file"),
        (check_new_file, "folder", "folder: this is a folder, and the name of a file"),
        (check_new_file, "file.txt/sheet.pdf", "file.txt: this is a file"),
    ],
)
def test_what_cannot_be_used_says_why(place, check, name, expected):
    with pytest.raises(UsageError) as refused:
        check(place / name)
    assert expected in str(refused.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused(place):
    (place / "folder").chmod(0o500)
    with pytest.raises(UsageError, match="nothing may be written"):
        check_new_folder(place / "folder" / "new")


def test_a_file_is_replaced_only_where_that_is_asked_for(tmp_path):
    file = tmp_path / "sheet.png"
    check_replacing(file, False)
    file.write_bytes(b"mine")
    check_replacing(file, True)
    with pytest.raises(UsageError, match="there already") as caught:
        check_replacing(file, False)
    assert caught.value.hint == "--force replaces it"
