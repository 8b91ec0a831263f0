"""Which model: the paired differences of models on the same people, and what they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from probe.protocol.model import Protocol
from probe.reports.compared import Compared
from probe.reports.figure import number
from probe.reports.section import Json, Names, Section, declared, one_figure
from probe.reports.sections.versus.forest import Forest, forest_of
from probe.reports.sections.versus.sentences import rest_of, said_of
from probe.reports.study import Study
from probe.runs.rows import DifferenceRow
from probe.wording.numbers import NONE

Differences = Sequence[DifferenceRow]
"""Rows of the run's table of paired differences."""

MOST_ROWS = 30
"""Pairs of models and factors in the figure at most (ours: a page); those that do not differ are
folded away beyond it."""

MOST_FOLDED = 200
"""Of those that are folded away (ours: a tenth of a megabyte); differences.parquet has all."""

FEW_LEVELS = 3
"""Up to so many single levels that differ are named (ours: two lines of a column)."""

HEADS = {
    "auc": "report-versus-auc",
    "dprime": "report-versus-dprime",
    "fnmr": "report-versus-points",
    "retention": "report-column-retention",
}
"""Figures by which models are compared, those that decide first, and what their columns say.

Cosines of two models are on scales of their own."""


@dataclass(frozen=True)
class Difference:
    """A paired difference, second model minus first.

    Attributes:
        text: as printed.
        interval: its 95 % interval, empty where none is known.
        differs: whether it is shown (after Holm's adjustment).
        levels: single conditions that differ.
        at: the same as it is printed below the figure.
        better: shown name of the model that it speaks for; empty where it is not shown.
        value, low, high: the numbers, None where there is none.
        marks: places 0..100 of the lower end, the difference and the upper end on the axis of the
            figure, right for the second model; empty without a difference.
    """

    text: str
    interval: str
    differs: bool
    levels: str
    at: str = ""
    better: str = ""
    value: float | None = None
    low: float | None = None
    high: float | None = None
    marks: tuple[float, ...] = ()


@dataclass(frozen=True)
class VersusRow:
    """Two models under one factor: their differences, one a figure."""

    key: str
    title: str
    first: str
    second: str
    figures: tuple[Difference, ...]

    @property
    def differs(self) -> bool:
        """Whether any figure is shown to differ."""
        return any(figure.differs for figure in self.figures)


@dataclass(frozen=True)
class Versus:
    """The comparison of models.

    Attributes:
        findings: title and sentence of every factor under which models differ.
        rest: what is shown of all others, in one sentence each; may be empty.
        heads: what the columns of figures say.
        forests: the axis of each of them.
        rows: the pairs, those that differ where there are too many.
        folded: the others.
        more: what is in neither, in words.
        on_paper: what is not in `rows`, in words.
    """

    findings: tuple[tuple[str, str], ...]
    rest: str
    heads: tuple[str, ...]
    forests: tuple[Forest, ...]
    rows: tuple[VersusRow, ...]
    folded: tuple[VersusRow, ...]
    more: str
    on_paper: str


def build(study: Study) -> Versus | None:
    """The comparison; None for one model, or a run that holds none."""
    source = study.source
    return versus_of(source, said_of(source)) if source.differences else None


def versus_of(source: Compared, findings: tuple[tuple[str, str], ...]) -> Versus:
    """The comparison of models whose paired differences are known.

    Args:
        source: the differences, of one run or between two.
        findings: title and sentence of every factor that has any.
    """
    listed = [row for protocol in source.protocols.values() for row in _rows(source, protocol)]
    figures = _figures(source)
    shown = listed
    if len(listed) > MOST_ROWS:
        shown = [row for row in listed if row.differs][:MOST_ROWS]
    forests = tuple(
        forest_of(source, figure, [row.figures[k] for row in shown or listed])
        for k, figure in enumerate(figures)
    )
    hidden = [row for row in listed if row not in shown]
    said = source.words.text
    more = len(hidden) - MOST_FOLDED
    return Versus(
        findings=findings,
        rest=rest_of(source),
        heads=tuple(said(HEADS[figure]) for figure in figures),
        forests=forests,
        rows=tuple(_placed(row, forests) for row in shown),
        folded=tuple(_placed(row, forests) for row in hidden[:MOST_FOLDED]),
        more=said("report-versus-more", more=more) if more > 0 else "",
        on_paper=said("report-versus-on-paper", more=len(hidden)) if hidden else "",
    )


