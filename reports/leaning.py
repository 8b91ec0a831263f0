"""Which error a model leans to: misses or false matches."""

from __future__ import annotations

from dataclasses import dataclass

from probe.reports.figure import Columns, Figure
from probe.reports.source import Source
from probe.runs.rows import LeaningRow, rows_of
from probe.wording.numbers import NONE

BIAS = Columns("bias", "low", "high", "note")


@dataclass(frozen=True)
class Lean:
    """Which error a model leans to.

    Attributes:
        side: in a word; empty where it cannot be said.
        meaning: the same for who does not know the word; empty where no side is shown.
        figure: the number, with its interval as printed.
    """

    side: str
    meaning: str
    figure: Figure


def leans_of(source: Source) -> tuple[Lean, ...]:
    """One a model, in the order of the run; empty when there is nothing to say of any."""
    table = source.run.leanings
    if table is None:
        return ()
    chosen = table[(table["variant"] == source.variant) & (table["against"] == "")]
    by_backbone = {row["backbone"]: row for row in rows_of(LeaningRow, chosen)}
    leans = tuple(_lean(source, by_backbone.get(name)) for name in source.run.backbones)
    return leans if any(lean.side for lean in leans) else ()


def _lean(source: Source, row: LeaningRow | None) -> Lean:
    printer, words = source.printer, source.words
    figure = printer.figure(row, BIAS, printer.signed) if row else Figure(NONE)
    if row is None or figure.value is None:
        return Lean("", "", Figure(NONE, note=figure.note))
    if not figure.interval:  # half a count would decide the side
        return Lean(words.text("report-lean-not-told"), words.text("report-lean-open"), figure)
    side, meaning = (
        words.text(key, side=row["side"]) for key in ("report-lean-side", "report-lean-meaning")
    )
    return Lean(side, meaning, figure)
