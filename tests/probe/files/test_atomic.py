"""Files are whole or not there."""

import os
import stat

import pytest

from probe.files.atomic import replacing, write_bytes, write_text


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
