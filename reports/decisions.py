"""At the threshold: both errors of every model at every false match rate asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from probe.reports.cells import Further, number
from probe.reports.document import Figure
from probe.reports.source import Source
from probe.runs.manifest import ThresholdEntry
from probe.wording.numbers import NONE, count, decimal, percent, rate, signed, span

Row = Mapping[str, Any]

MOST_TOLD = 4
"""Up to this many models each has its sentence; of more the summary shows the number."""


@dataclass(frozen=True)
class DecisionRow:
    """One model at one false match rate.

    Attributes:
        model: index of the model; -1 for every model.
        fmr: the rate asked for.
        threshold: as printed.
        above: comparisons of strangers at large it was set on, and how many are above it.
        tested: the same of the other half of the people; `text` is their share. Empty texts where
            the people were not split.
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
        leanings: sentences on which error the models lean to; none of many models.
    """

    caption: str
    rows: tuple[DecisionRow, ...]
    split: bool
    leanings: tuple[str, ...]


@dataclass(frozen=True)
class Lean:
    """Which error a model leans to: in a word, the number, and its interval as printed."""

    side: str
    figure: Figure


def decisions_of(source: Source) -> Decisions | None:
    """The table of thresholds; None in a run without any, or from before it was stored."""
    manifest, rates = source.run.manifest, source.rates
    entries = [
        entry
        for name in source.run.backbones
        for entry in (*manifest.thresholds, *manifest.further_thresholds)
        if (entry.backbone, entry.variant) == (name, source.variant)
    ]
    if not rates or not any(entry.comparisons for entry in entries):
        return None
    split = any(entry.tuned_on is not None for entry in entries)
    words = source.words
    caption = words["decisions_caption"]
    if split:
        told = next(entry for entry in entries if entry.tuned_on is not None)
        caption += words["decisions_split"].format(
            tuned=count(told.tuned_on or 0), tested=count(told.tested_on or 0)
        )
    rows = _merged([_row(source, entry, rates) for entry in entries], len(source.run.backbones))
    few = len(source.run.backbones) <= MOST_TOLD
    leanings = tuple(f.text for f in source.run.findings if few and f.key == "leaning")
    return Decisions(caption, rows, split, leanings)


def _merged(rows: list[DecisionRow], models: int) -> tuple[DecisionRow, ...]:
    """Rates that no model resolves, for one and the same reason, in one row for all models."""
    told: list[DecisionRow] = []
    for row in rows:
        alike = sum((other.fmr, other.note) == (row.fmr, row.note) for other in rows)
        if row.note and alike == models > 1:
            if row.model == models - 1:
                told.append(replace(row, model=-1))
        else:
            told.append(row)
    return tuple(told)


def leans_of(source: Source) -> tuple[Lean, ...]:
    """One a model, in the order of the run; empty when there is nothing to say of any."""
    table = source.run.leanings
    if table is None:
        return ()
    chosen = table[(table["variant"] == source.variant) & (table["against"] == "")]
    rows = [{str(k): v for k, v in row.items()} for row in chosen.to_dict("records")]
    known = {row["backbone"]: row for row in rows}
    found = tuple(_lean(source, known.get(name, {})) for name in source.run.backbones)
    return found if any(lean.side for lean in found) else ()


def further_of(source: Source, protocol: str, backbone: str) -> dict[tuple[int, int], Further]:
    """FNMR of every cell (i <= j) at the further rates that any model resolves, in order."""
    found: dict[tuple[int, int], list[tuple[str, Figure]]] = {}
    wanted = source.further_rates
    for row in source.rates:
        own = (row["protocol"], row["backbone"]) == (protocol, backbone)
        if own and row["fmr_asked"] in wanted:
            told = (rate(row["fmr_asked"]), _missed(row))
            found.setdefault((row["i"], row["j"]), []).append(told)
    return {place: tuple(figures) for place, figures in found.items()}


def _lean(source: Source, row: Row) -> Lean:
    value = number(row, "bias") if row else None
    if value is None:
        return Lean("", Figure(NONE, note=str(row.get("note", "")) if row else ""))
    low, high = number(row, "low"), number(row, "high")
    ends = span(signed(low), signed(high)) if low is not None and high is not None else ""
    figure = Figure(signed(value), value, low, high, ends, str(row["note"]))
    side = source.words[f"lean_{row['side']}"]
    return Lean(side if ends else source.words["lean_here"].format(side=side), figure)


def _row(source: Source, entry: ThresholdEntry, rates: Sequence[Row]) -> DecisionRow:
    own = [
        row
        for row in rates
        if (row["backbone"], row["fmr_asked"]) == (entry.backbone, entry.fmr)
        and number(row, "fnmr") is not None
    ]
    standard, worst = _standard(source, own), _worst(source, own)
    return DecisionRow(
        model=source.run.backbones.index(entry.backbone),
        fmr=rate(entry.fmr),
        threshold=NONE if entry.value is None else decimal(entry.value, 4).removeprefix("0"),
        above=_of(source, entry.false_matches, entry.comparisons),
        tested=_tested(entry),
        tested_counts=_of(source, entry.tested_false_matches, entry.tested_comparisons),
        standard=_missed(standard) if standard else Figure(NONE),
        worst=_missed(worst) if worst else Figure(NONE),
        worst_at=_place(source, worst) if worst else "",
        anew=_anew(worst) if worst else "",
        note=entry.note if entry.value is None else "",
    )


def _of(source: Source, errors: int | None, comparisons: int | None) -> str:
    if errors is None or comparisons is None:
        return ""
    return source.words["of"].format(a=count(errors), b=count(comparisons))


def _tested(entry: ThresholdEntry) -> Figure:
    if entry.tested_false_matches is None or not entry.tested_comparisons:
        return Figure("")
    value = entry.tested_false_matches / entry.tested_comparisons
    return Figure(_small(value), value)


def _small(value: float) -> str:
    """A share of strangers, with a decimal below 10 %."""
    return percent(value) if value >= 0.1 or value == 0 else f"{decimal(100 * value, 2)}\u00a0%"


def _missed(row: Row) -> Figure:
    low, high = number(row, "low"), number(row, "high")
    ends = span(percent(low), percent(high)) if low is not None and high is not None else ""
    value = number(row, "fnmr")
    return Figure(percent(value), value, low, high, ends, str(row["note"]))


def _anew(row: Row) -> str:
    low, high = number(row, "anew_low"), number(row, "anew_high")
    if low is None or high is None:
        return str(row["anew_note"])
    return span(percent(low), percent(high))


def _standard(source: Source, rows: Sequence[Row]) -> Row | None:
    for row in rows:
        s = source.protocols[row["protocol"]].standard.index
        if row["i"] == row["j"] == s:
            return row
    return None


def _worst(source: Source, rows: Sequence[Row]) -> Row | None:
    """The row against the standard condition with the most misses."""
    against = [row for row in rows if _other(source, row) is not None]
    return max(against, key=lambda row: float(row["fnmr"]), default=None)


def _other(source: Source, row: Row) -> int | None:
    """The changed condition of a row against the standard one; None for any other row."""
    s = source.protocols[row["protocol"]].standard.index
    if row["i"] == row["j"] or s not in (row["i"], row["j"]):
        return None
    return int(row["j"] if row["i"] == s else row["i"])


def _place(source: Source, row: Row) -> str:
    protocol = source.protocols[row["protocol"]]
    other = _other(source, row)
    assert other is not None
    label = protocol.label(protocol.conditions[other], source.language)
    if len(source.protocols) == 1:
        return label
    return f"{protocol.title.language(source.language)}, {label}"
