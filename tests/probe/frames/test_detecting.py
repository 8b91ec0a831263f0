"""Detectors by name, and what is said of a wrong one."""

import pytest

from probe.errors import CheckpointError, DetectorError
from probe.frames.detecting import DETECTORS, open_detector
from probe.wording import speaking


def test_shipped_detectors():
    assert {"boxes", "onnx", "scene", "ssd", "yolact"} <= set(DETECTORS.names())
    assert all(spec.summary for spec in DETECTORS.all().values())
    assert open_detector("scene").has_masks


def test_a_path_behind_a_colon_as_models_are_named(tmp_path):
    folder = tmp_path / "a=b"
    folder.mkdir()
    assert open_detector(f"scene:{tmp_path}").folder == tmp_path
    assert open_detector(f"scene={folder}").folder == folder
    assert open_detector(f"scene:{folder}").folder == folder
    with pytest.raises(DetectorError, match=r"no detector 'yolakt:x\.pth'"):
        open_detector("yolakt:x.pth")


def test_what_is_refused(tmp_path):
    with pytest.raises(DetectorError, match="no detector 'yolakt'") as caught:
        open_detector("yolakt=x.pth")
    assert "yolact" in caught.value.hint
    with pytest.raises(DetectorError, match="boxes needs a file") as caught:
        open_detector("boxes")
    assert "width" in caught.value.hint
    with speaking("ja"), pytest.raises(DetectorError) as caught:
        open_detector("boxes")
    assert "列はframe" in caught.value.hint
    with pytest.raises(DetectorError, match="yolact needs a checkpoint"):
        open_detector("yolact")
    with pytest.raises(DetectorError, match="no such folder of masks"):
        open_detector(f"scene={tmp_path / 'nothing'}")
    with pytest.raises(CheckpointError):
        open_detector(f"yolact={tmp_path / 'nothing.pth'}")
