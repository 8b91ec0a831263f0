"""Every condition against the standard one: as shot, masked, and the paired change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.cells import Cell, against_standard
from probe.reports.figure import Figure
from probe.reports.study import Chapter
from probe.runs.rows import ChangeRow
from probe.wording.numbers import NONE

Line = tuple[str, str]
"""A printed figure, and what stands below it in small print."""

MEASURES = (
    ("report-column-cosine", "mean"),
    ("report-column-retention", "retention"),
    ("report-column-missed", "fnmr"),
)
"""What is tabled: its message, and the figure of a cell."""


@dataclass(frozen=True)
class MaskedRow:
    """One model at one condition; `columns` are printed figures with what stands below them."""

    level: str
    model: int
    columns: tuple[Line, ...]


def table_of(
    chapter: Chapter, variant: str, masked: Sequence[Sequence[Cell]]
) -> tuple[tuple[str, ...], tuple[MaskedRow, ...]]:
    """The heads of the table, and its rows.

    Args:
        chapter: with the cells as shot.
        variant: the mask variant.
        masked: for every model, its cells.
    """
    both = [
        [against_standard(model, chapter.axis.standard) for model in cells]
        for cells in (chapter.cells, masked)
    ]
    used = [
        (phrase, name)
        for phrase, name in MEASURES
        if any(_figure(cell, name).value is not None for cells in both for m in cells for cell in m)
    ]
    words = chapter.words
    beside = (
        words.text("report-as-shot"),
        words.text("report-masked"),
        words.text("report-change"),
    )
    heads = tuple(
        words.text("report-masked-column", figure=words.text(phrase), variant=head)
        for phrase, _ in used
        for head in beside
    )
    changes = _changes(chapter, variant)
    rows = tuple(
        MaskedRow(
            chapter.axis.full[k],
            model,
            tuple(
                line
                for _, name in used
                for line in _lines(
                    chapter, name, (shot[k], filled[k]), changes.get((model, name, condition.key))
                )
            ),
        )
        for k, condition in enumerate(chapter.protocol.conditions)
        for model, (shot, filled) in enumerate(zip(*both, strict=True))
    )
    return heads, rows


def _changes(chapter: Chapter, variant: str) -> Mapping[tuple[int, str, str], ChangeRow]:
    """The paired changes by model, figure and condition."""
    names = chapter.source.run.backbones
    return {
        (names.index(row["backbone"]), row["figure"], row["condition"]): row
        for row in chapter.source.changes
        if (row["protocol"], row["variant"]) == (chapter.key, variant)
    }


def _figure(cell: Cell, name: str) -> Figure:
    figure: Figure = getattr(cell, name)
    return figure


def _lines(
    chapter: Chapter, name: str, pair: tuple[Cell, Cell], change: ChangeRow | None
) -> tuple[Line, Line, Line]:
    before, after = (_figure(cell, name) for cell in pair)
    lines = (before.text, before.interval), (after.text, after.interval)
    if before.value is None or after.value is None:
        return *lines, (NONE, "")
    printer = chapter.source.printer
    printed = printer.change_in_points if name == "fnmr" else printer.change_in_units
    ends = printer.end_in_points if name == "fnmr" else printer.end_in_units
    interval = printer.interval(change, ends) if change is not None else ""
    return *lines, (printed(after.value - before.value), interval)
