"""Precision- or recall-first: which error each model leans to when conditions change."""

from __future__ import annotations

import math

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.versus import FEW_PAIRS
from probe.runs.rows import LeaningRow
from probe.runs.stored import Finding
from probe.statistics.confidence import LEVEL
from probe.wording import Message, Value, stored_message


def leaning(cells: Cells) -> list[Finding]:
    """One finding a model (its `title` is the model), then one for few pairs of models.

    Its cells are rows of `leanings.parquet`.
    """
    rows = [row for row in cells.facts.leanings if row["variant"] == cells.facts.variant]
    models = [row for row in rows if not row["against"]]
    pairs = [row for row in rows if row["against"]]
    messages = [(_of_model(cells, row), row) for row in models]
    if pairs and len(pairs) <= FEW_PAIRS:
        messages += [(_of_pair(cells, row), row) for row in pairs]
    return [_finding(message, row) for message, row in messages if message]


def _finding(message: Message, row: LeaningRow) -> Finding:
    models = {"backbone": row["backbone"], "against": row["against"]}
    title = "" if row["against"] else row["backbone"]
    return Finding("leaning", message, title=title, cells=({"variant": row["variant"], **models},))


def _of_model(cells: Cells, row: LeaningRow) -> Message | None:
    threshold = cells.facts.threshold(row["backbone"])
    if threshold is None or threshold.value is None or not math.isfinite(row["bias"]):
        return None
    values: dict[str, Value] = {
        "model": cells.facts.names[row["backbone"]],
        "side": row["side"],
        "asked": threshold.fmr,
        "fnmr": row["fnmr"],
        "fmr": row["fmr"],
        "bias": row["bias"],
        "interval": _interval(row),
    }
    if row["side"] == "neither":
        return Message("leaning-neither", values)
    return Message("leaning-model" if row["side"] else "leaning-not-told", values)


def _of_pair(cells: Cells, row: LeaningRow) -> Message | None:
    names = cells.facts.names
    first, second = names[row["against"]], names[row["backbone"]]
    if not math.isfinite(row["bias"]):
        return None
    if not math.isfinite(row["low"]):
        reason = {"first": first, "second": second, "reason": stored_message(row["note"])}
        return Message("leaning-undecided", reason)
    if row["p_adjusted"] > 1 - LEVEL:
        values: dict[str, Value] = {"first": first, "second": second, "interval": _interval(row)}
        return Message("leaning-alike", values)
    more, less = (second, first) if row["bias"] > 0 else (first, second)
    low, high = (-row["high"], -row["low"]) if row["bias"] < 0 else (row["low"], row["high"])
    turned: LeaningRow = {**row, "low": low, "high": high}
    values = {"more": more, "less": less, "size": abs(row["bias"]), "interval": _interval(turned)}
    return Message("leaning-differs", values)


def _interval(row: LeaningRow) -> Message:
    if not math.isfinite(row["low"]):
        return Message("no-interval-because", {"reason": stored_message(row["note"])})
    ends = {"low": row["low"], "high": row["high"]}
    alone = row["p_adjusted"] > 1 - LEVEL and (row["low"] > 0 or row["high"] < 0)
    return Message("interval-signed-alone" if alone else "interval-signed", ends)
