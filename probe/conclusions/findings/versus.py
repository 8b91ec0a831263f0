"""Which model is better: what the paired differences on the same people carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from probe.conclusions.findings.difference import (
    amount,
    decided,
    interval,
    over_all_levels,
    size,
)
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.outcome import Outcome, invariant
from probe.conclusions.findings.sentence import paragraph
from probe.runs.rows import DifferenceRow
from probe.runs.stored import Finding
from probe.wording import Message, Value, stored_message

FEW_PAIRS = 3
"""Up to this many pairs of models are told one by one: those of three models (ours)."""

FIGURES = ("retention", "fnmr")
"""What models are compared by: raw cosines of two models are on different scales."""


def versus(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a protocol with two or more models: which pairs differ, and which do not."""
    rows = [row for figure in FIGURES for row in overall(cells, protocol, figure)]
    if not rows:
        return []
    pairs = dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in rows)
    if len(pairs) <= FEW_PAIRS:
        sentences = [message for pair in pairs for message in _pair(cells, rows, pair)]
    else:
        sentences = _many(cells, rows, len(pairs))
    return [Finding("versus", paragraph(sentences), protocol, cells=_cells(rows))]


def overall(cells: Cells, protocol: str, figure: str) -> list[DifferenceRow]:
    """The differences over all levels but the standard one (the only one, where there is one)."""
    wanted = (protocol, cells.facts.variant, figure)
    rows = (
        row
        for row in cells.facts.differences
        if (row["protocol"], row["variant"], row["figure"]) == wanted
    )
    return over_all_levels(cells, protocol, rows)


def _cells(rows: Sequence[DifferenceRow]) -> tuple[Mapping[str, object], ...]:
    return tuple(
        {
            "protocol": row["protocol"],
            "variant": row["variant"],
            "backbone_a": row["backbone_a"],
            "backbone_b": row["backbone_b"],
            "figure": row["figure"],
            "condition": row["condition"],
        }
        for row in rows
    )


def _pair(cells: Cells, rows: Sequence[DifferenceRow], pair: tuple[str, str]) -> list[Message]:
    by_figure = {r["figure"]: r for r in rows if (r["backbone_a"], r["backbone_b"]) == pair}
    sentences = [_sentence(cells, by_figure[figure]) for figure in FIGURES if figure in by_figure]
    return list(dict.fromkeys(sentence for sentence in sentences if sentence))


def _sentence(cells: Cells, row: DifferenceRow) -> Message | None:
    first, second = (cells.facts.names[name] for name in (row["backbone_a"], row["backbone_b"]))
    retention = row["figure"] == "retention"
    models: dict[str, Value] = {"first": first, "second": second}
    if not decided(row):
        reason: dict[str, Value] = {**models, "reason": stored_message(row["note"])}
        return Message("versus-undecided", reason) if retention else None
    if row["differs"]:
        more, less = (second, first) if row["difference"] > 0 else (first, second)
        values: dict[str, Value] = {"more": more, "less": less}
        values |= {"size": size(row), "interval": interval(row)}
        return Message("versus-margin", values) if retention else Message("versus-misses", values)
    values = {**models, "interval": interval(row)}
    values["seen"] = amount(row["figure"], row["detectable"])
    if retention:
        return Message("versus-margin-alike", values)
    return Message("versus-misses-alike", values)


def _many(cells: Cells, rows: Sequence[DifferenceRow], pairs: int) -> list[Message]:
    decided_rows = [row for row in rows if row["figure"] == "retention" and decided(row)]
    if not decided_rows:
        return [
            Message(
                "versus-none-decided", {"pairs": pairs, "reason": stored_message(rows[0]["note"])}
            )
        ]
    clear = [row for row in decided_rows if row["differs"]]
    count = Message("versus-many", {"pairs": pairs, "differ": len(clear)})
    if not clear:
        return [count]
    widest = _sentence(cells, max(clear, key=lambda row: abs(row["difference"])))
    return [count, Message("versus-widest", {"sentence": widest})]


def advice_on_models(cells: Cells, outcomes: Sequence[Outcome]) -> list[Message]:
    """What the paired comparison says about factors that should leave the match unchanged."""
    chosen = [outcome.protocol for outcome in invariant(outcomes)]
    rows = [row for name in chosen for row in overall(cells, name, "retention")]
    if not rows:
        return []
    pairs = list(dict.fromkeys((row["backbone_a"], row["backbone_b"]) for row in rows))
    decided_rows = [row for row in rows if decided(row)]
    if not decided_rows:
        return [Message("versus-better-undecided", {"reason": stored_message(rows[0]["note"])})]
    if len(pairs) > FEW_PAIRS:
        return [_leader(cells, decided_rows)]
    return [_advice(cells, decided_rows, pair) for pair in pairs]


def _advice(cells: Cells, rows: Sequence[DifferenceRow], pair: tuple[str, str]) -> Message:
    of_pair = [row for row in rows if (row["backbone_a"], row["backbone_b"]) == pair]
    names = cells.facts.names
    parts = []
    for better, worse, sign in ((pair[0], pair[1], -1), (pair[1], pair[0], 1)):
        where = [r["protocol"] for r in of_pair if r["differs"] and r["difference"] * sign > 0]
        if where:
            values: dict[str, Value] = {"better": names[better], "worse": names[worse]}
            values["factors"] = tuple(cells.title(name) for name in where)
            parts.append(Message("versus-keeps-more", values))
    same = tuple(cells.title(row["protocol"]) for row in of_pair if not row["differs"])
    if not parts:
        models: dict[str, Value] = {"first": names[pair[0]], "second": names[pair[1]]}
        return Message("versus-same-people-alike", models)
    if same:
        parts.append(Message("versus-alike-under", {"factors": same}))
    return Message("versus-same-people", {"parts": tuple(parts)})


def _leader(cells: Cells, rows: Sequence[DifferenceRow]) -> Message:
    """Of many models, the one that is shown better than most others."""
    wins = dict.fromkeys(cells.facts.backbones, 0)
    for row in rows:
        if row["differs"]:
            wins[row["backbone_b"] if row["difference"] > 0 else row["backbone_a"]] += 1
    best = max(wins, key=lambda name: wins[name])
    if not wins[best]:
        return Message("versus-no-leader")
    factors = len({row["protocol"] for row in rows})
    comparisons = (len(cells.facts.backbones) - 1) * factors
    values: dict[str, Value] = {"model": cells.facts.names[best], "wins": wins[best]}
    return Message("versus-leader", {**values, "comparisons": comparisons})
