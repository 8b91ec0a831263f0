"""What a person sees while a command works."""

import io
import re
import time

from probe.cli.console import _Progress


def test_progress_says_no_rate_before_there_is_one():
    stream = io.StringIO()
    progress = _Progress(stream, False, "rendering", "pictures")
    progress._start = progress._shown = time.monotonic() - 20
    progress(1, 800)
    assert stream.getvalue() == "rendering: 1 of 800 pictures\n"
    progress._shown = time.monotonic() - 20
    progress(5, 800)
    assert re.search(r"5 of 800 pictures, 0\.2/s, \d{4} s left", stream.getvalue())
