"""The model-by-factor summary: the worst level of every factor, for every model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from probe.reports.axis import range_of
from probe.reports.cells import Cell, against_standard, any_figure, other_of
from probe.reports.colours import step
from probe.reports.figure import Figure
from probe.reports.leaning import Lean, leans_of
from probe.reports.matrix import KINDS, Marks, kind_in, unit_mark
from probe.reports.section import Json, Names, Section, declared, one_figure, plain
from probe.reports.source import Source
from probe.reports.study import Chapter, Study
from probe.runs.manifest import COSINE, BackboneEntry
from probe.wording.numbers import NONE

STRIP = {"fnmr": (0.0, 1.06), "retention": (-0.02, 1.06), "mean": (0.0, 1.0)}
"""Ends of the summary's strips (ours): that of misses has room for its last mark, that of retention
for figures just beyond 0 and 1, which samples of people give."""

CAPTIONS = {
    "fnmr": "report-worst-misses",
    "retention": "report-worst-retention",
    "mean": "report-worst-mean",
}
"""How to read the strips of each measure."""

MARKS = (0.0, 0.5, 1.0)
"""Figures marked on them."""


@dataclass(frozen=True)
class Worst:
    """The worst level of a factor for one model, with the strip that shows all levels.

    Attributes:
        figure: misses there; without thresholds retention, or the mean where there is none either.
        level: the level as shown.
        head: what the figure is at that level, in words; empty where the caption says it.
        picture: key of a picture of it, may be empty.
        step: colour step 0..50 of the figure, -1 for none.
        ticks: places of all levels on the strip, 0..100.
        dot: place of the worst level.
        bar: places of its interval, empty where there is none.
        limits: the interval of the worst level, whichever that is, in words; may be empty.
        span: its two ends alone, or those of the figure's own interval; may be empty.
        over: whether it is shown to exceed the limit, where that is a fault.
        standard: misses in the standard condition itself, in words; empty where none are counted.
        failing: whether these exceed the limit of use: no change can be blamed for misses then.
        kept: retention at the worst level, in words; empty where it is the figure, where there is
            none, and where the standard condition itself fails.
        usable: in which range the model may be used, or may do, in words; empty without a
            threshold, and where a fall is wanted.
        breaks: at which level misses cross the limit of use, in words; empty where none do, where
            the factor's levels are no numbers that rise, without a threshold, and where a fall is
            wanted.
    """

    figure: Figure
    level: str
    picture: str
    step: int
    ticks: tuple[float, ...]
    dot: float | None
    bar: tuple[float, ...]
    head: str = ""
    limits: str = ""
    span: str = ""
    over: bool = False
    standard: str = ""
    failing: bool = False
    kept: str = ""
    usable: str = ""
    breaks: str = ""


@dataclass(frozen=True)
class SummaryRow:
    """One factor in the summary.

    Attributes:
        key, title, range: its protocol, what it is called, and what was measured.
        scale: the colour scale of its figures: another one where a fall is wanted.
        worst: one entry a model.
    """

    key: str
    title: str
    range: str
    scale: str
    worst: tuple[Worst, ...]


@dataclass(frozen=True)
class Summary:
    """The model-by-factor summary.

    Attributes:
        measure: `fnmr`; without thresholds `retention`, or `mean` without strangers.
        marks: for every model, places and labels of its strip's axis.
        rows: one a factor.
        leans: which error each model leans to; empty where it cannot be said of any.
        caption: how to read the strips.
        grid: how to read cells without strips, as the PDF has them of many models.
        note: what misses and usable ranges are, or why there are none.
    """

    measure: str
    marks: tuple[Marks, ...]
    rows: tuple[SummaryRow, ...]
    leans: tuple[Lean, ...]
    caption: str
    grid: str
    note: str


def build(study: Study) -> Summary:
    """One row a factor, one entry a model: its worst level, all levels on a strip, its misses."""
    source = study.source
    measure = _measure(study)
    kind = next(kind for kind in KINDS if kind.key == measure)
    rows = tuple(
        SummaryRow(
            key=chapter.key,
            title=chapter.title,
            range=range_of(chapter.protocol, source.words),
            scale=kind_in(kind, chapter.protocol).scale,
            worst=tuple(_worst(chapter, model, measure) for model in range(len(chapter.cells))),
        )
        for chapter in study.chapters
    )
    models = source.run.manifest.backbones
    marks = tuple(_marks(source, entry, measure) for entry in models)
    caption = source.words.text(CAPTIONS[measure])
    grid = source.words.text("report-worst-grid", measure=measure)
    return Summary(measure, marks, rows, leans_of(source), caption, grid, _note(source))


def _measure(study: Study) -> str:
    """The figure by which a level is the worst, the same for all of the report."""
    names = ("fnmr", "retention") if study.source.decided else ("retention",)
    for name in names:
        if any(any_figure(chapter.cells, name) for chapter in study.chapters):
            return name
    return "mean"


def to_json(data: Summary | None, _: Names) -> Mapping[str, Json]:
    """`summary`, with its note as `summary_note`."""
    assert data is not None
    rows: list[Json] = [
        {**declared(row, "key", "title", "range"), "worst": [_worst_json(w) for w in row.worst]}
        for row in data.rows
    ]
    # All strips of retention and of cosines have one axis.
    marks = plain(data.marks[0] if len(set(data.marks)) == 1 else data.marks)
    summary = {**declared(data, "measure", "leans"), "marks": marks, "rows": rows}
    return {"summary": summary, "summary_note": data.note}


def _worst_json(worst: Worst) -> Json:
    figures = ("figure", "level", "picture", "step", "ticks", "dot", "bar")
    return declared(
        worst, *figures, "head", "limits", "over", "standard", "failing", "kept", "usable", "breaks"
    )


def _note(source: Source) -> str:
    text = source.words.text
    if not source.decided or source.fmr is None:
        return text("report-summary-undecided", why=source.why_undecided)
    thresholds = source.run.manifest.thresholds
    open_rate = any(e.rate_open for e in thresholds if e.variant == source.variant)
    values = {"fmr": source.fmr, "limit": source.limit, "open": open_rate}
    return text("report-summary-decided", **values, before=source.before_joint_limits)


def ends_of(entry: BackboneEntry, measure: str) -> tuple[float, float]:
    """Ends of a model's strip: means that are no cosines lie on the scale of their score."""
    on_score_scale = measure == "mean" and entry.score != COSINE
    return entry.score_range if on_score_scale else STRIP[measure]


