"""Who is told how a study goes."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int], None]


class Reporter:
    """Told what a study is doing; the command line prints it, the default says nothing."""

    def step(self, text: str) -> None:
        """A step begins, or something worth knowing happened."""

    def progress(self, text: str, unit: str) -> Progress:
        """A function to be told (done, all) of a step that takes time."""
        return lambda done, everything: None
