"""Which error a model leans to: misses or false matches."""

from __future__ import annotations

from dataclasses import dataclass

from probe.reports.figure import Figure, Row, ends, number
from probe.reports.source import Source
from probe.wording.numbers import NONE, signed


@dataclass(frozen=True)
class Lean:
    """Which error a model leans to: in a word, the number, and its interval as printed."""

    side: str
    figure: Figure


def leans_of(source: Source) -> tuple[Lean, ...]:
    """One a model, in the order of the run; empty when there is nothing to say of any."""
    table = source.run.leanings
    if table is None:
        return ()
    chosen = table[(table["variant"] == source.variant) & (table["against"] == "")]
    rows = [{str(k): v for k, v in row.items()} for row in chosen.to_dict("records")]
    by_backbone = {row["backbone"]: row for row in rows}
    leans = tuple(_lean(source, by_backbone.get(name, {})) for name in source.run.backbones)
    return leans if any(lean.side for lean in leans) else ()


def _lean(source: Source, row: Row) -> Lean:
    value = number(row, "bias") if row else None
    if value is None:
        return Lean("", Figure(NONE, note=str(row.get("note", "")) if row else ""))
    interval = ends(row, signed)
    low, high = number(row, "low"), number(row, "high")
    figure = Figure(signed(value), value, low, high, interval, str(row["note"]))
    side = source.words[f"lean_{row['side']}"]
    return Lean(side if interval else source.words["lean_here"].format(side=side), figure)
