"""At the threshold: both errors of every model at every false match rate asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from probe.reports.figure import Figure, number
from probe.reports.rates import missed
from probe.reports.section import Json, Names, Section, one_figure, plain
from probe.reports.source import Source
from probe.reports.study import Study
from probe.runs.manifest import ThresholdEntry
from probe.runs.rows import RateRow
from probe.wording.numbers import NONE

FEW_PERCENT = 0.1
"""Shares of strangers below it are printed with decimals (ours: whole per cents would not tell a
rate of 1 % from its half)."""

MOST_SENTENCES = 4
"""Up to this many models each has its sentence (ours: and every pair one more); of more the summary
shows the number."""


@dataclass(frozen=True)
class DecisionRow:
    """One model at one false match rate.

    Attributes:
        model: index of the model; -1 for every model.
        fmr: the rate asked for.
        threshold: as printed.
        above: comparisons of strangers at large it was set on, and how many are above it.
        true: interval of the rate that the threshold has among other people; empty in older runs.
        carried: how many pairs of people the comparisons above it come from.
        tested: strangers of the other half of the people above it; `text` is their share. Empty
            texts where the people were not split.
        standard: FNMR in the standard condition.
        worst: FNMR where most are missed; its interval is for new people at this very threshold.
        worst_at: the factor and level that is.
        anew: the interval of `worst` for a threshold set anew at the same rate, or why there is
            none.
        note: why there is no threshold.
    """

    model: int
    fmr: str
    threshold: str
    above: str
    true: str
    carried: str
    tested: Figure
    tested_counts: str
    standard: Figure
    worst: Figure
    worst_at: str
    anew: str
    note: str


@dataclass(frozen=True)
class Decisions:
    """The table of thresholds.

    Attributes:
        caption: how to read it.
        rows: one a model and rate.
        split: whether the people were split.
        others: whether the rates among other people are known.
        leanings: sentences on which error the models lean to; none of many models.
    """

    caption: str
    rows: tuple[DecisionRow, ...]
    split: bool
    others: bool
    leanings: tuple[str, ...]


def build(study: Study) -> Decisions | None:
    """The table of thresholds; None in a run without any, or from before it was stored."""
    source, entries = study.source, _entries(study.source)
    if not source.rates or not any(entry.comparisons for entry in entries):
        return None
    names = source.run.backbones
    few = len(names) <= MOST_SENTENCES
    split = next((entry for entry in entries if entry.tuned_on is not None), None)
    caption = source.words.text("report-decisions-caption")
    if split:
        people = {"tuned": split.tuned_on, "tested": split.tested_on}
        caption = source.words.text("report-decisions-caption-split", **people)
    return Decisions(
        caption=caption,
        rows=_merged([_row(source, entry) for entry in entries], len(names)),
        split=split is not None,
        others=any(entry.true_high is not None for entry in entries),
        leanings=tuple(f.text for f in source.said_findings if few and f.key == "leaning"),
    )


def to_json(data: Decisions | None, _: Names) -> Mapping[str, Json]:
    """`decisions`: the whole table; null in a run without one."""
    return {"decisions": plain(data)}


def _entries(source: Source) -> list[ThresholdEntry]:
    """The thresholds of every model, at the first rate and at further ones."""
    manifest = source.run.manifest
    return [
        entry
        for name in source.run.backbones
        for entry in (*manifest.thresholds, *manifest.further_thresholds)
        if (entry.backbone, entry.variant) == (name, source.variant)
    ]


def _merged(rows: list[DecisionRow], models: int) -> tuple[DecisionRow, ...]:
    """Rates that no model resolves, for one and the same reason, in one row for all models."""
    merged: list[DecisionRow] = []
    for row in rows:
        alike = sum((other.fmr, other.note) == (row.fmr, row.note) for other in rows)
        if row.note and alike == models > 1:
            if row.model == models - 1:
                merged.append(replace(row, model=-1))
        else:
            merged.append(row)
    return tuple(merged)


def _row(source: Source, entry: ThresholdEntry) -> DecisionRow:
    rates = [
        row
        for row in source.rates
        if (row["backbone"], row["fmr_asked"]) == (entry.backbone, entry.fmr)
        and number(row, "fnmr") is not None
    ]
    printer = source.printer
    standard, worst = _standard(source, rates), _worst(source, rates)
    return DecisionRow(
        model=source.run.backbones.index(entry.backbone),
        fmr=printer.rate(entry.fmr),
        threshold=source.words.numbers.unit(entry.value, 4),
        above=_part_of_whole(source, entry.false_matches, entry.comparisons),
        true=_true(source, entry),
        carried=_carried(source, entry),
        tested=_tested(source, entry),
        tested_counts=_part_of_whole(source, entry.tested_false_matches, entry.tested_comparisons),
        standard=missed(source, standard) if standard else Figure(NONE),
        worst=missed(source, worst) if worst else Figure(NONE),
        worst_at=_place(source, worst) if worst else "",
        anew=_anew(source, worst) if worst else "",
        note=printer.note(entry.note) if entry.value is None else "",
    )


def _part_of_whole(source: Source, errors: int | None, comparisons: int | None) -> str:
    if errors is None or comparisons is None:
        return ""
    return source.words.text("report-count-of", part=errors, whole=comparisons)


def _true(source: Source, entry: ThresholdEntry) -> str:
    low, high = entry.true_low, entry.true_high
    if low is None or high is None:
        return ""
    words, numbers = source.words, source.words.numbers
    if high >= FEW_PERCENT:
        limits = [numbers.percent(limit) for limit in (low, high)]
    else:
        limits = [_small(source, limit) for limit in (low, high)]
    return words.text("report-decisions-range", low=limits[0], high=limits[1])


def _carried(source: Source, entry: ThresholdEntry) -> str:
    if not entry.carrying_pairs:
        return ""
    values = {"pairs": entry.carrying_pairs, "people": entry.carrying_people}
    return source.words.text("report-decisions-carried", **values)


def _tested(source: Source, entry: ThresholdEntry) -> Figure:
    if entry.tested_false_matches is None or not entry.tested_comparisons:
        return Figure("")
    value = entry.tested_false_matches / entry.tested_comparisons
    return Figure(_small(source, value), value)


def _small(source: Source, value: float) -> str:
    """A share of strangers, with two decimals below 10 %."""
    numbers = source.words.numbers
    if value >= FEW_PERCENT or value == 0:
        return numbers.percent(value)
    return numbers.share(value, 2)


def _anew(source: Source, row: RateRow) -> str:
    printer = source.printer
    interval = printer.interval(row, printer.percent, "anew_low", "anew_high")
    return interval or printer.note(row["anew_note"])


def _standard(source: Source, rows: Sequence[RateRow]) -> RateRow | None:
    for row in rows:
        s = source.protocols[row["protocol"]].standard.index
        if row["i"] == row["j"] == s:
            return row
    return None


def _worst(source: Source, rows: Sequence[RateRow]) -> RateRow | None:
    """The row against the standard condition with the most misses, the least certain of equals: as
    the summary has it. Of changes at which a fall is wanted only where there are no others.
    """
    against = [row for row in rows if _other(source, row) is not None]
    faults = [row for row in against if _is_fault(source, row)]
    return max(faults or against, key=_most_missed, default=None)


def _is_fault(source: Source, row: RateRow) -> bool:
    """Whether a good model misses nothing there."""
    return source.protocols[row["protocol"]].expectation == "invariant"


def _most_missed(row: RateRow) -> tuple[float, float]:
    return float(row["fnmr"]), _least_certain(row)


def _least_certain(row: RateRow) -> float:
    """The upper limit of misses; no limit is the widest, since rates end at 1."""
    high = number(row, "high")
    return 2.0 if high is None else high


def _other(source: Source, row: RateRow) -> int | None:
    """The changed condition of a row against the standard one; None for any other row."""
    s = source.protocols[row["protocol"]].standard.index
    if row["i"] == row["j"] or s not in (row["i"], row["j"]):
        return None
    return int(row["j"] if row["i"] == s else row["i"])


def _place(source: Source, row: RateRow) -> str:
    protocol = source.protocols[row["protocol"]]
    other = _other(source, row)
    assert other is not None
    label = protocol.label(protocol.conditions[other], source.language)
    if len(source.protocols) == 1:
        return label
    factor = protocol.title.language(source.language)
    return source.words.text("report-factor-level", factor=factor, level=label)


SECTION = Section(__name__, build, to_json, figures=one_figure)
