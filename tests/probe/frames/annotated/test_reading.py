"""Sets by their form; what is no form, no path, or empty."""

import pytest

from probe.errors import FramesError
from probe.frames.annotated.reading import annotated_frames
from tests.probe.frames.annotated.drawn_set import write_coco, write_crops, write_penn_fudan


def test_every_form_is_read(tmp_path):
    given = {
        "penn_fudan": write_penn_fudan(tmp_path / "a"),
        "crops": write_crops(tmp_path / "b"),
        "coco": write_coco(tmp_path / "c"),
    }
    for form, path in given.items():
        assert len(annotated_frames(f"{form}={path}")) == 4


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        ("penn_fudan", "not FORM=PATH", "penn_fudan, crops, coco"),
        ("pen_fudan=.", "'pen_fudan' is not known", "penn_fudan"),
        ("penn_fudan=no/such", "no such folder", "penn_fudan=PATH"),
        ("coco=no/such.json", "no such file", "coco=PATH"),
        ("coco=.", "this is a folder, and a file is needed", "coco=PATH"),
    ],
)
def test_what_is_no_set(given, message, hint):
    with pytest.raises(FramesError, match=message) as caught:
        annotated_frames(given)
    assert hint in caught.value.hint


def test_a_set_without_frames(tmp_path):
    with pytest.raises(FramesError, match="no frame in this folder"):
        annotated_frames(f"penn_fudan={write_penn_fudan(tmp_path, ())}")
