"""Videos: every frame once, with its time; one that is cut off, damaged or no video."""

import sys

import numpy as np
import pytest

from probe.errors import FramesError
from probe.frames.opening import open_frames
from probe.frames.video import Video
from probe.wording import wording_of

cv2 = pytest.importorskip("cv2")


@pytest.fixture
def video(tmp_path, walk):
    """A video of 20 frames at 12.5 a second (Motion JPEG: every OpenCV has it)."""
    path = tmp_path / "gate.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), 12.5, (200, 120))
    for number in range(20):
        writer.write(np.ascontiguousarray(walk(number)[..., ::-1]))
    writer.release()
    return path


def test_frames_with_their_times(video, walk):
    source = open_frames(video)
    assert (source.name, source.count) == ("gate", 20)
    read = list(source.frames(0, 1))
    assert [frame.record.number for frame in read] == list(range(20))
    np.testing.assert_allclose([f.record.time for f in read], np.arange(20) / 12.5, atol=1e-3)
    difference = np.abs(read[7].pixels.astype(int) - walk(7)).mean()
    assert difference < 12, "red stays red, and the frame is the eighth"
    assert not source.notes


def test_going_on_gives_the_same_frames(video):
    source = Video(video)
    every = {frame.record.number: frame.pixels for frame in source.frames(0, 3)}
    later = {frame.record.number: frame.pixels for frame in source.frames(9, 3)}
    assert list(every) == [0, 3, 6, 9, 12, 15, 18]
    assert list(later) == [9, 12, 15, 18]
    assert all(np.array_equal(every[number], pixels) for number, pixels in later.items())


def test_a_video_that_ends_in_the_middle(video):
    data = video.read_bytes()
    video.write_bytes(data[: len(data) // 2])
    source = Video(video)
    read = list(source.frames(0, 1))
    assert 0 < len(read) < 20
    # Without its index some builds find the frames and know no number: then there is no note.
    assert all("gate.avi ends after" in wording_of()(note) for note in source.notes)


def test_without_opencv_the_extra_is_named(video, monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(FramesError, match="videos need OpenCV") as caught:
        open_frames(video)
    assert "probe-reid[video]" in caught.value.hint


def test_no_video(tmp_path):
    path = tmp_path / "x.mp4"
    path.write_bytes(b"no video at all")
    with pytest.raises(FramesError, match="cannot be read") as caught:
        open_frames(path)
    assert "ffmpeg" in caught.value.hint
