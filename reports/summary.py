"""The model-by-factor summary: the worst level of every factor, for every model."""

from __future__ import annotations

from collections.abc import Sequence

from probe.reports.axis import range_of
from probe.reports.colours import step
from probe.reports.decisions import leans_of
from probe.reports.document import Cell, Chapter, Figure, Summary, SummaryRow, Worst
from probe.reports.source import Source
from probe.wording.numbers import unit

STRIP = {"retention": (-0.02, 1.06), "mean": (0.0, 1.0)}
"""Ends of the summary's strips."""

MARKS = ((0.0, "0"), (0.5, ".5"), (1.0, "1"))


def against_standard(cells: Sequence[Cell], standard: int, *, own: bool = True) -> list[Cell]:
    """The cells of every condition against the standard one, in the protocol's order."""
    found = {c.i if c.j == standard else c.j: c for c in cells if standard in (c.i, c.j)}
    return [found[k] for k in sorted(found) if own or k != standard]


def other_of(cell: Cell, standard: int) -> int:
    """The condition that a cell against the standard belongs to."""
    return cell.j if cell.i == standard else cell.i


def summary_of(source: Source, chapters: Sequence[Chapter]) -> Summary:
    """One row a factor, one entry a model: its worst level, all levels on a strip, its misses."""
    calibrated = any(
        c.retention.value is not None for chapter in chapters for m in chapter.cells for c in m
    )
    measure = "retention" if calibrated else "mean"
    rows = tuple(
        SummaryRow(
            key=chapter.key,
            title=chapter.title,
            range=range_of(source.protocols[chapter.key], source.language, source.words),
            worst=tuple(
                _worst(source, chapter, model, measure) for model in range(len(chapter.cells))
            ),
        )
        for chapter in chapters
    )
    marks = tuple((place(value, measure), text) for value, text in MARKS)
    return Summary(measure, marks, rows, leans_of(source))


def place(value: float, measure: str) -> float:
    """Place of a figure on the summary's strip, 0..100."""
    low, high = STRIP[measure]
    return round(100 * (min(max(value, low), high) - low) / (high - low), 2)


def _worst(source: Source, chapter: Chapter, model: int, measure: str) -> Worst:
    standard = chapter.axis.standard
    cells = against_standard(chapter.cells[model], standard, own=False)
    known = [c for c in cells if _measured(c, measure).value is not None]
    usable = source.sentence("usable", chapter.key, source.run.backbones[model])
    missed, missed_at, over = _missed(chapter, cells)
    if not known:
        none = Figure(unit(None))
        return Worst(none, "", "", -1, (), None, (), missed, missed_at, over, usable="")
    worst = min(known, key=lambda c: _measured(c, measure).value or 0.0)
    figure = _measured(worst, measure)
    other = other_of(worst, standard)
    assert figure.value is not None
    bar = tuple(place(v, measure) for v in (figure.low, figure.high) if v is not None)
    return Worst(
        figure=figure,
        level=chapter.axis.full[other],
        picture=_picture(chapter, other),
        step=step(figure.value),
        ticks=tuple(place(_measured(c, measure).value or 0.0, measure) for c in known),
        dot=place(figure.value, measure),
        bar=bar if len(bar) == 2 else (),
        missed=missed,
        missed_at=missed_at,
        over=over,
        usable=usable if missed else "",
    )


def _measured(cell: Cell, measure: str) -> Figure:
    return cell.retention if measure == "retention" else cell.mean


def _missed(chapter: Chapter, cells: Sequence[Cell]) -> tuple[str, str, bool]:
    known = [c for c in cells if c.fnmr.value is not None]
    if not known:
        return "", "", False
    most = max(known, key=lambda c: c.fnmr.value or 0.0)
    level = chapter.axis.full[other_of(most, chapter.axis.standard)]
    return most.fnmr.text, level, most.over


def _picture(chapter: Chapter, index: int) -> str:
    if chapter.sheet is None:
        return ""
    return next((key for key in chapter.sheet.rows[index].own if key), "")
