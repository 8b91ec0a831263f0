"""What a person sees while a command works, and that nobody is told by default."""

import io
import re
import time
from typing import get_args

from probe.contracts.reporter import Console, Reporter, Unit, _Progress
from probe.wording import Message, wording_of

RENDERING = Message("progress-rendering")


def test_progress_says_no_rate_before_there_is_one():
    stream = io.StringIO()
    progress = _Progress(stream, False, RENDERING, "pictures")
    progress._start = progress._shown = time.monotonic() - 20
    progress(1, 800)
    assert stream.getvalue() == "rendering: 1 of 800 pictures\n"
    progress._first, progress._shown = (1, time.monotonic() - 20), time.monotonic() - 20
    progress(5, 800)
    assert re.search(r"5 of 800 pictures, 0\.2/s, \d{4}\u00a0s left", stream.getvalue())


def test_what_waited_for_processes_to_start_is_no_pace():
    stream = io.StringIO()
    progress = _Progress(stream, False, RENDERING, "pictures")
    progress._start = progress._shown = time.monotonic() - 40
    progress(1, 4_000)
    for done, since, line in (
        (2, 1, "2 of 4,000 pictures"),
        (11, 5, "11 of 4,000 pictures, 2.0/s"),
    ):
        now = time.monotonic()
        progress._first, progress._shown = (1, now - since), now - 20
        progress(done, 4_000)
        assert stream.getvalue().splitlines()[-1].startswith(f"rendering: {line}")
    assert re.search(r"2\.0/s, 1,?9\d\d\u00a0s left", stream.getvalue())
    assert "left" not in stream.getvalue().splitlines()[1]


def test_progress_says_what_it_took_in_the_end():
    stream = io.StringIO()
    progress = _Progress(stream, False, RENDERING, "cells")
    progress(0, 40_000)
    progress._start = progress._shown = time.monotonic() - 20
    progress._first = 0, progress._start
    progress(40_000, 40_000)
    assert re.fullmatch(
        r"rendering: 40,000 of 40,000 cells, (1,9\d\d|2,000)/s, 20\u00a0s\n", stream.getvalue()
    )


def test_every_unit_has_its_word():
    values = {"step": RENDERING, "done": 1, "everything": 2, "rate": None, "fast": False}
    ends = {"seconds": None, "left": None}
    for unit in get_args(Unit):
        text = wording_of()(Message("progress-line", {**values, **ends, "unit": unit}))
        assert text == f"rendering: 1 of 2 {unit}"


def test_the_console_prints_steps_and_no_progress_of_what_is_quick():
    stream = io.StringIO()
    console = Console(stream)
    console.step(Message("progress-backbone", {"name": "stripes", "engine": "numpy"}))
    console.detail("a text of a card")
    progress = console.progress(RENDERING, "pictures")
    progress(1, 2)
    progress(2, 2)
    assert stream.getvalue() == "backbone stripes: numpy\n  a text of a card\n"


def test_a_reporter_says_nothing(capsys):
    reporter = Reporter()
    reporter.step("protocol turn")
    reporter.detail("protocol turn")
    reporter.progress(RENDERING, "pictures")(1, 2)
    assert capsys.readouterr() == ("", "")
