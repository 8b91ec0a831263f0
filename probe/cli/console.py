"""What a person sees while a command works: steps, progress with a rate, and nothing twice."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

from probe.contracts import Reporter

EVERY = 0.2
"""Seconds between two updates of a line on a terminal."""

EVERY_PIPED = 15.0
"""Seconds between two lines where the output is a file."""


def line(label: str, text: object) -> str:
    """A line of results: a short label, then what it is about, one below the other."""
    return f"{label:<7} {text}"


class Console(Reporter):
    """Prints steps and progress to a stream (standard error, so that results can be piped)."""

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
        shown = ", ".join(parts)
        if self._live:
            print(f"\r\x1b[K{shown}", end="\n" if finished else "", file=self._stream, flush=True)
        else:
            print(shown, file=self._stream, flush=True)
