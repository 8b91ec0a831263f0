"""Frames of a folder come in the order of the numbers in their names."""

import os

import pytest
from PIL import Image

from probe.errors import FramesError
from probe.frames.folder import FrameFolder
from probe.wording import wording_of


def test_numbers_count_as_numbers(frames):
    source = FrameFolder(frames)
    assert (source.name, source.count) == ("entrance 1", 20)
    read = list(source.frames(0, 1))
    assert [frame.record.name for frame in read] == [f"f{number}.png" for number in range(20)]
    assert [frame.record.number for frame in read] == list(range(20))
    assert read[0].pixels.shape == (120, 200, 3)
    assert read[0].record.time is None
    assert [frame.record.number for frame in source.frames(4, 6)] == [4, 10, 16]


def test_a_frame_that_cannot_be_read_is_left_out_with_a_note(frames):
    (frames / "f3.png").write_bytes(b"no picture")
    Image.new("RGB", (30, 50), "red").save(frames / "f4.png")
    source = FrameFolder(frames)
    read = {frame.record.number: frame.pixels.shape for frame in source.frames(0, 1)}
    assert 3 not in read
    assert read[4] == (50, 30, 3), "frames may change their size"
    (note,) = source.notes
    assert "f3.png" in wording_of()(note)


def test_the_digest_follows_the_files(frames):
    before = FrameFolder(frames).digest
    assert FrameFolder(frames).digest == before
    (frames / "f3.png").unlink()
    assert FrameFolder(frames).digest != before


def test_a_folder_without_frames(tmp_path):
    with pytest.raises(FramesError, match="no frame in this folder\n"):
        FrameFolder(tmp_path)
    for name in ("a.dng", "b.DNG", "c.txt"):
        (tmp_path / name).write_bytes(b"x")
    with pytest.raises(FramesError, match=r"read: 2 \.dng files, 1 \.txt file"):
        FrameFolder(tmp_path)


def test_pictures_that_are_not_read_and_links_are_counted(frames, tmp_path):
    outside = tmp_path / "outside.png"
    outside.write_bytes((frames / "f3.png").read_bytes())
    (frames / "f98.png").symlink_to(outside)
    (frames / "f99.png").symlink_to("nowhere.png")
    (frames / "f97.png").symlink_to(frames / "f3.png")
    for name in ("x.dng", "y.dng", "notes.txt", "README"):
        (frames / name).write_bytes(b"x")
    (frames / "f96").write_bytes(outside.read_bytes())
    (frames / "f95").symlink_to(outside)
    folder = FrameFolder(frames)
    assert folder.count == 21
    assert folder.has("f97.png")
    assert not folder.has("f98.png")
    assert folder.has(20)
    assert not folder.has(21)
    told = [wording_of()(note) for note in folder.notes]
    assert len(told) == 4
    assert "1 file is left out: f96 (it is a picture without an ending" in told[0]
    assert "1 file is left out: f98.png (" in told[1]
    assert "1 file is left out: f99.png (" in told[2]
    assert told[3].startswith("2 files are left out: x.dng (")


def test_names_with_digits_of_other_kinds(frames):
    """A superscript is a digit to Python, and no number."""
    for name in ("\u00b21.png", "\u0663.png"):
        (frames / "f0.png").rename(frames / name)
        assert FrameFolder(frames).has(name)
        (frames / name).rename(frames / "f0.png")


def test_names_that_are_no_utf8_or_not_composed(frames):
    (frames / "f0.png").rename(frames / os.fsdecode(b"f\x800.png"))
    (frames / "f1.png").rename(frames / "cafe\u0301.png")
    folder = FrameFolder(frames)
    assert folder.has("f\\x800.png")
    assert folder.has("caf\u00e9.png")
    assert len(folder.digest) == 64
    (frames / "f2.png").write_bytes(b"no picture")
    assert len(list(folder.frames(0, 1))) == folder.count - 1


def test_frames_a_second_give_times(frames):
    plain, timed = FrameFolder(frames), FrameFolder(frames, 12.5)
    assert [f.record.time for f in timed.frames(0, 5)] == [0.0, 0.4, 0.8, 1.2]
    assert next(plain.frames(0, 1)).record.time is None
    assert plain.digest != timed.digest != FrameFolder(frames, 25.0).digest
