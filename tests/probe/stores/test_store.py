import sys
from importlib import import_module

import pytest

from probe.errors import PictureSourceError, UsageError
from probe.files.store_address import read_address
from probe.stores.store import Store, StoredFile, mark_of


def store_of(memory):
    return Store(read_address(memory.address))


def test_files_are_listed_with_size_and_mark_by_name(memory):
    memory.put("b/2.jpg", b"22")
    memory.put("a.jpg", b"1")
    files = store_of(memory).files()
    assert [(file.name, file.size) for file in files] == [("a.jpg", 1), ("b/2.jpg", 2)]
    assert all(file.mark for file in files)


def test_nothing_there_names_what_lies_beside(memory):
    memory.put("1.jpg")
    with pytest.raises(PictureSourceError, match="no file lies below") as caught:
        Store(read_address(memory.address[:-1])).files()
    assert "'people'" in caught.value.hint


def test_a_file_is_no_folder(memory):
    memory.put("1.jpg")
    with pytest.raises(PictureSourceError, match="a file, not a folder"):
        Store(read_address(memory.address + "/1.jpg")).files()


def test_a_file_that_changed_is_refused_and_leaves_nothing(memory, tmp_path):
    memory.put("1.jpg", b"old")
    store = store_of(memory)
    (file,) = store.files()
    for content in (b"new", b"longer"):
        memory.put("1.jpg", content)
        with pytest.raises(PictureSourceError, match="another file now"):
            store.fetch(file, tmp_path / "copy")
    memory.remove("1.jpg")
    with pytest.raises(PictureSourceError, match="no longer in the store"):
        store.fetch(file, tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_a_checksum_is_enough_and_the_store_is_not_asked_again(memory, tmp_path):
    """Asked again, this store would say when the file was written, which is another mark."""
    memory.put("1.jpg", b"one")
    md5 = "f97c5d29941bfb1b2fdab0874906ab82"
    store_of(memory).fetch(StoredFile("1.jpg", 3, md5), tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"one"
    with pytest.raises(PictureSourceError, match="another file now"):
        store_of(memory).fetch(StoredFile("1.jpg", 3, md5[::-1]), tmp_path / "copy")


def test_marks():
    md5 = "f97c5d29941bfb1b2fdab0874906ab82"
    assert mark_of({"ETag": f'"{md5}"', "LastModified": "now"}) == md5
    assert mark_of({"md5Hash": "+XxdKZQb+xsv2rCHSQargg==", "etag": "CJ"}) == md5
    assert mark_of({"etag": "CJ"}) == "CJ"
    assert mark_of({"created": 1.5}) == "1.5"


def test_a_missing_package_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "s3fs", None)
    # Not the class that a test before this one loaded.
    monkeypatch.delitem(import_module("fsspec.registry")._registry, "s3", raising=False)
    with pytest.raises(UsageError, match="needs a package") as caught:
        Store(read_address("s3://b/f")).files()
    assert "probe-reid[stores]" in caught.value.hint


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError("b"), "no such bucket"),
        (PermissionError("Access Denied"), "does not let"),
        (OSError("Forbidden: https://storage/b"), "does not let"),
        (type("NoCredentialsError", (Exception,), {})("Unable to locate credentials"), "no cred"),
        (ConnectionRefusedError(111, "refused"), "cannot be read"),
        (ValueError("http://me:hunter2@host/ is odd\n in two lines"), "cannot be read"),
    ],
)
def test_what_a_store_answers_is_told_in_one_line(memory, monkeypatch, error, said):
    """The classes of the packages' own errors; the real servers are in test_servers.py."""
    store = store_of(memory)

    def failing(*args, **kwargs):
        raise error

    monkeypatch.setattr(type(store._system), "find", failing)
    with pytest.raises(PictureSourceError, match=said) as caught:
        store.files()
    assert "hunter2" not in str(caught.value)
    assert "\n" not in caught.value.message


def test_a_fault_of_this_machine_is_not_blamed_on_the_store(memory, tmp_path):
    memory.put("1.jpg")
    (tmp_path / "file").write_bytes(b"")
    store = store_of(memory)
    with pytest.raises(OSError, match="file"):
        store.fetch(store.files()[0], tmp_path / "file" / "copy")
