"""A frame is known by its record; folders and videos give them under one interface."""

from probe.frames.folder import FrameFolder
from probe.frames.frame import Frame, FrameSource


def test_a_folder_gives_frames(frames):
    source: FrameSource = FrameFolder(frames)
    first = next(source.frames(2, 1))
    assert isinstance(first, Frame)
    assert (first.record.number, first.record.name, first.record.folder) == (2, "f2.png", frames)
