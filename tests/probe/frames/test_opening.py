"""A folder, a video, or nothing of the kind."""

import pytest

from probe.errors import FramesError
from probe.frames.folder import FrameFolder
from probe.frames.opening import open_frames


def test_what_is_named_is_opened(frames, tmp_path):
    assert isinstance(open_frames(frames), FrameFolder)
    with pytest.raises(FramesError, match="no such video or folder"):
        open_frames(tmp_path / "nothing.mp4")
