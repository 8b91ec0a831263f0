"""A folder is worked on by one process at a time."""

import subprocess
import sys

import pytest

from probe.files.lock import NAME, FolderLock

HOLD = "import sys, pathlib\nfrom probe.files.lock import FolderLock\n"


def test_a_folder_is_held_until_it_is_released(tmp_path):
    lock = FolderLock(tmp_path)
    with pytest.raises(BlockingIOError):
        FolderLock(tmp_path)
    lock.release()
    lock.release()
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
