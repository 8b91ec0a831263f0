"""Every condition against every other: heat maps, the figures of every cell, and its pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from probe.reports.axis import long_labels
from probe.reports.cells import Cell, any_figure, cell_json
from probe.reports.columns import coded, steps
from probe.reports.figure import Figure
from probe.reports.layout import MANY_LEVELS, MOST_IN_CELLS
from probe.reports.matrix import (
    KINDS,
    Kind,
    Matrix,
    Ramp,
    contour_of,
    ends_of,
    kind_in,
    matrix_of,
    ramp_of,
)
from probe.reports.section import Json, Names, Section, declared, one_figure, plain
from probe.reports.sections.matrices.facts import FACTS, facts_of
from probe.reports.sections.matrices.pairs import NO_MATCH, PairRows, pairs_of
from probe.reports.study import Chapter
from probe.runs.paths import CELLS

BRIEF_PER, FEW_BRIEF = 4, 3
"""Heat maps in a row where the PDF summarises; of up to three models, and of long labels (ours)."""


@dataclass(frozen=True)
class MatrixGroup:
    """The same figure for every model, on one fixed scale.

    Attributes:
        key: `mean`, `retention`, `fnmr`, `log10_fmr`, `at_large` or `alike`.
        title, caption: heading and how to read it.
        ramp: its colour scale.
        matrices: one a model.
        main: shown at once; the others are folded away on the page.
    """

    key: str
    title: str
    caption: str
    ramp: Ramp
    matrices: tuple[Matrix, ...]
    main: bool


@dataclass(frozen=True)
class PopUp:
    """What the page says about a cell that is pointed at or chosen.

    Attributes:
        facts: names of the figures of a cell.
        pairs: what the grid of pairs shows.
        no_pairs: why there is none.
    """

    facts: tuple[str, ...]
    pairs: str
    no_pairs: str


@dataclass(frozen=True)
class Matrices:
    """The heat maps of a chapter.

    Attributes:
        caption: over how many people and pairs.
        warning: what the mean score does not say here; empty where there is nothing to say.
        groups: one a figure, the main ones first.
        side: whether the two main figures stand side by side.
        per: heat maps in a row.
        brief_per: heat maps in a row where the PDF summarises.
        cells: for every model, the cells with `i <= j`.
        facts: for every model, `"i-j"` to the printed figures that `pop_up` names.
        pairs: for every model, `"i-j"` to scores of the shown person's pictures.
        standard: index of the standard condition.
        large: whether heat maps are pictures (`MOST_IN_CELLS`): of pairs and of figures in JSON
            there are then those of cells with the standard condition only.
        whole: protocol and variant of the table that has all cells.
        pop_up: what the page says about a cell.
    """

    caption: str
    warning: str
    groups: tuple[MatrixGroup, ...]
    side: bool
    per: int
    brief_per: int
    cells: tuple[tuple[Cell, ...], ...] = field(repr=False)
    facts: tuple[Mapping[str, tuple[str, ...]], ...] = field(repr=False)
    pairs: tuple[Mapping[str, PairRows], ...] = field(repr=False)
    pop_up: PopUp
    standard: int
    large: bool
    whole: tuple[str, str]


def build(chapter: Chapter) -> Matrices:
    """The heat maps that have any figure."""
    groups = tuple(
        _group(kind_in(kind, chapter.protocol), chapter)
        for kind in KINDS
        if any(kind.figure(c).value is not None for model in chapter.cells for c in model)
    )
    side, per = _layout(chapter, groups)
    text, standard = chapter.words.text, chapter.axis.standard
    large = len(chapter.axis.labels) > MOST_IN_CELLS
    return Matrices(
        caption=_caption(chapter),
        warning=chapter.source.sentence("rise", chapter.key),
        groups=groups,
        side=side,
        per=per,
        brief_per=_brief_per(chapter),
        cells=chapter.cells,
        facts=tuple(
            {f"{c.i}-{c.j}": facts_of(chapter.words, c) for c in model} for model in chapter.cells
        ),
        pairs=tuple(
            pairs_of(chapter, name, standard if large else None)
            for name in chapter.source.run.backbones
        ),
        pop_up=PopUp(
            facts=tuple(text(name) for name in FACTS),
            pairs=text("report-pairs-shown", rows="{a}", columns="{b}"),
            no_pairs=text("report-pairs-elsewhere" if large else "report-pairs-not-kept"),
        ),
        standard=standard,
        large=large,
        whole=(chapter.key, chapter.source.variant),
    )


def to_json(data: Matrices | None, names: Names) -> Mapping[str, Json]:
    """`matrix_caption`, `matrix_warning`, `groups` (printed cells), `cells` (all figures).

    Of more than `MOST_IN_CELLS` conditions `cells` are those with the standard condition, `groups`
    print none, and `cells_in` says where all are.
    """
    assert data is not None
    cells: list[Json] = [
        {"model": name, "cells": [cell_json(cell) for cell in model if _stated(data, cell)]}
        for name, model in zip(names, data.cells, strict=True)
    ]
    printed = ("extremes",) if data.large else ("texts", "extremes")
    groups: list[Json] = [_group_json(group, names, printed) for group in data.groups]
    captions = {"matrix_caption": data.caption, "matrix_warning": data.warning}
    protocol, variant = data.whole
    elsewhere: Json = {"table": CELLS, "protocol": protocol, "variant": variant}
    more = {"cells_in": elsewhere} if data.large else {}
    return {**captions, "groups": groups, "cells": cells, **more}


def to_script(data: Matrices) -> Mapping[str, Json]:
    """`models`: the printed figures of every cell, and the scores of shown pairs; their words.

    Of large heat maps figures are columns of the cells `i <= j` (`probe.reports.columns`), and
    `maps` has the colour steps of these cells, by figure and model.
    """
    models: list[Json] = [
        {"facts": _columns(facts) if data.large else plain(facts), "pairs": plain(pairs)}
        for facts, pairs in zip(data.facts, data.pairs, strict=True)
    ]
    maps: dict[str, Json] = {
        group.key: [steps(matrix.upper) for matrix in group.matrices] for group in data.groups
    }
    more: dict[str, Json] = {"maps": maps, "standard": data.standard} if data.large else {}
    return {"models": models, "no_match": NO_MATCH, **declared(data, "pop_up"), **more}


def _columns(facts: Mapping[str, tuple[str, ...]]) -> Json:
    """The figures of all cells, column by column."""
    return [dict(coded(column)) for column in zip(*facts.values(), strict=True)]


def to_paper(data: Matrices) -> Json:
    """The heat maps: the figures of single cells stand in the table."""
    paper = declared(data, "caption", "warning", "side", "per", "large")
    return {**paper, "groups": [_group_paper(group, data.large) for group in data.groups]}


def to_brief(data: Matrices) -> Json:
    """The figures that say most: small maps in rows of four."""
    groups = [group for group in data.groups if group.main or group.key == "fnmr"]
    brief = replace(data, groups=tuple(groups), side=False, per=data.brief_per)
    return to_paper(brief)


def _group_paper(group: MatrixGroup, large: bool) -> Json:
    """A group as typst takes it: of large heat maps no figure and no contour."""
    head = declared(group, "key", "title", "caption", "main", "ramp")
    names = ("steps", "extremes") if large else ("texts", "steps", "right", "below", "extremes")
    return {**head, "matrices": [declared(matrix, *names) for matrix in group.matrices]}


def _stated(data: Matrices, cell: Cell) -> bool:
    """Whether `report.json` has a cell itself."""
    return not data.large or data.standard in (cell.i, cell.j)


def _group_json(group: MatrixGroup, names: Names, printed: Sequence[str]) -> Json:
    matrices: list[Json] = [
        {"model": name, **declared(matrix, *printed)}
        for name, matrix in zip(names, group.matrices, strict=True)
    ]
    head = declared(group, "key", "title", "caption", "main")
    return {**head, **declared(group.ramp, "scale", "marks", "low", "high"), "matrices": matrices}


def _layout(chapter: Chapter, groups: Sequence[MatrixGroup]) -> tuple[bool, int]:
    """Whether two figures stand side by side, and how many heat maps in a row."""
    models, n = len(chapter.cells), len(chapter.axis.labels)
    room = models == 1 or (models == 2 and n <= MANY_LEVELS and not long_labels(chapter.axis))
    side = sum(g.main for g in groups) > 1 and room
    # Ours, for cells wide enough to print a figure in: beyond 16 conditions one map fills a row.
    if n > 2 * MANY_LEVELS:
        return False, 1
    return side, models if side else min(models, 4 if n <= MANY_LEVELS else 2)


def _brief_per(chapter: Chapter) -> int:
    """Heat maps in a row where the PDF summarises."""
    few = len(chapter.cells) <= FEW_BRIEF
    return FEW_BRIEF if few or long_labels(chapter.axis) else BRIEF_PER


def _caption(chapter: Chapter) -> str:
    cells = chapter.cells[0]
    caption = chapter.words.text(
        "report-matrix-caption",
        people=chapter.source.printer.people(chapter.source.people),
        apart=_pair_counts(chapter, [c for c in cells if c.i != c.j]),
        same=_pair_counts(chapter, [c for c in cells if c.i == c.j]),
        calibrated=any_figure(chapter.cells, "retention"),
    )
    return chapter.words.sentences((caption, chapter.no_margin))


def _pair_counts(chapter: Chapter, cells: Sequence[Cell]) -> str:
    """`200`, or `80 to 200` where cells differ."""
    printer = chapter.source.printer
    counts = sorted({cell.pairs for cell in cells})
    ends = [printer.count(counts[0]), printer.count(counts[-1])]
    return ends[0] if len(counts) == 1 else printer.span(ends[0], ends[1])


def _group(kind: Kind, chapter: Chapter) -> MatrixGroup:
    cells, words = chapter.cells, chapter.words
    models = chapter.source.run.manifest.backbones
    drawn = kind.main and len(chapter.axis.labels) <= MOST_IN_CELLS
    contour = contour_of([kind.figure(c).value for m in cells for c in m]) if drawn else 0.0
    contours = words.text("report-contours", step=contour) if contour else ""
    caption = words.text(kind.words.caption, source=_source(chapter))
    return MatrixGroup(
        key=kind.key,
        title=words.text(kind.words.title),
        caption=words.sentences((caption, contours)),
        ramp=ramp_of(kind, words),
        matrices=tuple(
            _matrix(kind, model, chapter, contour, ends)
            for model, ends in zip(cells, (ends_of(kind, entry) for entry in models), strict=True)
        ),
        main=kind.main,
    )


def _matrix(
    kind: Kind,
    cells: Sequence[Cell],
    chapter: Chapter,
    contour: float,
    ends: tuple[float, float],
) -> Matrix:
    figures = {(c.i, c.j): kind.figure(c) for c in cells}
    extremes = _extremes(figures, chapter, lows=kind.main)
    return matrix_of(kind.key, figures, chapter.axis, ends, contour=contour, extremes=extremes)


def _extremes(figures: Mapping[tuple[int, int], Figure], chapter: Chapter, *, lows: bool) -> str:
    """The lowest (or highest) cell in words, and how many are its equals, or that all are; empty
    where there are not two off the diagonal. Of equals one off the diagonal is named.
    """
    values = {p: f.value for p, f in figures.items() if f.value is not None}
    if sum(i != j for i, j in values) < 2:
        return ""
    end = (min if lows else max)(values.values())
    equals = [p for p, value in values.items() if math.isclose(value, end, abs_tol=1e-12)]
    place = min(equals, key=lambda p: p[0] == p[1])
    if len(equals) == len(values):
        return chapter.words.text("report-every-cell", figure=figures[place].text)
    first, second = (chapter.axis.full[k] for k in place)
    return chapter.words.text(
        "report-lowest" if lows else "report-highest",
        figure=figures[place].text,
        first=first,
        second=second if place[0] != place[1] else None,
        more=len(equals) - 1,
    )


def _source(chapter: Chapter) -> str:
    """Where the pictures come from: who wears what is known of rendered people only."""
    entries = chapter.source.run.manifest.protocols
    return next(entry.source for entry in entries if entry.name == chapter.key)


SECTION = Section(__name__, build, to_json, to_script, to_paper, to_brief, figures=one_figure)
