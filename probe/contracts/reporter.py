"""Who is told how a study goes: nobody, or a stream that a person reads while it works."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

EVERY = 0.2
"""Seconds between two updates of a line on a terminal (ours: it moves, and can still be read)."""

EVERY_PIPED = 15.0
"""Seconds between two lines where the output is a file (ours: four a minute in a log)."""

Progress = Callable[[int, int], None]


class Reporter:
    """Told what a study is doing; this one says nothing."""

    def step(self, text: str) -> None:
        """A step begins, or something worth knowing happened."""

    def progress(self, text: str, unit: str) -> Progress:
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

    def step(self, text: str) -> None:
        """Print a line."""
        print(text, file=self._stream, flush=True)

    def progress(self, text: str, unit: str) -> Callable[[int, int], None]:
        """Progress of a step: shown once it has taken longer than a second."""
        return _Progress(self._stream, self._live, text, unit)


class _Progress:
    def __init__(self, stream: TextIO, live: bool, text: str, unit: str) -> None:
        self._stream, self._live, self._text, self._unit = stream, live, text, unit
        self._start = self._shown = time.monotonic()
        self._first: int | None = None
        self._ever = False

    def __call__(self, done: int, everything: int) -> None:
        """Told how far the step is."""
        now = time.monotonic()
        if self._first is None:
            self._first = done
        finished = done >= everything
        slow = now - self._start > 1.0
        due = now - self._shown > (EVERY if self._live else EVERY_PIPED)
        if (due and slow) or (finished and (slow or self._ever)):
            self._shown, self._ever = now, True
            self._print(done, everything, now - self._start, finished)

    def _print(self, done: int, everything: int, seconds: float, finished: bool) -> None:
        rate = (done - (self._first or 0)) / seconds if seconds > 0 else 0.0
        parts = [f"{self._text}: {done:,} of {everything:,} {self._unit}"]
        if rate > 0:
            parts.append(f"{rate:,.{0 if rate >= 10 else 1}f}/s")
        if finished:
            parts.append(f"{seconds:.0f} s")
        elif rate > 0:
            parts.append(f"{(everything - done) / rate:.0f} s left")
        line = ", ".join(parts)
        if self._live:
            print(f"\r\x1b[K{line}", end="\n" if finished else "", file=self._stream, flush=True)
        else:
            print(line, file=self._stream, flush=True)
