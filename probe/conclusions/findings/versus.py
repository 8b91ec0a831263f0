"""Which model is better: what the paired differences on the same people carry."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.outcome import Outcome, invariant
from probe.runs.store import Finding
from probe.wording.numbers import amount, listed, percent, short_names, span, unit

Row = Mapping[str, Any]

FEW_PAIRS = 3
"""Up to this many pairs of models are told one by one."""

FIGURES = ("retention", "fnmr")
"""What models are compared by: raw cosines of two models are on different scales."""

DECIDED = 0.8
"""Probability with which the least detectable difference would have been seen."""


def versus(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a protocol with two or more models: which pairs differ, and which do not."""
    rows = [row for figure in FIGURES for row in overall(cells, protocol, figure)]
    if not rows:
        return []
    pairs = dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in rows)
    if len(pairs) <= FEW_PAIRS:
        text = " ".join(_pair(cells, rows, *pair) for pair in pairs)
    else:
        text = _many(cells, rows, len(pairs))
    return [Finding("versus", text, protocol, str(cells.protocols[protocol].title), _cells(rows))]


def overall(cells: Cells, protocol: str, figure: str) -> Sequence[Row]:
    """The differences over all levels but the standard one (the only one, where there is one)."""
    own = [
        row
        for row in cells.facts.differences
        if (row["protocol"], row["variant"], row["figure"])
        == (protocol, cells.facts.variant, figure)
    ]
    standard = cells.protocols[protocol].standard.key
    together = [row for row in own if not row["condition"]]
    return together or [row for row in own if row["condition"] != standard]


def _cells(rows: Sequence[Row]) -> tuple[Mapping[str, Any], ...]:
    names = ("protocol", "variant", "backbone_a", "backbone_b", "figure", "condition")
    return tuple({name: row[name] for name in names} for row in rows)


def _pair(cells: Cells, rows: Sequence[Row], a: str, b: str) -> str:
    own = {r["figure"]: r for r in rows if (r["backbone_a"], r["backbone_b"]) == (a, b)}
    names = short_names(cells.facts.backbones)
    told = [_sentence(own[figure], names) for figure in FIGURES if figure in own]
    return " ".join(dict.fromkeys(each for each in told if each))


def _sentence(row: Row, names: Mapping[str, str]) -> str:
    a, b = names[row["backbone_a"]], names[row["backbone_b"]]
    retention = row["figure"] == "retention"
    if not decided(row):
        what = "margin over strangers" if retention else "misses"
        return "" if not retention else f"{a} and {b}: {what} not decided ({row['note']})."
    if row["differs"]:
        more, less = (b, a) if row["difference"] > 0 else (a, b)
        size, ends = size_of(row)
        if retention:
            return f"{more} keeps {size} more of its margin over strangers than {less} ({ends})."
        return f"{less} misses {size} fewer than {more} ({ends})."
    ends = size_of(row)[1]
    seen = amount_of(row["figure"], row["detectable"])
    what = "in the margin they keep" if retention else "in misses"
    return (
        f"Between {a} and {b} no difference {what} is shown ({ends}); one of {seen} would have "
        "been seen four times in five."
    )


def decided(row: Row) -> bool:
    """Whether the difference has an interval."""
    return math.isfinite(row["low"]) and math.isfinite(row["high"])


def size_of(row: Row) -> tuple[str, str]:
    """The size of a difference, and its 95 % interval turned the same way, as printed."""
    low, high = sorted((row["low"], row["high"]))
    if row["differs"] and row["difference"] < 0:
        low, high = -high, -low
    size = amount_of(row["figure"], abs(row["difference"]))
    ends = span(*(signed(row["figure"], end) for end in (low, high)))
    return size, f"95\u00a0% {ends}"


def amount_of(figure: str, value: float) -> str:
    """A difference as printed: points of 100 for misses, hundredths otherwise."""
    if figure != "fnmr":
        return unit(value)
    return percent(value).replace("\u00a0%", "\u00a0points")


def signed(figure: str, value: float) -> str:
    """A bound of an interval as printed."""
    if figure != "fnmr":
        return unit(value)
    text = percent(abs(value)).replace("\u00a0%", "")
    return f"−{text}" if value < 0 and text != "0" else text


def _many(cells: Cells, rows: Sequence[Row], pairs: int) -> str:
    names = short_names(cells.facts.backbones)
    known = [r for r in rows if r["figure"] == "retention" and decided(r)]
    if not known:
        notes = listed(dict.fromkeys(str(row["note"]) for row in rows[:1]))
        return f"None of {amount(pairs, 'pair')} of models can be decided ({notes})."
    clear = [row for row in known if row["differs"]]
    text = (
        f"Of {amount(pairs, 'pair')} of models {len(clear)} differ in the margin over strangers "
        "they keep."
    )
    if not clear:
        return text
    widest = max(clear, key=lambda row: abs(row["difference"]))
    return f"{text} The widest: {_sentence(widest, names)}"


def advice_on_models(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Row]]:
    """What the paired comparison says about factors that should leave the match unchanged."""
    chosen = [outcome.protocol for outcome in invariant(found)]
    rows = [row for name in chosen for row in overall(cells, name, "retention")]
    if not rows:
        return "", ()
    pairs = list(dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in rows))
    known = [row for row in rows if decided(row)]
    if not known:
        return f"Which model is better cannot be decided: {rows[0]['note']}.", rows
    if len(pairs) > FEW_PAIRS:
        return _leader(cells, known), rows
    names = short_names(cells.facts.backbones)
    return " ".join(_advice(cells, known, pair, names) for pair in pairs), rows


def _advice(
    cells: Cells, rows: Sequence[Row], pair: tuple[str, str], names: Mapping[str, str]
) -> str:
    own = [row for row in rows if (row["backbone_a"], row["backbone_b"]) == pair]
    parts = []
    for better, worse, sign in ((pair[0], pair[1], -1), (pair[1], pair[0], 1)):
        where = [r["protocol"] for r in own if r["differs"] and r["difference"] * sign > 0]
        if where:
            titles = listed(cells.title(name) for name in where)
            parts.append(f"{names[better]} keeps more than {names[worse]} under {titles}")
    same = [cells.title(row["protocol"]) for row in own if not row["differs"]]
    if same:
        parts.append(f"no difference is shown under {listed(same)}" if parts else "")
    if not any(parts):
        a, b = (names[each] for each in pair)
        return f"On the same people no difference between {a} and {b} is shown."
    return f"On the same people {'; '.join(part for part in parts if part)}."


def _leader(cells: Cells, rows: Sequence[Row]) -> str:
    """Of many models, the one that is shown better than most others."""
    names = short_names(cells.facts.backbones)
    wins = dict.fromkeys(cells.facts.backbones, 0)
    for row in rows:
        if row["differs"]:
            wins[row["backbone_b"] if row["difference"] > 0 else row["backbone_a"]] += 1
    best = max(wins, key=lambda name: wins[name])
    each = len(cells.facts.backbones) - 1
    factors = len({row["protocol"] for row in rows})
    if not wins[best]:
        return "On the same people no model is shown to keep more than another."
    return (
        f"On the same people {names[best]} is shown to keep more in {wins[best]} of "
        f"{each * factors} paired comparisons, more than any other model."
    )
