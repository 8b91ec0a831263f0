"""Masks of every source, and what is said of those that do not fit."""

import numpy as np
import pytest
from PIL import Image

from probe.errors import FramesError
from probe.frames.annotated.masks import CropMask, LabelMask, PolygonMask, RunMask
from probe.pictures.decoding import Box


def saved(path, values):
    Image.fromarray(np.asarray(values, np.uint8)).save(path)
    return path


def test_a_label(tmp_path):
    path = saved(tmp_path / "m.png", [[0, 1, 1], [2, 2, 1]])
    assert LabelMask(path, 1).pixels((2, 3)).tolist() == [
        [False, True, True],
        [False, False, True],
    ]
    palette = Image.fromarray(np.array([[0, 3], [3, 0]], np.uint8), "P")
    palette.putpalette([200] * 768)
    palette.save(tmp_path / "p.png")
    assert LabelMask(tmp_path / "p.png", 3).pixels((2, 2)).sum() == 2
    with pytest.raises(FramesError, match="no pixel has the value 4") as caught:
        LabelMask(path, 4).pixels((2, 3))
    assert str(path) in str(caught.value.place)


def test_a_label_of_another_size_is_named(tmp_path):
    path = saved(tmp_path / "m.png", np.ones((4, 6)))
    for ask in (LabelMask(path, 1).check, LabelMask(path, 1).pixels):
        with pytest.raises(FramesError, match=r"mask has 4x6 pixels .* the frame 5x6") as caught:
            ask((5, 6))
        assert "belongs to the frame" in caught.value.hint


def test_no_picture(tmp_path):
    (tmp_path / "m.png").write_bytes(b"no picture")
    for mask in (LabelMask(tmp_path / "m.png", 1), LabelMask(tmp_path / "none.png", 1)):
        with pytest.raises(FramesError, match="no readable mask"):
            mask.pixels((2, 2))
        with pytest.raises(FramesError, match="no readable mask"):
            mask.check((2, 2))


def test_a_crop_lies_where_it_was_cut_out(tmp_path):
    path = saved(tmp_path / "c.png", [[255, 0], [255, 255]])
    mask = CropMask(path, Box(2.2, 0.8, 2.0, 2.0))
    whole = mask.pixels((4, 6))
    assert np.argwhere(whole).tolist() == [[1, 2], [2, 2], [2, 3]]
    # A box over the border was cut at it.
    over = CropMask(path, Box(-1, 0, 3, 2)).pixels((4, 6))
    assert np.argwhere(over).tolist() == [[0, 0], [1, 0], [1, 1]]
    with pytest.raises(FramesError, match="its crop 2x3"):
        CropMask(path, Box(0, 0, 3, 2)).check((4, 6))


def test_polygons_cover_what_they_go_around():
    square = PolygonMask(((1, 1, 4, 1, 4, 3, 1, 3),))
    mask = square.pixels((6, 8))
    assert mask[1:4, 1:5].all()
    assert mask.sum() == 12
    two = PolygonMask(((0, 0, 1, 0, 1, 1, 0, 1), (6, 4, 7, 4, 7, 5, 6, 5)))
    assert two.pixels((6, 8)).sum() == 8
    square.check((1, 1))


def test_runs_go_down_the_columns(tmp_path):
    mask = RunMask((2, 3, 1), (2, 3), tmp_path / "a.json")
    assert mask.pixels((2, 3)).tolist() == [[False, True, True], [False, True, False]]
    with pytest.raises(FramesError, match="2x3 pixels"):
        mask.pixels((3, 3))
    with pytest.raises(FramesError, match="pixels"):
        RunMask((2, 3), (2, 3), tmp_path / "a.json").check((2, 3))
