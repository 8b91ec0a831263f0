"""Models that are compared pair by pair: those of one run, or of two."""

from __future__ import annotations

import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.protocol.model import Protocol
from probe.reports.figure import Printer
from probe.reports.source import Source
from probe.reports.words import Words
from probe.runs.rows import DifferenceRow

MARKS = (" (1)", " (2)")
"""What the names of the models of two runs end with, in the order of the runs."""


class Compared(typing.Protocol):
    """What a comparison of models is drawn from."""

    @property
    def language(self) -> str:
        """Code of the language it is printed in."""

    @property
    def words(self) -> Words:
        """The words of the language."""

    @property
    def printer(self) -> Printer:
        """How numbers and notes are printed in it."""

    @property
    def shorts(self) -> Mapping[str, str]:
        """Shown name of every backbone."""

    @property
    def protocols(self) -> Mapping[str, Protocol]:
        """Protocols by name."""

    @property
    def differences(self) -> Sequence[DifferenceRow]:
        """Paired differences between backbones."""

    def failing(self, protocol: str, backbone: str) -> float | None:
        """Misses in the standard condition itself where they exceed the limit of use; else None."""


@dataclass(frozen=True, eq=False)
class TwoRuns:
    """Two runs of the same pictures, whose models bear a mark: `arcface.demo (1)`.

    Attributes:
        runs: both, in one language.
        differences: of every backbone of the second against every backbone of the first.
    """

    runs: tuple[Source, Source]
    differences: Sequence[DifferenceRow]

    @property
    def language(self) -> str:
        """Code of the language."""
        return self.runs[0].language

    @property
    def words(self) -> Words:
        """The words of the language."""
        return self.runs[0].words

    @property
    def printer(self) -> Printer:
        """How numbers and notes are printed in it."""
        return self.runs[0].printer

    @property
    def shorts(self) -> Mapping[str, str]:
        """Shown names with their marks."""
        return {
            name + mark: short + mark
            for run, mark in zip(self.runs, MARKS, strict=True)
            for name, short in run.shorts.items()
        }

    @property
    def protocols(self) -> Mapping[str, Protocol]:
        """Those of the first run: the second has the same."""
        return self.runs[0].protocols

    def failing(self, protocol: str, backbone: str) -> float | None:
        """As the run of the backbone says."""
        run = next(k for k, mark in enumerate(MARKS) if backbone.endswith(mark))
        return self.runs[run].failing(protocol, backbone.removesuffix(MARKS[run]))
