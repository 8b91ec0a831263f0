"""The options of cutting people out: what they make."""

import pytest

from probe.errors import UsageError
from probe.frames.limits import Limits
from probe.frames.request import CroppingOptions, check_fps


def test_limits_of_the_options():
    assert CroppingOptions().limits == Limits(0.3, 48, 16, 0.0)
    changed = CroppingOptions(least_score=0.5, least_height=9, least_width=8, least_sharpness=7.0)
    assert changed.limits == Limits(0.5, 9, 8, 7.0)


def test_fps_is_for_folders(tmp_path):
    video = tmp_path / "gate.mp4"
    video.write_bytes(b"")
    check_fps(25.0, [video, tmp_path])
    check_fps(None, [video])
    with pytest.raises(UsageError, match="a video has its own times"):
        check_fps(25.0, [video])