def _marks(source: Source, entry: BackboneEntry, measure: str) -> Marks:
    ends = ends_of(entry, measure)
    if measure == "fnmr":
        return tuple((place(v, ends), source.printer.percent(v)) for v in MARKS)
    values = MARKS if ends in STRIP.values() else (ends[0], sum(ends) / 2, ends[1])
    return tuple((place(v, ends), unit_mark(source.words.numbers, v)) for v in values)


def place(value: float, ends: tuple[float, float]) -> float:
    """Place of a figure on a strip, 0..100."""
    low, high = ends
    return round(100 * (min(max(value, low), high) - low) / (high - low), 2)


def _worst(chapter: Chapter, model: int, measure: str) -> Worst:
    cells = against_standard(chapter.cells[model], chapter.axis.standard, with_standard=False)
    measured = [c for c in cells if _measured(c, measure).value is not None]
    if not measured:
        return Worst(Figure(NONE), "", "", -1, (), None, ())
    ends = ends_of(chapter.source.run.manifest.backbones[model], measure)
    worst = (
        max(measured, key=_most_missed) if measure == "fnmr" else min(measured, key=_least(measure))
    )
    figure, other = _measured(worst, measure), other_of(worst, chapter.axis.standard)
    assert figure.value is not None
    drawn = Worst(
        figure=figure,
        level=chapter.axis.full[other],
        picture=chapter.picture(other),
        step=step(figure.value, *(ends if measure == "mean" else (0.0, 1.0))),
        ticks=tuple(place(_measured(c, measure).value or 0.0, ends) for c in measured),
        dot=place(figure.value, ends),
        bar=_bar((figure.low, figure.high), ends),
        span=figure.interval,
    )
    return _with_misses(chapter, model, worst, drawn) if measure == "fnmr" else drawn


