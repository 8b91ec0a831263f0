"""A folder is new, ours to go on with, or refused."""

import pytest

from probe.errors import FramesError
from probe.frames.progress_file import NAME, CropProgress, read_progress, write_progress


def test_new_folders_begin_and_old_ones_go_on(tmp_path):
    assert read_progress(tmp_path / "new", "a") == CropProgress("a")
    assert read_progress(tmp_path, "a") == CropProgress("a")
    progress = CropProgress("a", 50, 25, 1234, unread=("one", "two"))
    write_progress(tmp_path, progress)
    assert read_progress(tmp_path, "a") == progress


def test_what_is_refused(tmp_path):
    (tmp_path / "letter.txt").write_text("")
    with pytest.raises(FramesError, match="holds something else"):
        read_progress(tmp_path, "a")
    write_progress(tmp_path, CropProgress("a"))
    with pytest.raises(FramesError, match="other settings"):
        read_progress(tmp_path, "b")
    for damaged in (
        "{",
        "[]",
        "[" * 100_000,
        '{"digest": "a", "colour": 3}',
        '{"digest": "a", "next_frame": "5"}',
        '{"digest": "a", "frames": -1}',
        '{"digest": "a", "complete": 1}',
        '{"digest": "a", "unread": [5]}',
        '{"digest": "a", "unread": 5}',
    ):
        (tmp_path / NAME).write_text(damaged)
        with pytest.raises(FramesError, match="damaged"):
            read_progress(tmp_path, "a")