def to_json(data: Versus | None, _: Names) -> Mapping[str, Json]:
    """`versus`: the whole comparison; null where there is none."""
    if data is None:
        return {"versus": None}
    return {"versus": declared(data, "findings", "rest", "heads", "rows", "folded", "more")}


def to_paper(data: Versus) -> Json:
    """Without what is folded away."""
    names = [name for name in vars(data) if name not in {"folded", "more"}]
    return declared(data, *names)


def _placed(row: VersusRow, forests: Sequence[Forest]) -> VersusRow:
    """With the places of its figures on their axes."""
    figures = tuple(
        replace(figure, marks=forest.marks_of(figure.low, figure.value, figure.high))
        for figure, forest in zip(row.figures, forests, strict=True)
    )
    return replace(row, figures=figures)


def _figures(source: Compared) -> list[str]:
    """The figures that the run holds: older ones have no AUC and d'; retention where any two models
    have a margin to keep.
    """
    held = {
        row["figure"]
        for row in source.differences
        if row["figure"] != "retention" or not _fails(source, row)
    }
    return [figure for figure in HEADS if figure in held]


def _rows(source: Compared, protocol: Protocol) -> list[VersusRow]:
    here = [row for row in source.differences if row["protocol"] == protocol.name]
    pairs = dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in here)
    return [
        VersusRow(
            protocol.name,
            protocol.title.language(source.language),
            source.shorts[a],
            source.shorts[b],
            tuple(
                _difference(source, protocol, figure, _of_pair(here, (a, b), figure))
                for figure in _figures(source)
            ),
        )
        for a, b in pairs
    ]


def _of_pair(rows: Differences, pair: tuple[str, str], figure: str) -> Differences:
    wanted = (*pair, figure)
    return [r for r in rows if (r["backbone_a"], r["backbone_b"], r["figure"]) == wanted]


def _difference(source: Compared, protocol: Protocol, figure: str, rows: Differences) -> Difference:
    """Over all levels but the standard (the only one, where there is one)."""
    standard = protocol.standard.key
    singles = [r for r in rows if r["condition"] and r["condition"] != standard]
    row = next((r for r in rows if not r["condition"]), singles[0] if singles else None)
    if (
        row is None
        or (figure == "retention" and _fails(source, row))
        or (value := number(row, "difference")) is None
    ):
        return Difference(NONE, "", False, "")
    printer = source.printer
    printed = printer.change_in_points if figure == "fnmr" else printer.change_in_units
    ends = printer.end_in_points if figure == "fnmr" else printer.end_in_units
    second = (value > 0) == (figure != "fnmr")
    levels = _levels(source, protocol, singles)
    ahead = source.shorts[row["backbone_b"] if second else row["backbone_a"]]
    return Difference(
        text=printed(value),
        interval=printer.interval(row, ends),
        differs=bool(row["differs"]),
        levels=levels,
        at=source.words.text("report-versus-at", levels=levels) if levels else "",
        better=ahead if row["differs"] else "",
        value=value,
        low=number(row, "low"),
        high=number(row, "high"),
    )


def _fails(source: Compared, row: DifferenceRow) -> bool:
    """Whether one of two models has no margin to keep."""
    names = (row["backbone_a"], row["backbone_b"])
    return any(source.failing(row["protocol"], name) is not None for name in names)


def _levels(source: Compared, protocol: Protocol, singles: Differences) -> str:
    """The single conditions that differ, in words."""
    labels = {c.key: protocol.label(c, source.language) for c in protocol.conditions}
    differing = [labels[r["condition"]] for r in singles if r["differs"]]
    if len(differing) == len(singles) > 1:
        return source.words.text("report-versus-all-levels")
    if len(differing) > FEW_LEVELS:
        counts = {"some": len(differing), "levels": len(singles)}
        return source.words.text("report-versus-some-levels", **counts)
    return source.words.text("report-names", names=tuple(differing)) if differing else ""


SECTION = Section(__name__, build, to_json, to_paper=to_paper, figures=one_figure)
