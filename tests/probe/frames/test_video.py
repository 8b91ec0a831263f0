"""Videos: every frame once, with its time; one that is cut off, damaged or no video."""

import struct
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


@pytest.fixture
def phone(tmp_path):
    """An MP4 of 64 x 48 whose left half is red."""
    path = tmp_path / "phone.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (64, 48))
    frame = np.zeros((48, 64, 3), np.uint8)
    frame[:, :32] = (0, 0, 255)
    for _ in range(6):
        writer.write(frame)
    writer.release()
    return path


TURNED = {
    90: (0, 1, -1, 0),
    180: (-1, 0, 0, -1),
    270: (0, -1, 1, 0),
}
"""Degrees clockwise -> the upper left of the display matrix (ISO/IEC 14496-12, 8.3.2)."""


def turn(path, degrees):
    """Write a rotation flag, as phones do, into the track header of an MP4."""
    data = bytearray(path.read_bytes())
    header = data.index(b"tkhd") + 4
    assert data[header] == 0, "version 0: times of 32 bits"
    a, b, c, d = TURNED[degrees]
    one = 1 << 16
    matrix = struct.pack(">9i", a * one, b * one, 0, c * one, d * one, 0, 0, 0, 1 << 30)
    data[header + 40 : header + 76] = matrix
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("degrees", "shape", "red"),
    [(90, (64, 48), (5, 24)), (180, (48, 64), (24, 60)), (270, (64, 48), (60, 24))],
)
def test_rotation_flags_are_obeyed(phone, degrees, shape, red):
    turn(phone, degrees)
    frames = list(Video(phone).frames(0, 1))
    assert len(frames) == 6
    pixels = frames[3].pixels
    assert pixels.shape == (*shape, 3)
    opposite = tuple(side - 1 - place for side, place in zip(shape, red, strict=True))
    assert pixels[red][0] > 180, "the left half is where the turn takes it"
    assert pixels[opposite].max() < 60


def test_a_video_without_a_decoder(phone):
    data = phone.read_bytes()
    codec = data.index(b"mp4v", data.index(b"stsd"))
    data = data[:codec] + b"zzzz" + data[codec + 4 :]
    phone.write_bytes(data.replace(b"esds", b"free"))
    with pytest.raises(FramesError, match="OpenCV has no decoder for it") as caught:
        open_frames(phone)
    assert "ffmpeg" in caught.value.hint


def test_an_mp4_that_is_cut_before_its_index(phone):
    data = phone.read_bytes()
    phone.write_bytes(data[: len(data) // 2])
    with pytest.raises(FramesError, match="damaged or cut off"):
        open_frames(phone)
