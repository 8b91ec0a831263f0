import os
import shutil
from pathlib import Path

import pytest

from probe.errors import PictureSourceError
from probe.stores import local_data, local_folder
from probe.stores.copying import KEPT_FOR
from probe.stores.store import Store


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def fetched(monkeypatch):
    """Names of the files that are fetched."""
    names = []
    fetch = Store.fetch

    def noted(self, file, path):
        names.append(file.name)
        fetch(self, file, path)

    monkeypatch.setattr(Store, "fetch", noted)
    return names


def test_a_path_stays_as_it_is(quiet):
    assert local_folder("photos", quiet) == Path("photos")
    assert local_data("market1501=DIR", quiet) == "market1501=DIR"
    assert quiet.lines == []


def test_a_folder_is_brought_whole_and_told_with_counts(memory, quiet, own_cache):
    memory.put("a/1.jpg", b"one")
    memory.put("写真/田中 太郎 2.jpg", b"two")
    memory.put(".DS_Store", b"hidden")
    folder = local_folder(memory.address, quiet)
    assert contents(folder) == {"a/1.jpg": b"one", "写真/田中 太郎 2.jpg": b"two"}
    assert folder.name == "people"
    assert folder.is_relative_to(own_cache)
    assert "2 files" in quiet.lines[0]
    assert "2 of them are fetched" in quiet.lines[0]


def test_what_is_here_is_not_fetched_again(memory, quiet, fetched):
    memory.put("1.jpg")
    memory.put("2.jpg")
    first = local_folder(memory.address, quiet)
    assert sorted(fetched) == ["1.jpg", "2.jpg"]
    assert local_folder(memory.address, quiet) == first
    assert sorted(fetched) == ["1.jpg", "2.jpg"]
    assert "all are here already" in quiet.lines[-1]


def test_what_changes_in_the_store_is_noticed_and_nothing_else_is_fetched(memory, quiet, fetched):
    memory.put("1.jpg", b"old")
    memory.put("2.jpg", b"same")
    memory.put("3.jpg", b"gone")
    before = local_folder(memory.address, quiet)
    memory.put("1.jpg", b"new")
    memory.remove("3.jpg")
    fetched.clear()
    after = local_folder(memory.address, quiet)
    assert contents(after) == {"1.jpg": b"new", "2.jpg": b"same"}
    assert fetched == ["1.jpg"]
    # A study that began before reads on what it began with.
    assert contents(before) == {"1.jpg": b"old", "2.jpg": b"same", "3.jpg": b"gone"}


def test_files_that_were_cut_short_or_deleted_here_are_fetched_again(memory, quiet):
    memory.put("1.jpg", b"whole")
    memory.put("2.jpg", b"whole")
    folder = local_folder(memory.address, quiet)
    (folder / "1.jpg").write_bytes(b"who")
    (folder / "2.jpg").unlink()
    assert contents(local_folder(memory.address, quiet)) == {"1.jpg": b"whole", "2.jpg": b"whole"}


def test_what_was_fetched_before_a_fault_is_kept(memory, quiet, fetched, monkeypatch):
    for number in range(5):
        memory.put(f"{number}.jpg", b"x" * number)
    fetch = Store.fetch

    def failing(self, file, path):
        if file.name == "4.jpg":
            raise PictureSourceError("the line is dead")
        fetch(self, file, path)

    with monkeypatch.context() as broken:
        broken.setattr(Store, "fetch", failing)
        with pytest.raises(PictureSourceError, match="dead"):
            local_folder(memory.address, quiet)
    done = set(fetched)
    fetched.clear()
    assert len(contents(local_folder(memory.address, quiet))) == 5
    assert not done & set(fetched)


def test_a_folder_of_hidden_files_holds_nothing(memory, quiet):
    memory.put(".DS_Store")
    with pytest.raises(PictureSourceError, match="no file lies below"):
        local_folder(memory.address, quiet)


def test_no_room_is_said_before_anything_is_fetched(memory, quiet, fetched, monkeypatch):
    memory.put("1.jpg", b"x" * 1000)
    free = shutil.disk_usage("/")._replace(free=999)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: free)
    with pytest.raises(PictureSourceError, match="are free"):
        local_folder(memory.address, quiet)
    assert fetched == []


def test_a_file_system_without_second_names_gets_copies(memory, quiet, monkeypatch):
    def refused(self, target):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)
    memory.put("a/1.jpg", b"one")
    assert contents(local_folder(memory.address, quiet)) == {"a/1.jpg": b"one"}


def test_older_copies_go_after_a_day(memory, quiet, own_cache):
    memory.put("1.jpg", b"old")
    before = local_folder(memory.address, quiet)
    memory.put("1.jpg", b"new")
    local_folder(memory.address, quiet)
    assert before.is_dir()
    for path in [before.parent, *(own_cache / "stores").glob("*/objects/*/*")]:
        os.utime(path, (0, path.stat().st_mtime - 2 * KEPT_FOR))
    after = local_folder(memory.address, quiet)
    assert not before.exists()
    assert contents(after) == {"1.jpg": b"new"}
    assert len(list((own_cache / "stores").glob("*/objects/*/*"))) == 1


def test_hostile_names_leave_nothing_behind(memory, quiet, own_cache):
    memory.put("a/1.jpg")
    memory.put("A/2.jpg")
    with pytest.raises(PictureSourceError, match="one name on some machines"):
        local_folder(memory.address, quiet)
    assert not (own_cache / "stores").exists()
