"""Files are whole or not there."""

import errno
import os
import stat

import pytest

from probe.files.atomic import overwrite, replacing, sweep, write_bytes, write_text


def test_a_file_is_written_with_its_folder(tmp_path):
    write_text(tmp_path / "a" / "b.txt", "grün")
    assert (tmp_path / "a" / "b.txt").read_bytes() == "grün".encode()
    write_bytes(tmp_path / "a" / "b.txt", b"new", durable=False)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"new"


def test_what_fails_leaves_the_old_file_and_no_part(tmp_path):
    path = tmp_path / "kept.txt"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), replacing(path) as temporary:
        temporary.write_text("half")
        assert path.read_text() == "old"
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_colleagues_can_read_what_the_umask_allows(tmp_path):
    before = os.umask(0o022)
    try:
        write_text(tmp_path / "a", "")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644


def test_a_full_disk_names_the_file(tmp_path):
    with pytest.raises(OSError, match="No space left") as caught, replacing(tmp_path / "a.bin"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert caught.value.filename == str(tmp_path / "a.bin")


def test_what_killed_processes_left_is_swept(tmp_path):
    (tmp_path / "below").mkdir()
    for name in (".a.json.xyz.part", "below/.b.npz.1.part", "kept.part", "below/.hidden"):
        (tmp_path / name).write_bytes(b"")
    assert sweep(tmp_path) == 2
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        ".hidden", "kept.part",
    ]  # fmt: skip


def test_a_word_is_replaced_where_it_lies(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b'{"status": "started", "started": 1}')
    node = path.stat().st_ino
    overwrite(path, b'"status": "started"', b'"status": "failed" ')
    assert path.read_bytes() == b'{"status": "failed" , "started": 1}'
    assert path.stat().st_ino == node
    overwrite(path, b"absent", b"absent")
    assert path.read_bytes() == b'{"status": "failed" , "started": 1}'
