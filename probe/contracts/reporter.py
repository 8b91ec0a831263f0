"""Who is told how a study goes: nobody, or a stream that a person reads while it works.

What is told is a message, so that it can be read in any language; a text stands for what others
say (plug-ins, error messages) and is told as it is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Literal, TextIO

from probe.wording import Message, wording_of

EVERY = 0.2
"""Seconds between two updates of a line on a terminal (ours: it moves, and can still be read)."""

EVERY_PIPED = 15.0
"""Seconds between two lines where the output is a file (ours: four a minute in a log)."""

SLOW = 1.0
"""Seconds after which progress is shown at all."""

FEWEST = 3
"""Units done after the first call from which a rate is told (ours)."""

Progress = Callable[[int, int], None]
"""Told (done, all)."""

Unit = Literal[
    "pictures", "pairs", "cells", "conditions", "remedies", "steps", "frames", "files", "bytes"
]
"""What progress counts; each has its word in the message `progress-line`."""

_FAST = 10
"""From so many a second on, decimals of a rate say nothing (ours)."""


class Reporter:
    """Told what a study is doing; this one says nothing."""

    def step(self, text: Message | str) -> None:
        """A step begins, or something worth knowing happened."""

    def detail(self, text: Message | str) -> None:
        """Something that belongs to the step told last."""
        self.step(text)

    def progress(self, text: Message, unit: Unit) -> Progress:
        """A function to be told (done, all) of a step that takes time."""
        return lambda done, everything: None


class Console(Reporter):
    """A reporter that prints to a stream (standard error, so that results can be piped).

    Args:
        stream: where to; None for standard error.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()

    def step(self, text: Message | str) -> None:
        """Print a line."""
        print(wording_of().either(text), file=self._stream, flush=True)

    def detail(self, text: Message | str) -> None:
        """Print a line, set in."""
        print(f"  {wording_of().either(text)}", file=self._stream, flush=True)

    def progress(self, text: Message, unit: Unit) -> Progress:
        """Progress of a step: shown once it has taken longer than a second."""
        return _Progress(self._stream, self._live, text, unit)


class _Progress:
    def __init__(self, stream: TextIO, live: bool, text: Message, unit: Unit) -> None:
        self._stream, self._live, self._text, self._unit = stream, live, text, unit
        self._start = self._shown = time.monotonic()
        self._first: tuple[int, float] | None = None
        self._ever = False

    def __call__(self, done: int, everything: int) -> None:
        """Told how far the step is."""
        now = time.monotonic()
        if self._first is None:
            self._first = done, now
        finished = done >= everything
        slow = now - self._start > SLOW
        due = now - self._shown > (EVERY if self._live else EVERY_PIPED)
        if (due and slow) or (finished and (slow or self._ever)):
            self._shown, self._ever = now, True
            self._print(done, everything, now, finished)

    def _print(self, done: int, everything: int, now: float, finished: bool) -> None:
        rate = self._rate(done, now)
        left = (everything - done) / rate if rate > 0 and not finished else None
        message = Message(
            "progress-line",
            {
                "step": self._text,
                "done": done,
                "everything": everything,
                "unit": self._unit,
                "rate": round(rate) if rate >= _FAST else rate or None,
                "fast": rate >= _FAST,
                "seconds": now - self._start if finished else None,
                "left": left,
            },
        )
        line = wording_of()(message)
        if self._live:
            print(f"\r\x1b[K{line}", end="\n" if finished else "", file=self._stream, flush=True)
        else:
            print(line, file=self._stream, flush=True)

    def _rate(self, done: int, now: float) -> float:
        """Units a second since the first call; 0.0 where too few are done to say.

        What was done by the first call may have been kept, or have waited for processes to start.
        """
        first, then = self._first or (done, now)
        return (done - first) / (now - then) if done - first >= FEWEST and now > then else 0.0
