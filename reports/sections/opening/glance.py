"""Models by factors at a glance: the worst level of each, as a colour and a figure."""

from __future__ import annotations

from dataclasses import dataclass

from probe.reports.matrix import KINDS, Ramp, kind_in, ramp_of
from probe.reports.sections.summary.data import Worst
from probe.reports.sections.summary.data import build as summary_of
from probe.reports.study import Study


@dataclass(frozen=True)
class GlanceCell:
    """A model under a factor.

    Attributes:
        text: the figure at the worst level, as printed.
        span: the ends of its interval; may be empty.
        level: the level.
        step: colour step 0..50, -1 for none.
    """

    text: str
    span: str
    level: str
    step: int


@dataclass(frozen=True)
class Glance:
    """The grid.

    Attributes:
        head, caption: what is shown and how to read it.
        ramps: its colours; a second scale is that of factors where a fall is wanted.
        factors: key, title, range (which says where a fall is wanted) and colour scale of each.
        rows: for every model its shown name, whether its weights are for demonstration, and a cell
            a factor.
    """

    head: str
    caption: str
    ramps: tuple[Ramp, ...]
    factors: tuple[tuple[str, str, str, str], ...]
    rows: tuple[tuple[str, bool, tuple[GlanceCell, ...]], ...]


def glance_of(study: Study) -> Glance:
    """The grid of a run, by the figure that its summary goes by."""
    summary, words = summary_of(study), study.words
    kind = next(kind for kind in KINDS if kind.key == summary.measure)
    kinds = [kind_in(kind, chapter.protocol) for chapter in study.chapters]
    return Glance(
        head=words.text("report-glance-head", measure=summary.measure),
        caption=words.text("report-glance-caption", measure=summary.measure),
        ramps=tuple(ramp_of(kind, words) for kind in dict.fromkeys(kinds)),
        factors=tuple((row.key, row.title, row.range, row.scale) for row in summary.rows),
        rows=tuple(
            (model.short, bool(model.label), tuple(_cell(row.worst[k]) for row in summary.rows))
            for k, model in enumerate(study.models)
        ),
    )


def _cell(worst: Worst) -> GlanceCell:
    return GlanceCell(worst.figure.text, worst.span, worst.level, worst.step)
