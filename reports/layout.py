"""How a Document is laid out, the same on the page and on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from probe.reports.chapters import SIDE_BY_SIDE
from probe.reports.document import Axis, Block, Cell, Chapter, Document
from probe.reports.phrases import phrases
from probe.reports.summary import against_standard, other_of
from probe.wording.numbers import NONE

MANY_LEVELS = 8


@dataclass(frozen=True)
class Layout:
    """How a chapter is laid out on a wide page.

    Attributes:
        side: whether the two main figures stand side by side.
        per: heat maps in a row.
        ridges: score plots in a row.
        sheets: contact sheets side by side.
    """

    side: bool
    per: int
    ridges: int
    sheets: int


def layout_of(chapter: Chapter) -> Layout:
    """Layout by the numbers of models and conditions (see the report's design notes)."""
    models, n = len(chapter.cells), len(chapter.axis.labels)
    pairs = sum(group.main for group in chapter.groups) > 1
    side = pairs and (models == 1 or (models == 2 and n <= MANY_LEVELS))
    if n > 2 * MANY_LEVELS:
        side, per = False, 1
    elif side:
        per = models
    else:
        per = min(models, 4 if n <= MANY_LEVELS else 2)
    return Layout(side, per, columns_of(models, upright=chapter.axis.upright), _sheets(chapter))


def columns_of(models: int, *, upright: bool = False) -> int:
    """Score plots in a row."""
    return min(models, 3 if upright else 4)


def _sheets(chapter: Chapter) -> int:
    axis = chapter.axis
    return min(2, len(axis.blocks)) if len(axis.labels) > SIDE_BY_SIDE else 1


def label_width(axis: Axis) -> int:
    """Width of a heat map's row labels in pixels."""
    longest = max(len(label) for label in axis.labels)
    return min(max(7 * longest + 10, 36), 104)


def parts_of(chapter: Chapter) -> list[list[Block]]:
    """The blocks of the contact sheet, dealt out to its columns in order."""
    columns = _sheets(chapter)
    blocks = list(chapter.axis.blocks)
    size = -(-len(blocks) // columns)
    return [blocks[k : k + size] for k in range(0, len(blocks), size)]


def block_at(axis: Axis, index: int) -> Block | None:
    """The block that starts at a condition, None inside one."""
    return next((block for block in axis.blocks if block.start == index), None)


@dataclass(frozen=True)
class Column:
    """A column of the table of figures.

    Attributes:
        key: its name in the phrases.
        lines: the printed figure of a cell, and what stands below it in small print.
        rate: the false match rate it is about, as printed; empty for the one that decides.
    """

    key: str
    lines: Callable[[Cell], tuple[str, str]]
    rate: str = ""


COLUMNS = (
    Column("cosine", lambda c: (c.mean.text, c.mean.interval)),
    Column("sd_pairs", lambda c: (c.sd_pairs, "")),
    Column("sd_subjects", lambda c: (c.sd_subjects, "")),
    Column("pairs", lambda c: (c.n_pairs, c.missed_pairs)),
    Column("people", lambda c: (c.n_subjects, "")),
    Column("at_large_short", lambda c: (c.strangers.text, "")),
    Column("alike_short", lambda c: (c.alike.text, "")),
    Column("retention", lambda c: (c.retention.text, c.retention.interval)),
    Column("missed_head", lambda c: (c.fnmr.text, c.fnmr.interval)),
    Column("further", lambda c: ("", "")),
    Column("passing", lambda c: (c.large_passing.text, "")),
    Column("passing_alike", lambda c: (c.alike_passing.text, "")),
    Column("dprime", lambda c: (c.dprime.text, "")),
    Column("auc", lambda c: (c.auc.text, "")),
    Column("eer", lambda c: (c.eer.text, "")),
)


def table_columns(chapter: Chapter) -> list[Column]:
    """The columns in which any cell against the standard has a figure."""
    standard = chapter.axis.standard
    cells = [c for model in chapter.cells for c in against_standard(model, standard)]
    rates = dict.fromkeys(rate for c in cells for rate, _ in c.further)
    further = [_further(rate) for rate in rates]
    columns = [x for c in COLUMNS for x in (further if c.key == "further" else [c])]
    return [column for column in columns if any(column.lines(c)[0] != NONE for c in cells)]


def _further(rate: str) -> Column:
    """The misses at a further false match rate."""

    def lines(cell: Cell) -> tuple[str, str]:
        figure = dict(cell.further).get(rate)
        return (figure.text, figure.interval) if figure else (NONE, "")

    return Column("further", lines, rate)


def column_head(column: Column, language: str = "en") -> str:
    """What stands above a column."""
    return phrases(language)[column.key].format(rate=column.rate)


@dataclass(frozen=True)
class TableRow:
    """One model at one condition: `lines` has an entry a column."""

    model: int
    lines: tuple[tuple[str, str], ...]


def table_of(chapter: Chapter) -> list[tuple[str, list[TableRow]]]:
    """Cells against the standard: for every condition its label and one row a model."""
    standard = chapter.axis.standard
    columns = table_columns(chapter)
    told = [against_standard(model, standard) for model in chapter.cells]
    return [
        (
            chapter.axis.full[other_of(told[0][k], standard)],
            [
                TableRow(m, tuple(column.lines(cells[k]) for column in columns))
                for m, cells in enumerate(told)
            ],
        )
        for k in range(len(chapter.axis.labels))
    ]


def table_note(chapter: Chapter, language: str = "en") -> str:
    """What the columns mean, and why figures or intervals are missing."""
    standard = chapter.axis.standard
    cells = [c for model in chapter.cells for c in against_standard(model, standard)]
    notes: dict[str, None] = {}
    for cell in cells:
        for figure in (cell.mean, cell.fnmr, cell.retention):
            if figure.note and not figure.interval and figure.value is not None:
                notes[figure.note] = None
    words = phrases(language)
    none = words["m_intervals_why"].format(why="; ".join(notes)) if notes else ""
    return words["table_note"].format(none=none).strip()


def frame_of(document: Document) -> int:
    """Height of the common picture frame in per cent of its width: the median of the pictures."""
    shapes = [p.height / p.width for p in document.pictures.values()]
    return round(100 * min(max(median(shapes), 1.0), 3.0)) if shapes else 250
