"""Vectors part by part: each at its place on the picture, and the one that decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.cells import Cell, against_standard, other_of
from probe.reports.colours import step
from probe.reports.figure import Columns, Figure, number
from probe.reports.matrix import KINDS, Kind, Ramp, cell_text, kind_in, ramp_of
from probe.reports.section import Json, Names, Section, declared, left_out, one_figure, plain
from probe.reports.sections.parts.frame import Frame, frame_of, tiled
from probe.reports.study import Chapter
from probe.runs.manifest import BackboneEntry
from probe.runs.rows import PartRow, rows_of
from probe.runs.stored import Finding
from probe.wording import Message
from probe.wording.numbers import NONE

FIGURES = ("retention", "fnmr")
"""What is drawn of every part, where it is known; else the mean alone."""

DECIDES = "part-decides"
"""The message of a finding that names the part that decides."""


@dataclass(frozen=True)
class Band:
    """One part of a vector.

    Attributes:
        name: of the part.
        place: top, left, bottom, right on the fitted picture, as shares of it.
        lost: what it takes from the margin at the level named, as printed; empty where not known.
        decides: whether it is the part that decides.
    """

    name: str
    place: tuple[float, float, float, float]
    lost: str
    decides: bool


@dataclass(frozen=True)
class Strips:
    """One figure of all parts: a row a part below the row of all parts together.

    Attributes:
        key: name of the figure.
        title: its heading.
        ramp: its colour scale.
        texts: printed cells, by row and condition.
        steps: colour steps 0..50, -1 where there is no figure.
    """

    key: str
    title: str
    ramp: Ramp
    texts: tuple[tuple[str, ...], ...]
    steps: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Parts:
    """The parts of one model's vectors.

    Attributes:
        model: its index.
        sentence: which part decides, empty where nothing is known of it.
        level: the level that is said of, as a heading; empty for none.
        frame: the picture as the network sees it.
        tiled: whether the parts lie one below the other, so that their rows stand beside them.
        bands: the parts, in order.
        strips: their figures.
    """

    model: int
    sentence: str
    level: str
    frame: Frame
    tiled: bool
    bands: tuple[Band, ...]
    strips: tuple[Strips, ...]


def build(chapter: Chapter) -> tuple[Parts, ...] | None:
    """The parts of every model that has some; None where none has."""
    entries = chapter.source.run.manifest.backbones
    models = (_parts_of(chapter, k, entry) for k, entry in enumerate(entries) if entry.parts)
    return tuple(model for model in models if model) or None


def to_json(data: tuple[Parts, ...] | None, names: Names) -> Mapping[str, Json]:
    """`parts`: one entry a model whose vectors have parts, with its name."""
    models: list[Json] = [
        {
            "model": names[parts.model],
            **declared(parts, "sentence", "level", "bands"),
            "figures": [declared(strips, "key", "title", "texts") for strips in parts.strips],
        }
        for parts in data or ()
    ]
    return {"parts": models}


def to_paper(data: tuple[Parts, ...]) -> Json:
    """All of it."""
    return plain(data)


def _parts_of(chapter: Chapter, model: int, entry: BackboneEntry) -> Parts | None:
    rows = _rows_against_standard(chapter, entry.name)
    if not rows:
        return None
    kept = chapter.source.failing(chapter.key, entry.name) is None
    finding = chapter.source.finding("part", chapter.key, entry.name) if kept else None
    condition = _condition(chapter, finding)
    level = chapter.axis.full[condition] if finding else ""
    kinds = [kind_in(kind, chapter.protocol) for kind in _kinds(rows, kept=kept)]
    return Parts(
        model=model,
        sentence=chapter.source.printer.note(finding.message) if finding else "",
        level=chapter.words.text("report-parts-lost", level=level) if level else "",
        frame=frame_of(chapter, entry, condition),
        tiled=tiled(entry.parts),
        bands=_bands(chapter, entry, rows, finding),
        strips=tuple(_strips(chapter, kind, model, entry, rows) for kind in kinds),
    )


def _rows_against_standard(chapter: Chapter, backbone: str) -> Mapping[tuple[str, int], PartRow]:
    """By part and condition, the rows of a backbone against the standard condition."""
    table = chapter.source.run.parts
    if table is None:
        return {}
    standard = chapter.axis.standard
    place = (chapter.key, backbone, chapter.source.variant)
    rows = [
        row
        for row in rows_of(PartRow, table)
        if (row["protocol"], row["backbone"], row["variant"]) == place
        and standard in (row["i"], row["j"])
    ]
    return {(row["part"], row["j"] if row["i"] == standard else row["i"]): row for row in rows}


def _condition(chapter: Chapter, finding: Finding | None) -> int:
    """The condition that a finding speaks of; the standard one without a finding."""
    if finding is None:
        return chapter.axis.standard
    (cell,) = finding.cells
    return int(cell["j"] if cell["i"] == chapter.axis.standard else cell["i"])


def _kinds(rows: Mapping[tuple[str, int], PartRow], *, kept: bool) -> tuple[Kind, ...]:
    """The figures that any part has; runs of before hold means alone.

    Args:
        rows: of the parts.
        kept: whether the whole vectors have a margin, of which parts can keep something.
    """
    wanted = [key for key in FIGURES if kept or key != "retention"]
    measured = [key for key in wanted if any(_is_measured(row, key) for row in rows.values())]
    return tuple(kind for kind in KINDS if kind.key in (measured or ["mean"]))


def _is_measured(row: PartRow, key: str) -> bool:
    """Whether a row has a figure; rows of older runs lack some columns."""
    return number(row, key) is not None


def _bands(
    chapter: Chapter,
    entry: BackboneEntry,
    rows: Mapping[tuple[str, int], PartRow],
    finding: Finding | None,
) -> tuple[Band, ...]:
    condition = _condition(chapter, finding)
    decisive = finding.cells[0]["part"] if finding and _named(finding) else None
    return tuple(
        Band(
            part.name,
            (part.top, part.left, part.bottom, part.right),
            _lost(chapter, rows.get((part.name, condition))) if finding else "",
            part.name == decisive,
        )
        for part in entry.parts
    )


def _lost(chapter: Chapter, row: PartRow | None) -> str:
    """What a part takes from the margin, in thousandths of a cosine; empty where not known."""
    if row is None or not _is_measured(row, "lost"):
        return ""
    return chapter.words.numbers.unit(row["lost"], 3)


def _named(finding: Finding) -> bool:
    """Whether a finding names a part as the one that decides."""
    return isinstance(finding.message, Message) and finding.message.id == DECIDES


def _strips(
    chapter: Chapter,
    kind: Kind,
    model: int,
    entry: BackboneEntry,
    rows: Mapping[tuple[str, int], PartRow],
) -> Strips:
    conditions = range(len(chapter.axis.full))
    whole = _whole(kind, chapter.cells[model], chapter.axis.standard)
    figures = [[whole.get(k, Figure(NONE)) for k in conditions]]
    figures += [
        [_figure(chapter, kind, rows.get((part.name, k))) for k in conditions]
        for part in entry.parts
    ]
    return Strips(
        key=kind.key,
        title=chapter.words.text(kind.words.title),
        ramp=ramp_of(kind, chapter.words),
        texts=tuple(tuple(cell_text(kind.key, one) for one in row) for row in figures),
        steps=tuple(tuple(step(one.value, *kind.ends) for one in row) for row in figures),
    )


def _whole(kind: Kind, cells: Sequence[Cell], standard: int) -> Mapping[int, Figure]:
    """The figure of the whole vectors, by condition."""
    return {
        other_of(cell, standard): kind.figure(cell) for cell in against_standard(cells, standard)
    }


def _figure(chapter: Chapter, kind: Kind, row: PartRow | None) -> Figure:
    if row is None:
        return Figure(NONE)
    printer = chapter.source.printer
    print_number = printer.percent if kind.key == "fnmr" else printer.unit
    return printer.figure(row, Columns(kind.key), print_number)


SECTION = Section(
    __name__, build, to_json, to_paper=to_paper, to_brief=left_out, figures=one_figure
)
