"""The cells of a run: all figures of every pair of conditions, as printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.reports.figure import Columns, Figure, Row, number
from probe.reports.rates import Further, further_of
from probe.reports.section import Json, declared
from probe.reports.source import Source
from probe.runs.figures import fails
from probe.runs.rows import CellRow, rows_of
from probe.wording.numbers import NONE

KINDS = ("mated", "at_large", "alike")
"""Who is compared: a person with themselves, with strangers at large, with those dressed alike."""

_EMPTY: Row = {}


@dataclass(frozen=True)
class Cell:
    """All figures of one pair of conditions and one model.

    Attributes:
        i, j: condition indices, `i <= j`.
        mean: mean cosine of the same person.
        sd_pairs, sd_subjects: its spread over pairs and over people.
        n_pairs, n_subjects: what it was taken over, as printed.
        pairs, people: the same as numbers, 0 where there are none.
        strangers, alike: mean cosine of strangers at large and dressed alike.
        retention: calibrated; none where the standard condition itself fails.
        fnmr, log10_fmr, dprime, auc, eer: calibrated figures.
        further: FNMR at further false match rates, each with the rate as printed.
        misses, missed_pairs: `37 of 200` and `37 missed`, empty without a threshold.
        large_passing, alike_passing: share of strangers above the threshold.
        over: whether FNMR exceeds the limit of use.
        joint_limits: limits of FNMR that hold for all levels, factors and models together; None
            where there are none.
    """

    i: int
    j: int
    mean: Figure
    sd_pairs: str
    sd_subjects: str
    n_pairs: str
    n_subjects: str
    pairs: int
    people: int
    strangers: Figure
    alike: Figure
    retention: Figure
    fnmr: Figure
    further: Further
    log10_fmr: Figure
    dprime: Figure
    auc: Figure
    eer: Figure
    misses: str
    missed_pairs: str
    large_passing: Figure
    alike_passing: Figure
    over: bool
    joint_limits: tuple[float, float] | None


def cell_json(cell: Cell) -> Json:
    """A cell as `report.json` holds it: every figure, its counts as printed."""
    return declared(
        cell,
        *("i", "j", "mean", "sd_pairs", "sd_subjects", "n_pairs", "n_subjects"),
        *("strangers", "alike", "retention", "fnmr", "further", "log10_fmr"),
        *("dprime", "auc", "eer", "misses", "missed_pairs"),
        *("large_passing", "alike_passing", "over"),
    )


def cells_of(source: Source, protocol: str, backbone: str) -> tuple[Cell, ...]:
    """The cells `i <= j` of a protocol and model, row by row."""
    kinds = {kind: _rows(source, protocol, backbone, kind) for kind in KINDS}
    n = len(source.protocols[protocol].conditions)
    further = further_of(source, protocol, backbone)
    return tuple(
        _cell(
            source,
            (i, j),
            further.get((i, j), ()),
            [kinds[kind].get((i, j), _EMPTY) for kind in KINDS],
        )
        for i in range(n)
        for j in range(i, n)
    )


def place_of(conditions: int, i: int, j: int) -> int:
    """Where the cell of two conditions stands among the cells `i <= j`, row by row."""
    first, second = min(i, j), max(i, j)
    return first * conditions - first * (first - 1) // 2 + second - first


def against_standard(
    cells: Sequence[Cell], standard: int, *, with_standard: bool = True
) -> list[Cell]:
    """The cells of every condition against the standard one, in the protocol's order.

    Args:
        cells: the cells `i <= j` of a model.
        standard: index of the standard condition.
        with_standard: whether the standard condition against itself is among them.
    """
    against = {c.i if c.j == standard else c.j: c for c in cells if standard in (c.i, c.j)}
    return [against[k] for k in sorted(against) if with_standard or k != standard]


def other_of(cell: Cell, standard: int) -> int:
    """The condition that a cell against the standard belongs to."""
    return cell.j if cell.i == standard else cell.i


def any_figure(cells: Sequence[Sequence[Cell]], name: str) -> bool:
    """Whether any cell of any model has this figure."""
    return any(getattr(cell, name).value is not None for model in cells for cell in model)


def _rows(
    source: Source, protocol: str, backbone: str, kind: str
) -> Mapping[tuple[int, int], CellRow]:
    cells = source.run.cells
    chosen = cells[
        (cells["protocol"] == protocol)
        & (cells["backbone"] == backbone)
        & (cells["variant"] == source.variant)
        & (cells["kind"] == kind)
    ]
    return {(row["i"], row["j"]): row for row in rows_of(CellRow, chosen)}


MEAN = Columns("mean", "low", "high", "interval_note")
RETENTION = Columns("retention", "retention_low", "retention_high", "retention_note")
FNMR = Columns("fnmr", "fnmr_low", "fnmr_high", "fnmr_note")
EER = Columns("eer", note="eer_note")
PASSING = Columns("fmr_observed", "fmr_low", "fmr_high", "fmr_note")


def _cell(source: Source, place: tuple[int, int], further: Further, rows: list[Row]) -> Cell:
    mated, large, alike = rows
    p = source.printer
    failing = source.failing(str(mated.get("protocol")), str(mated.get("backbone"))) is not None
    fnmr = p.figure(mated, FNMR, p.percent)
    misses, missed_pairs = _misses(source, mated) if fnmr.value is not None else ("", "")
    return Cell(
        i=place[0],
        j=place[1],
        mean=p.figure(mated, MEAN, p.unit),
        sd_pairs=p.unit(number(mated, "sd_pairs")),
        sd_subjects=p.unit(number(mated, "sd_subjects")),
        n_pairs=_count(source, mated, "n_pairs"),
        n_subjects=_count(source, mated, "n_subjects"),
        pairs=int(number(mated, "n_pairs") or 0),
        people=int(number(mated, "n_subjects") or 0),
        strangers=p.figure(large, MEAN, p.unit),
        alike=p.figure(alike, MEAN, p.unit),
        retention=no_margin(source) if failing else p.figure(mated, RETENTION, p.unit),
        fnmr=fnmr,
        further=further,
        log10_fmr=p.rarity(mated),
        dprime=p.figure(mated, Columns("dprime"), lambda x: p.decimal(x, 2)),
        auc=p.figure(mated, Columns("auc"), p.proportion),
        eer=p.figure(mated, EER, p.percent),
        misses=misses,
        missed_pairs=missed_pairs,
        large_passing=p.figure(large, PASSING, p.percent),
        alike_passing=p.figure(alike, PASSING, p.percent),
        over=fails(fnmr.value, source.limit),
        joint_limits=_joint_limits(mated),
    )


def no_margin(source: Source) -> Figure:
    """In place of retention where the standard condition itself fails."""
    return Figure(NONE, note=source.words.text("report-no-margin"))


def _joint_limits(row: Row) -> tuple[float, float] | None:
    low, high = number(row, "fnmr_joint_low"), number(row, "fnmr_joint_high")
    return None if low is None or high is None else (low, high)


def _count(source: Source, row: Row, name: str) -> str:
    value = number(row, name)
    return NONE if value is None else source.printer.count(int(value))


def _misses(source: Source, row: Row) -> tuple[str, str]:
    """`37 of 200` and `37 missed`."""
    misses, pairs = (int(number(row, name) or 0) for name in ("misses", "n_pairs"))
    text = source.words.text
    return (
        text("report-count-of", part=misses, whole=pairs),
        text("report-missed-pairs", misses=misses),
    )
