"""What is said of models that are compared: those that differ, and one line for all others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from probe.reports.compared import Compared
from probe.reports.source import Source
from probe.runs.rows import DifferenceRow
from probe.wording import Message

Rows = Sequence[DifferenceRow]

NOTHING_SHOWN = (
    "versus-alike",
    "versus-misses-alike",
    "versus-margin-alike",
    "versus-apart-undecided",
    "versus-none-decided",
)
"""Sentences of findings that tell of no difference: the line for all others says it once."""

COUNTED = ("versus-many-apart", "versus-many")
"""Sentences that count pairs that differ; of none they tell of no difference either."""

DECIDING = ("auc", "dprime", "fnmr")
"""Figures that say which model is better; what is kept of the margin only explains."""


def said_of(source: Source) -> tuple[tuple[str, str], ...]:
    """Title and sentences of every factor under which models differ."""
    said = []
    for name, protocol in source.protocols.items():
        finding = source.finding("versus", name)
        stored = finding.message if finding else ""
        if text := source.words.sentences(map(source.printer.note, _telling(stored))):
            said.append((protocol.title.language(source.language), text))
    return tuple(said)


def rest_of(source: Compared) -> str:
    """What is shown of the comparisons that no sentence tells of; empty where all are told."""
    pairs = _pairs(source.differences)
    apart = [rows for rows in pairs.values() if any(row["differs"] for row in rows)]
    undecided = [rows for rows in pairs.values() if not any(map(_decided, rows))]
    counts = {"whole": len(pairs), "rest": len(pairs) - len(apart) - len(undecided)}
    return source.words.sentences(_rest(source, pairs, counts, undecided))


def _rest(
    source: Compared, pairs: Mapping[object, Rows], counts: Mapping[str, int], undecided: list[Rows]
) -> Iterator[str]:
    said = source.words.text
    if counts["rest"] and counts["whole"] == 1:
        (rows,) = pairs.values()
        first, second = (source.shorts[rows[0][side]] for side in ("backbone_a", "backbone_b"))
        yield said("report-versus-rest-one", first=first, second=second)
    elif counts["rest"]:
        yield said("report-versus-rest", **counts)
    if undecided:
        notes = dict.fromkeys(row["note"] for rows in undecided for row in rows if row["note"])
        reasons = tuple(source.words.stored(note) for note in notes)
        values = {"undecided": len(undecided), "whole": counts["whole"]}
        yield said("report-versus-undecided", **values, reasons=reasons)


def _pairs(rows: Rows) -> Mapping[object, Rows]:
    """The deciding differences over all levels (of one level, those), by factor and models."""
    pairs: dict[object, list[DifferenceRow]] = {}
    for row in rows:
        key = (row["protocol"], row["backbone_a"], row["backbone_b"])
        pairs.setdefault(key, []).append(row)
    return {key: _overall(found) for key, found in pairs.items()}


def _overall(rows: Rows) -> Rows:
    deciding = [row for row in rows if row["figure"] in DECIDING]
    return [row for row in deciding if not row["condition"]] or deciding


def _decided(row: DifferenceRow) -> bool:
    return math.isfinite(row["low"]) and math.isfinite(row["high"])


def _telling(stored: object) -> Iterator[object]:
    """The sentences of a stored finding that tell of a difference."""
    if not isinstance(stored, Message):
        if stored:
            yield stored
        return
    parts = stored.values["parts"] if stored.id == "sentences" else (stored,)
    assert isinstance(parts, tuple)
    for part in parts:
        assert isinstance(part, Message)
        counted = part.id in COUNTED and not (part.values["differ"] or part.values.get("mixed"))
        if not counted and part.id not in NOTHING_SHOWN:
            yield part
