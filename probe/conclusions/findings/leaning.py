"""Precision- or recall-first: which error each model leans to when conditions change."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.versus import FEW_PAIRS
from probe.runs.store import Finding
from probe.wording.numbers import decimal, percent, rate, short_names, signed, span

Row = Mapping[str, Any]


def leaning(cells: Cells) -> list[Finding]:
    """One finding a model (its `title` is the model), then one for few pairs of models.

    Its cells are rows of `leanings.parquet`.
    """
    rows = [row for row in cells.facts.leanings if row["variant"] == cells.facts.variant]
    models = [row for row in rows if not row["against"]]
    pairs = [row for row in rows if row["against"]]
    found = [_finding(_one(cells, row), row) for row in models]
    if pairs and len(pairs) <= FEW_PAIRS:
        found += [_finding(_two(cells, row), row) for row in pairs]
    return [each for each in found if each.text]


def _finding(text: str, row: Row) -> Finding:
    names = ("variant", "backbone", "against")
    title = "" if row["against"] else str(row["backbone"])
    return Finding("leaning", text, title=title, cells=({name: row[name] for name in names},))


def _one(cells: Cells, row: Row) -> str:
    name = short_names(cells.facts.backbones)[row["backbone"]]
    threshold = cells.facts.threshold(row["backbone"])
    if threshold is None or threshold.value is None or not math.isfinite(row["bias"]):
        return ""
    lead = f"{name} is {row['side']}"
    if row["side"] == "neither":
        lead = f"{name} is not shown to lean to either error"
    elif not math.isfinite(row["low"]):
        lead = f"On these people {lead}"
    return (
        f"{lead}: at its threshold for {rate(threshold.fmr)} it rejects {percent(row['fnmr'])} of "
        f"pairs of the same person once conditions change, and accepts {percent(row['fmr'])} of "
        f"strangers at large (c = {signed(row['bias'])}, {_ends(row)})."
    )


def _two(cells: Cells, row: Row) -> str:
    names = short_names(cells.facts.backbones)
    a, b = names[row["against"]], names[row["backbone"]]
    if not math.isfinite(row["bias"]):
        return ""
    size = decimal(abs(row["bias"]), 2)
    if not math.isfinite(row["low"]):
        return f"Which of {a} and {b} is the more precision-first is not decided ({row['note']})."
    if row["low"] <= 0 <= row["high"]:
        return f"Between {a} and {b} no difference in this leaning is shown ({_ends(row)})."
    more, less = (b, a) if row["bias"] > 0 else (a, b)
    turned = dict(row)
    if row["bias"] < 0:
        turned |= {"low": -row["high"], "high": -row["low"]}
    return f"{more} is more precision-first than {less}: c is {size} higher ({_ends(turned)})."


def _ends(row: Row) -> str:
    if not math.isfinite(row["low"]):
        return f"no interval: {row['note']}"
    return f"95\u00a0% {span(signed(row['low']), signed(row['high']))}"
