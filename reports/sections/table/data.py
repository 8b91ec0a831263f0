"""All figures against the standard condition, as a table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from probe.reports.cells import Cell, against_standard
from probe.reports.section import Json, Names, Section, left_out
from probe.reports.study import Chapter
from probe.wording.numbers import NONE

Line = tuple[str, str]
"""A printed figure, and what stands below it in small print."""


@dataclass(frozen=True)
class Column:
    """A column of the table.

    Attributes:
        key: its name.
        head: message above it.
        line: the printed figure of a cell, and what stands below it in small print.
        rate: the false match rate it is about, as printed; empty for the one that decides.
    """

    key: str
    head: str
    line: Callable[[Cell], Line]
    rate: str = ""


COLUMNS = (
    Column("cosine", "report-column-cosine", lambda c: (c.mean.text, c.mean.interval)),
    Column("sd-pairs", "report-column-sd-pairs", lambda c: (c.sd_pairs, "")),
    Column("sd-subjects", "report-column-sd-subjects", lambda c: (c.sd_subjects, "")),
    Column("pairs", "report-column-pairs", lambda c: (c.n_pairs, c.missed_pairs)),
    Column("people", "report-column-people", lambda c: (c.n_subjects, "")),
    Column("strangers", "report-column-strangers", lambda c: (c.strangers.text, "")),
    Column("alike", "report-column-alike", lambda c: (c.alike.text, "")),
    Column(
        "retention", "report-column-retention", lambda c: (c.retention.text, c.retention.interval)
    ),
    Column("missed", "report-column-missed", lambda c: (c.fnmr.text, c.fnmr.interval)),
    Column("further", "report-column-further", lambda c: ("", "")),
    Column("passing", "report-column-passing", lambda c: (c.large_passing.text, "")),
    Column("passing-alike", "report-column-passing-alike", lambda c: (c.alike_passing.text, "")),
    Column("dprime", "report-column-dprime", lambda c: (c.dprime.text, "")),
    Column("auc", "report-column-auc", lambda c: (c.auc.text, "")),
    Column("eer", "report-column-eer", lambda c: (c.eer.text, "")),
)


@dataclass(frozen=True)
class TableRow:
    """One model at one condition.

    Attributes:
        model: its index.
        anchor: name of the row, for links to it.
        lines: an entry a column.
    """

    model: int
    anchor: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Level:
    """One condition: its label, and one row a model."""

    label: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Table:
    """The table of a chapter.

    Attributes:
        columns: names of the columns.
        heads: what stands above them.
        levels: one a condition.
        note: what the columns mean, and why figures or intervals are missing.
    """

    columns: tuple[str, ...]
    heads: tuple[str, ...]
    levels: tuple[Level, ...]
    note: str


def build(chapter: Chapter) -> Table:
    """The table of a chapter."""
    standard = chapter.axis.standard
    cells = [against_standard(model, standard) for model in chapter.cells]
    columns = _columns([cell for model in cells for cell in model])
    return Table(
        columns=tuple(column.key for column in columns),
        heads=tuple(chapter.words.text(column.head, rate=column.rate) for column in columns),
        levels=tuple(
            _level(chapter, condition, [model[condition] for model in cells], columns)
            for condition in range(len(chapter.axis.labels))
        ),
        note=_note(chapter, [cell for model in cells for cell in model]),
    )


def anchor(protocol: str, model: int, condition: int) -> str:
    """Name of the row of a model and condition, for links to it."""
    return f"t-{protocol}-{model}-{condition}"


def to_json(_: Table | None, __: Names) -> Mapping[str, Json]:
    """Nothing: `cells` holds the same figures and more."""
    return {}


def _level(
    chapter: Chapter, condition: int, cells: Sequence[Cell], columns: Sequence[Column]
) -> Level:
    rows = tuple(
        TableRow(
            model,
            anchor(chapter.key, model, condition),
            tuple(column.line(cell) for column in columns),
        )
        for model, cell in enumerate(cells)
    )
    return Level(chapter.axis.full[condition], rows)


def _columns(cells: Sequence[Cell]) -> list[Column]:
    """The columns in which any cell has a figure."""
    rates = dict.fromkeys(rate for cell in cells for rate, _ in cell.further)
    further = [_further(rate) for rate in rates]
    columns = [x for c in COLUMNS for x in (further if c.key == "further" else [c])]
    return [column for column in columns if any(column.line(c)[0] != NONE for c in cells)]


def _further(rate: str) -> Column:
    """The misses at a further false match rate."""

    def line(cell: Cell) -> Line:
        figure = dict(cell.further).get(rate)
        return (figure.text, figure.interval) if figure else (NONE, "")

    return Column("further", "report-column-further", line, rate)


def _note(chapter: Chapter, cells: Sequence[Cell]) -> str:
    reasons: dict[str, None] = {}
    for cell in cells:
        for figure in (cell.mean, cell.fnmr, cell.retention):
            if figure.note and not figure.interval and figure.value is not None:
                reasons[figure.note] = None
    alike = any(cell.alike.value is not None for cell in cells)
    note = chapter.words.text("report-table-note", alike=alike)
    why = chapter.words.text("report-no-intervals-why", why=tuple(reasons)) if reasons else ""
    return chapter.words.sentences((note, chapter.no_margin, why))


SECTION = Section(__name__, build, to_json, to_brief=left_out)
