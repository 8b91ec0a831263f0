"""What was compared: the contact sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from probe.reports.axis import Axis, Block
from probe.reports.pictures import SIDE_BY_SIDE, SheetRow
from probe.reports.section import Json, Names, Section
from probe.reports.study import Chapter

NO_PICTURES = 5
"""Empty places a condition has in the grid of pairs where no picture was kept: the takes of the
shipped protocols."""


@dataclass(frozen=True)
class Sheet:
    """The contact sheet: one row a condition.

    Attributes:
        rows: pictures of every condition; none where no picture was kept.
        columns: blocks of conditions, dealt out to the columns of the sheet.
        subject, others: how many pictures a row has of the shown person and of others.
        strangers: whether the others are strangers in clothes of their own.
        caption: how to read it.
    """

    rows: tuple[SheetRow, ...]
    columns: tuple[tuple[Block, ...], ...]
    subject: int
    others: int
    strangers: bool
    caption: str


def build(chapter: Chapter) -> Sheet:
    """The contact sheet of a chapter; without rows where no picture was kept."""
    rows = chapter.rows
    if not any(key for row in rows for key in (*row.subject, *row.others)):
        rows = ()
    return Sheet(
        rows=rows,
        columns=_columns(chapter.axis),
        subject=max((len(row.subject) for row in rows), default=0),
        others=max((len(row.others) for row in rows), default=0),
        strangers=chapter.shown.strangers,
        caption=_caption(chapter),
    )


def _caption(chapter: Chapter) -> str:
    """Whose pictures they are: the first of several models says which person."""
    source = chapter.source
    first = source.shorts[source.run.backbones[0]] if len(source.run.backbones) > 1 else None
    return chapter.words.text("report-sheet-caption", people=source.people, model=first)


def to_json(data: Sheet | None, _: Names) -> Mapping[str, Json]:
    """`sheet`: its caption; null where no picture was kept."""
    return {"sheet": data.caption if data and data.rows else None}


def to_script(data: Sheet) -> Mapping[str, Json]:
    """`pictures`: for every condition, the shown person's."""
    conditions = sum(block.size for column in data.columns for block in column)
    if not data.rows:
        return {"pictures": [[""] * NO_PICTURES for _ in range(conditions)]}
    return {"pictures": [list(row.subject) for row in data.rows]}


def _columns(axis: Axis) -> tuple[tuple[Block, ...], ...]:
    """The blocks of the sheet, dealt out to its columns in order."""
    columns = min(2, len(axis.blocks)) if len(axis.labels) > SIDE_BY_SIDE else 1
    size = -(-len(axis.blocks) // columns)
    return tuple(axis.blocks[k : k + size] for k in range(0, len(axis.blocks), size))


def figures(data: Sheet) -> int:
    """None where no picture was kept."""
    return 1 if data.rows else 0


SECTION = Section(__name__, build, to_json, to_script, figures=figures)
