"""Where the decision falls: the scores of every level against the standard condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.cells import Cell, against_standard, any_figure, other_of
from probe.reports.layout import plots_in_row
from probe.reports.section import Json, Names, Section, left_out, one_figure
from probe.reports.study import Chapter


@dataclass(frozen=True)
class Ridge:
    """Scores of one condition against the standard.

    Attributes:
        index: of the condition.
        mated, strangers: shapes.
        value: what is missed, or the mean, as printed.
        over: whether more is missed than the limit of use, where that is a fault.
    """

    index: int
    mated: tuple[float, ...]
    strangers: tuple[float, ...]
    value: str
    over: bool


@dataclass(frozen=True)
class Scores:
    """The scores of a chapter.

    Attributes:
        decided: whether every model has a threshold.
        wanted: whether a fall is wanted: what is missed is drawn as no fault then.
        head: what is shown.
        caption: how to read the shapes.
        ridges: for every model, one a condition.
        per: how many models stand in a row.
    """

    decided: bool
    wanted: bool
    head: str
    caption: str
    ridges: tuple[tuple[Ridge, ...], ...]
    per: int


def build(chapter: Chapter) -> Scores:
    """The scores of every level against the standard condition."""
    decided, names = chapter.source.decided, chapter.source.run.backbones
    text = chapter.words.text
    head = "report-scores-head-decided" if decided else "report-scores-head-undecided"
    caption = "report-scores-caption-decided" if decided else "report-scores-caption-undecided"
    strangers = any_figure(chapter.cells, "strangers")
    return Scores(
        decided=decided,
        wanted=chapter.fall_wanted,
        head=text(head),
        caption=text(caption, strangers=strangers, wish=chapter.protocol.expectation),
        ridges=tuple(
            _ridges(chapter, name, cells) for name, cells in zip(names, chapter.cells, strict=True)
        ),
        per=plots_in_row(len(names), upright=chapter.axis.upright),
    )


def to_json(data: Scores | None, _: Names) -> Mapping[str, Json]:
    """`ridges`: what is printed beside every shape."""
    assert data is not None
    ridges: list[Json] = [
        [{"index": r.index, "text": r.value, "over": r.over} for r in model]
        for model in data.ridges
    ]
    return {"decided": data.decided, "ridge_caption": data.caption, "ridges": ridges}


def _ridges(chapter: Chapter, name: str, cells: Sequence[Cell]) -> tuple[Ridge, ...]:
    standard = chapter.axis.standard
    return tuple(
        _ridge(chapter, name, cell, other_of(cell, standard))
        for cell in against_standard(cells, standard)
    )


def _ridge(chapter: Chapter, name: str, cell: Cell, condition: int) -> Ridge:
    source = chapter.source
    where = {"protocol": chapter.key, "i": condition, "j": chapter.axis.standard}
    mated, strangers = (source.shape_of(name, kind=kind, **where) for kind in ("mated", "at_large"))
    value = cell.fnmr if source.decided else cell.mean
    wanted = chapter.fall_wanted and condition != chapter.axis.standard
    return Ridge(condition, mated, strangers, value.text, cell.over and not wanted)


SECTION = Section(__name__, build, to_json, to_brief=left_out, figures=one_figure)
