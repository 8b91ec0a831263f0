"""Penn-Fudan as it comes: boxes that count from 1, masks by number, what is missing."""

import numpy as np
import pytest

from probe.errors import FramesError
from probe.frames.annotated.penn_fudan import penn_fudan
from tests.probe.frames.annotated.drawn_set import SIZE, mask_of, people_of, write_penn_fudan


@pytest.fixture
def folder(tmp_path):
    return write_penn_fudan(tmp_path / "set")


def test_frames_with_their_people(folder):
    frames = penn_fudan(folder)
    assert [frame.name for frame in frames] == [
        f"PNGImages/FudanPed{number:05d}.png" for number in range(4)
    ]
    for number, frame in enumerate(frames):
        assert frame.size == SIZE
        assert [one.box for one in frame.instances] == people_of(number)
        for value, one in enumerate(frame.instances, start=1):
            assert (one.kind, one.crowd) == (0, False)
            np.testing.assert_array_equal(one.mask.pixels(SIZE), mask_of(number) == value)


def test_what_is_missing(folder, tmp_path):
    with pytest.raises(FramesError, match="has no folder PNGImages") as caught:
        penn_fudan(tmp_path)
    assert "PedMasks" in caught.value.hint
    (folder / "PedMasks" / "FudanPed00002_mask.png").unlink()
    with pytest.raises(FramesError, match=r"00002\.png has no PedMasks/FudanPed00002_mask"):
        penn_fudan(folder)
    (folder / "Annotation" / "FudanPed00001.txt").unlink()
    with pytest.raises(FramesError, match="no Annotation/FudanPed00001"):
        penn_fudan(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Image size", "Picture size", "no image size"),
        ("(20, 42)", "(99, 42)", "does not lie"),
        ("(20, 42)", "(20.5, 42)", "0 of 1 boxes can be read"),
        ("(20, 42)", "(" + "2" * 5000 + ", 42)", "0 of 1 boxes can be read"),
        ("80 x 48", "8" * 5000 + " x 48", "no image size"),
        ("Bounding box for", "Objects with ground truth : 2\nBounding box for", "1 of 2 boxes"),
    ],
)
def test_an_annotation_that_was_changed(folder, old, new, message):
    path = folder / "Annotation" / "FudanPed00000.txt"
    path.write_text(path.read_text().replace(old, new))
    with pytest.raises(FramesError, match=message) as caught:
        penn_fudan(folder)
    assert str(path) in str(caught.value.place)


def test_pictures_and_annotations_that_are_left_out_are_told(folder):
    (folder / "PNGImages" / "FudanPed00000.png").rename(folder / "PNGImages" / "a.JXL")
    said = []
    assert len(penn_fudan(folder, said.append)) == 3
    assert [message.id for message in said] == ["frames-left-out", "training-annotations-alone"]
    assert said[1].values == {"count": 1, "first": "FudanPed00000.txt"}
