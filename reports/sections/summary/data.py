"""The model-by-factor summary: the worst level of every factor, for every model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.axis import range_of
from probe.reports.cells import Cell, against_standard, any_figure, other_of
from probe.reports.colours import step
from probe.reports.figure import Figure
from probe.reports.leaning import Lean, leans_of
from probe.reports.matrix import Marks, unit_mark
from probe.reports.section import Json, Names, Section, declared, plain
from probe.reports.source import Source
from probe.reports.study import Chapter, Study
from probe.runs.manifest import COSINE, BackboneEntry
from probe.wording.numbers import NONE

STRIP = {"retention": (-0.02, 1.06), "mean": (0.0, 1.0)}
"""Ends of the summary's strips (ours): that of retention has room for figures just beyond 0 and 1,
which samples of people give."""

CAPTIONS = {"retention": "report-worst-retention", "mean": "report-worst-mean"}
"""How to read the strips of each measure."""

MARKS = (0.0, 0.5, 1.0)
"""Figures marked on them."""


@dataclass(frozen=True)
class Worst:
    """The worst level of a factor for one model, with the strip that shows all levels.

    Attributes:
        figure: retention there (mean cosine when no retention is known).
        level: the level as shown.
        picture: key of a picture of it, may be empty.
        step: colour step 0..50 of the figure, -1 for none.
        ticks: places of all levels on the strip, 0..100.
        dot: place of the worst level.
        bar: places of its interval, empty where there is none.
        missed: highest FNMR of any level, as printed, empty without a threshold.
        missed_at: the level it belongs to.
        limits: the interval of the worst level, whichever that is, as printed; may be empty.
        over: whether it is shown to exceed the limit.
        never: whether no pair was missed at any level.
        usable: in which range the model may be used, or may do, in words; empty without a
            threshold.
    """

    figure: Figure
    level: str
    picture: str
    step: int
    ticks: tuple[float, ...]
    dot: float | None
    bar: tuple[float, ...]
    missed: str
    missed_at: str
    limits: str
    over: bool
    never: bool
    usable: str


@dataclass(frozen=True)
class SummaryRow:
    """One factor in the summary; `worst` has one entry a model."""

    key: str
    title: str
    range: str
    worst: tuple[Worst, ...]


@dataclass(frozen=True)
class Summary:
    """The model-by-factor summary.

    Attributes:
        measure: `retention`, or `mean` without strangers.
        marks: for every model, places and labels of its strip's axis.
        rows: one a factor.
        leans: which error each model leans to; empty where it cannot be said of any.
        caption: how to read the strips.
        note: what misses and usable ranges are, or why there are none.
    """

    measure: str
    marks: tuple[Marks, ...]
    rows: tuple[SummaryRow, ...]
    leans: tuple[Lean, ...]
    caption: str
    note: str


def build(study: Study) -> Summary:
    """One row a factor, one entry a model: its worst level, all levels on a strip, its misses."""
    source = study.source
    calibrated = any(any_figure(chapter.cells, "retention") for chapter in study.chapters)
    measure = "retention" if calibrated else "mean"
    rows = tuple(
        SummaryRow(
            key=chapter.key,
            title=chapter.title,
            range=range_of(chapter.protocol, source.words),
            worst=tuple(_worst(chapter, model, measure) for model in range(len(chapter.cells))),
        )
        for chapter in study.chapters
    )
    models = source.run.manifest.backbones
    marks = tuple(_marks(source, entry, measure) for entry in models)
    caption = source.words.text(CAPTIONS[measure])
    return Summary(measure, marks, rows, leans_of(source), caption, _note(source))


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
    return declared(worst, *figures, "missed", "missed_at", "limits", "over", "usable")


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
    values = MARKS if ends in STRIP.values() else (ends[0], sum(ends) / 2, ends[1])
    return tuple((place(v, ends), unit_mark(source.words.numbers, v)) for v in values)


def place(value: float, ends: tuple[float, float]) -> float:
    """Place of a figure on a strip, 0..100."""
    low, high = ends
    return round(100 * (min(max(value, low), high) - low) / (high - low), 2)


def _worst(chapter: Chapter, model: int, measure: str) -> Worst:
    cells = against_standard(chapter.cells[model], chapter.axis.standard, with_standard=False)
    measured = [c for c in cells if _measured(c, measure).value is not None]
    ends = ends_of(chapter.source.run.manifest.backbones[model], measure)
    missed, missed_at = _missed(chapter, cells)
    limits, over = _limits(chapter, cells)
    if not measured:
        none = Figure(NONE)
        return Worst(none, "", "", -1, (), None, (), missed, missed_at, limits, over, False, "")
    worst = min(measured, key=lambda c: _measured(c, measure).value or 0.0)
    figure, other = _measured(worst, measure), other_of(worst, chapter.axis.standard)
    assert figure.value is not None
    bar = tuple(place(v, ends) for v in (figure.low, figure.high) if v is not None)
    return Worst(
        figure=figure,
        level=chapter.axis.full[other],
        picture=chapter.picture(other),
        step=step(figure.value, *(ends if measure == "mean" else (0.0, 1.0))),
        ticks=tuple(place(_measured(c, measure).value or 0.0, ends) for c in measured),
        dot=place(figure.value, ends),
        bar=bar if len(bar) == 2 else (),
        missed=missed,
        missed_at=missed_at,
        limits=limits,
        over=over,
        never=_highest_fnmr(cells) == 0,  # of no figures the highest is None, which is not never
        usable=_usable(chapter, model) if missed else "",
    )


def _usable(chapter: Chapter, model: int) -> str:
    source = chapter.source
    said = source.sentence("usable", chapter.key, source.run.backbones[model])
    if source.before_joint_limits:  # a range alone, by the misses themselves
        return source.words.text("report-usable-before", range=said)
    return said


def _measured(cell: Cell, measure: str) -> Figure:
    return cell.retention if measure == "retention" else cell.mean


def _highest_fnmr(cells: Sequence[Cell]) -> float | None:
    return max((c.fnmr.value for c in cells if c.fnmr.value is not None), default=None)


def _missed(chapter: Chapter, cells: Sequence[Cell]) -> tuple[str, str]:
    decided = [c for c in cells if c.fnmr.value is not None]
    if not decided:
        return "", ""
    most = max(decided, key=lambda c: c.fnmr.value or 0.0)
    level = chapter.axis.full[other_of(most, chapter.axis.standard)]
    return most.fnmr.text, level


def _limits(chapter: Chapter, cells: Sequence[Cell]) -> tuple[str, bool]:
    """The interval of the worst level, and whether it is shown to lie beyond the limit of use."""
    source = chapter.source
    if source.before_joint_limits:
        return "", any(c.over for c in cells)
    limits = [c.joint_limits for c in cells if c.fnmr.value is not None]
    known = [ends for ends in limits if ends is not None]
    if not known or len(known) < len(limits):
        return "", False
    low, high = (max(ends) for ends in zip(*known, strict=True))
    printer = source.printer
    return printer.span(printer.percent(low), printer.percent(high)), low > source.limit


SECTION = Section(__name__, build, to_json)
