"""What `probe crop` wrote, with its frames put beside it."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import FramesError
from probe.frames.annotated.crops import cropped
from probe.frames.box_table import BoxRow, add_rows
from probe.frames.progress_file import CropProgress, write_progress
from tests.probe.frames.annotated.drawn_set import (
    SIZE,
    mask_of,
    people_of,
    picture_of,
    write_crops,
)


def test_frames_with_their_people(tmp_path):
    frames = cropped(write_crops(tmp_path / "gate"))
    assert [frame.name for frame in frames] == [f"frames/f{number}.png" for number in range(4)]
    for number, frame in enumerate(frames):
        assert [one.box for one in frame.instances] == people_of(number)
        for value, one in enumerate(frame.instances, start=1):
            assert not one.crowd
            np.testing.assert_array_equal(one.mask.pixels(SIZE), mask_of(number) == value)


def test_boxes_without_masks_and_people_who_were_left_out(tmp_path):
    folder = write_crops(tmp_path / "gate", masks=False)
    outside = (-50.0, 0.0, 10.0, 10.0)
    add_rows(
        folder / "boxes.csv",
        [
            BoxRow(3, None, (70.0, 30.0, 20.0, 10.0), 0.5, 9, "", "small"),
            BoxRow(3, None, outside, 0.5, 9, "", "small"),
        ],
    )
    last = cropped(folder)[-1]
    assert [one.crowd for one in last.instances] == [False, False, True]
    assert all(one.mask is None for one in last.instances)
    # Cut at the border of the frame.
    assert last.instances[-1].box == (70, 30, 80, 40)


def test_what_is_missing(tmp_path):
    with pytest.raises(FramesError, match=r"has no boxes\.csv") as caught:
        cropped(tmp_path)
    assert "probe crop" in caught.value.hint
    folder = write_crops(tmp_path / "gate")
    (folder / "frames" / "f3.png").unlink()
    with pytest.raises(FramesError, match="frame 3 is not among the 3 frames"):
        cropped(folder)
    (folder / "frames" / "f1.png").write_bytes(b"no picture")
    with pytest.raises(FramesError, match="this frame cannot be read"):
        cropped(folder)
    (folder / "frames").rename(tmp_path / "elsewhere")
    with pytest.raises(FramesError, match="no folder frames") as caught:
        cropped(folder)
    assert str(folder / "frames") in caught.value.hint


def test_frames_that_are_more_or_fewer_than_were_looked_at(tmp_path):
    """A frame that is gone moves the numbers of those behind it to other pictures."""
    folder = write_crops(tmp_path / "gate", range(1, 4))
    write_progress(folder, CropProgress("d", next_frame=4, frames=4, complete=True))
    with pytest.raises(FramesError, match="frames has 3 pictures, and 4 frames were") as caught:
        cropped(folder)
    assert "no others" in caught.value.hint
    Image.fromarray(picture_of(0)).save(folder / "frames" / "f0.png")
    assert len(cropped(folder)) == 3
    Image.fromarray(picture_of(0)).save(folder / "frames" / "f00.png")
    with pytest.raises(FramesError, match="frames has 5 pictures"):
        cropped(folder)
    # Every second frame of five was looked at: nothing is behind the last but one.
    write_progress(folder, CropProgress("d", next_frame=6, frames=3, complete=True))
    assert len(cropped(folder)) == 3


def test_frames_lie_as_they_were_cut(tmp_path):
    """A camera's turned picture was cut upright."""
    folder = write_crops(tmp_path / "gate", range(1))
    path = folder / "frames" / "f0.png"
    turned = Image.fromarray(picture_of(0)).transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[0x0112] = 6
    turned.save(path, exif=exif)
    (frame,) = cropped(folder)
    assert frame.size == SIZE


def test_rows_of_a_frame_that_stand_apart_are_one_frame(tmp_path):
    folder = write_crops(tmp_path / "gate")
    head, *rows = (folder / "boxes.csv").read_text().splitlines()
    (folder / "boxes.csv").write_text("\n".join([head, *rows[::-1]]) + "\n")
    frames = cropped(folder)
    assert [frame.name for frame in frames] == [f"frames/f{number}.png" for number in range(4)]
    assert [len(frame.instances) for frame in frames] == [1, 2, 1, 2]
