"""What a person sees while a command works, and that nobody is told by default."""

import io
import re
import time

from probe.contracts.reporter import Console, Reporter, _Progress


def test_progress_says_no_rate_before_there_is_one():
    stream = io.StringIO()
    progress = _Progress(stream, False, "rendering", "pictures")
    progress._start = progress._shown = time.monotonic() - 20
    progress(1, 800)
    assert stream.getvalue() == "rendering: 1 of 800 pictures\n"
    progress._shown = time.monotonic() - 20
    progress(5, 800)
    assert re.search(r"5 of 800 pictures, 0\.2/s, \d{4} s left", stream.getvalue())


def test_the_console_prints_steps_and_no_progress_of_what_is_quick():
    stream = io.StringIO()
    console = Console(stream)
    console.step("protocol turn")
    progress = console.progress("embedding", "pictures")
    progress(1, 2)
    progress(2, 2)
    assert stream.getvalue() == "protocol turn\n"


def test_a_reporter_says_nothing(capsys):
    reporter = Reporter()
    reporter.step("protocol turn")
    reporter.progress("embedding", "pictures")(1, 2)
    assert capsys.readouterr() == ("", "")
