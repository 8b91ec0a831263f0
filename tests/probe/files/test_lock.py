"""A folder is worked on by one process at a time."""

import errno
import subprocess
import sys

import pytest

from probe.errors import UsageError
from probe.files import lock
from probe.files.lock import NAME, FolderLock, holding, is_taken

HOLD = "import sys, pathlib\nfrom probe.files.lock import FolderLock\n"


def test_a_folder_is_held_until_it_is_released(tmp_path):
    held = FolderLock(tmp_path)
    with pytest.raises(BlockingIOError):
        FolderLock(tmp_path)
    held.release()
    held.release()
    assert not (tmp_path / NAME).exists()
    FolderLock(tmp_path).release()


def test_a_process_that_is_killed_holds_nothing(tmp_path):
    code = HOLD + "lock = FolderLock(pathlib.Path(sys.argv[1]))\nprint(1, flush=True)\ninput()"
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    with holder:
        assert holder.stdout.readline()
        with pytest.raises(BlockingIOError):
            FolderLock(tmp_path)
        holder.kill()
        holder.wait()
    FolderLock(tmp_path).release()


def test_a_folder_in_which_another_process_works_is_refused(tmp_path):
    with holding(tmp_path / "out"):
        assert not is_taken(tmp_path / "out")
        with (
            pytest.raises(UsageError, match="another process works in this folder") as refused,
            holding(tmp_path / "out"),
        ):
            pass
        assert "--out" in refused.value.hint
        (tmp_path / "out" / "a").write_bytes(b"")
        assert is_taken(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a"]


def test_a_folder_into_which_nothing_was_put_goes_again(tmp_path):
    with pytest.raises(KeyError), holding(tmp_path / "out"):
        raise KeyError
    assert not (tmp_path / "out").exists()
    with holding(tmp_path):
        pass
    assert tmp_path.is_dir()


def test_where_no_locks_are_known_nobody_is_held_back(tmp_path, monkeypatch):
    def unknown(file):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock, "_hold", unknown)
    with holding(tmp_path / "out"):
        (tmp_path / "out" / "a").write_bytes(b"")
