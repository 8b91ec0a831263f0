"""A closed table of the section, and how its cells are printed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probe.reports.figure import Columns, Print, Row
from probe.reports.sections.examiner.plot import Plots
from probe.reports.study import Chapter

VALUE = Columns("value", "low", "high")

HEADS = {
    "curves": "report-examiner-curves-head",
    "identification": "report-examiner-identification-head",
    "people": "report-examiner-people-head",
    "calibration": "report-examiner-calibration-head",
    "flow": "report-examiner-flow-head",
    "groups": "report-examiner-groups-head",
    "differentials": "report-examiner-differentials-head",
}
"""Titles of the tables."""


@dataclass(frozen=True)
class Block:
    """A table.

    Attributes:
        key: what it is about.
        title, caption: how to read it.
        heads: of its columns.
        rows: texts.
        plots: drawn above them; None for none.
    """

    key: str
    title: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    plots: Plots | None = None


def heads_of(chapter: Chapter, *names: str) -> list[str]:
    """Heads of columns, from their messages."""
    return [chapter.words.text(name) for name in names]


def block_of(
    chapter: Chapter, key: str, heads: Iterable[str], rows: Iterable[tuple[str, ...]], caption: str
) -> Block:
    """A table with the title of its key."""
    return Block(key, chapter.words.text(HEADS[key]), caption, tuple(heads), tuple(rows))


def name_of(chapter: Chapter, backbone: str) -> str:
    """A model, as tables name it."""
    return chapter.source.shorts[backbone]


def percent_of(chapter: Chapter, row: Row) -> str:
    """A rate, such as `37 % (12 % to 58 %)`."""
    return with_interval(chapter, row, VALUE, chapter.source.printer.percent)


def with_interval(chapter: Chapter, row: Row, columns: Columns, print_number: Print) -> str:
    """`37 % (12 % to 58 %)`; without an interval the figure alone."""
    figure = chapter.source.printer.figure(row, columns, print_number)
    return f"{figure.text} ({figure.interval})" if figure.interval else figure.text