def _with_misses(chapter: Chapter, model: int, worst: Cell, drawn: Worst) -> Worst:
    """What goes with the misses of the worst level: its limits, the baseline, the usable range."""
    s = chapter.axis.standard
    cells = against_standard(chapter.cells[model], s, with_standard=False)
    limits, text, over = _limits(chapter, cells)
    standard = chapter.cell(model, s, s)
    said = chapter.words.text
    kept = worst.retention.text if worst.retention.value is not None else ""
    baseline = standard.fnmr.text if standard.fnmr.value is not None else ""
    return replace(
        drawn,
        head=said("report-worst-missed-at", level=drawn.level),
        bar=_bar(limits, STRIP["fnmr"]) if limits else drawn.bar,
        limits=text,
        span=_span(chapter.source, limits) if limits else drawn.span,
        over=over and not chapter.fall_wanted,
        standard=said("report-worst-standard", rate=baseline) if baseline else "",
        failing=standard.over,
        kept=said("report-worst-kept", retention=kept) if kept else "",
        usable="" if chapter.fall_wanted else _usable(chapter, model),
        breaks="" if chapter.fall_wanted else _breaks(chapter, model),
    )


def _span(source: Source, limits: tuple[float, float]) -> str:
    low, high = (source.printer.percent(end) for end in limits)
    return source.printer.span(low, high)


def _most_missed(cell: Cell) -> tuple[float, float]:
    """The most misses, the least certain of equals, as the sentences go by."""
    high = cell.joint_limits[1] if cell.joint_limits else 2.0  # no limit is the widest
    return cell.fnmr.value or 0.0, high


def _least(measure: str) -> Callable[[Cell], float]:
    return lambda cell: _measured(cell, measure).value or 0.0


def _bar(limits: tuple[float | None, float | None], ends: tuple[float, float]) -> tuple[float, ...]:
    bar = tuple(place(end, ends) for end in limits if end is not None)
    return bar if len(bar) == 2 else ()


def _usable(chapter: Chapter, model: int) -> str:
    source = chapter.source
    said = source.sentence("usable", chapter.key, source.run.backbones[model])
    if source.before_joint_limits:  # a range alone, by the misses themselves
        return source.words.text("report-usable-before", range=said)
    return said


def _breaks(chapter: Chapter, model: int) -> str:
    return chapter.source.sentence("breaking", chapter.key, chapter.source.run.backbones[model])


def _measured(cell: Cell, measure: str) -> Figure:
    return {"fnmr": cell.fnmr, "retention": cell.retention, "mean": cell.mean}[measure]


def _limits(
    chapter: Chapter, cells: Sequence[Cell]
) -> tuple[tuple[float, float] | None, str, bool]:
    """The interval of the worst level, as printed too; whether it lies beyond the limit of use."""
    source = chapter.source
    if source.before_joint_limits:
        return None, "", any(c.over for c in cells)
    limits = [c.joint_limits for c in cells if c.fnmr.value is not None]
    known = [ends for ends in limits if ends is not None]
    if not known or len(known) < len(limits):
        return None, "", False
    low, high = (max(ends) for ends in zip(*known, strict=True))
    text = source.words.text("limits-of-misses", low=low, high=high)
    return (low, high), text, low > source.limit


SECTION = Section(__name__, build, to_json, figures=one_figure)
