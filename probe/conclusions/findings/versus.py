"""Which model is better: what the paired differences on the same people carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from probe.conclusions.findings.better import DECIDING, FIGURES, Better, better_of, in_favour_of
from probe.conclusions.findings.difference import (
    decided,
    interval,
    over_all_levels,
    shown_alone,
    size,
)
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.sentence import paragraph
from probe.runs.rows import DifferenceRow
from probe.runs.stored import Finding
from probe.wording import Message, Value, stored_message

FEW_PAIRS = 3
"""Up to this many pairs of models are told one by one: those of three models (ours)."""

Pair = tuple[str, str]
Rows = Sequence[DifferenceRow]


def versus(cells: Cells, protocol: str) -> list[Finding]:
    """One finding a protocol with two or more models: which is better, and by what."""
    rows = [row for figure in FIGURES for row in overall(cells, protocol, figure)]
    if not rows:
        return []
    pairs = _by_pair(rows)
    if len(pairs) <= FEW_PAIRS:
        names = cells.facts.names
        sentences = [part for pair, mine in pairs.items() for part in of_pair(names, mine, pair)]
    else:
        sentences = _many(cells, pairs)
    return [Finding("versus", paragraph(sentences), protocol, cells=_cells(rows))]


def overall(cells: Cells, protocol: str, figure: str) -> list[DifferenceRow]:
    """The differences over all levels but the standard one (the only one, where there is one).

    Of retention those of models that both have a margin to keep.
    """
    wanted = (protocol, cells.facts.variant, figure)
    rows = (
        row
        for row in cells.facts.differences
        if (row["protocol"], row["variant"], row["figure"]) == wanted
        and (figure != "retention" or _both_keep(cells, row))
    )
    return over_all_levels(cells, protocol, rows)


def _both_keep(cells: Cells, row: DifferenceRow) -> bool:
    names = (row["backbone_a"], row["backbone_b"])
    return all(cells.keeps_margin(row["protocol"], name) for name in names)


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


def _by_pair(rows: Rows) -> dict[Pair, list[DifferenceRow]]:
    pairs: dict[Pair, list[DifferenceRow]] = {}
    for row in rows:
        pairs.setdefault((row["backbone_a"], row["backbone_b"]), []).append(row)
    return pairs


def of_pair(names: Mapping[str, str], rows: Rows, pair: Pair) -> list[Message]:
    """The answer, what it rests on, and what each model keeps of its margin.

    Args:
        names: shown name of every backbone.
        rows: the overall differences of two backbones under one protocol, one a figure.
        pair: these two.
    """
    result = better_of(rows)
    deciding = [row for row in rows if row["figure"] in DECIDING and decided(row)]
    sentences = [_answer(names, rows, pair, result)]
    if result.answer in {"first", "second", "mixed"}:
        sentences += [_sentence(names, row) for row in deciding if row["differs"]]
        sentences += [
            _sentence(names, row)
            for row in deciding
            if row["figure"] == "fnmr" and not row["differs"]
        ]
    kept = [row for row in rows if row["figure"] == "retention" and decided(row)]
    return sentences + [_sentence(names, row) for row in kept]


def _answer(names: Mapping[str, str], rows: Rows, pair: Pair, result: Better) -> Message:
    first, second = (names[name] for name in pair)
    models: dict[str, Value] = {"first": first, "second": second}
    if result.answer in {"first", "second"}:
        better, worse = (first, second) if result.answer == "first" else (second, first)
        return Message("versus-better", {"better": better, "worse": worse})
    if result.answer == "mixed":
        return Message("versus-mixed", models)
    deciding = [row for row in rows if row["figure"] in DECIDING]
    if result.answer == "alike":
        figures = tuple(
            Message("versus-range", {"figure": row["figure"], "interval": interval(row)})
            for row in deciding
            if decided(row)
        )
        return Message("versus-alike", {**models, "figures": figures})
    reasons = dict.fromkeys(row["note"] for row in deciding or rows if row["note"])
    told = tuple(stored_message(note) for note in reasons) or ("",)
    return Message("versus-apart-undecided", {**models, "reasons": told})


def _sentence(names: Mapping[str, str], row: DifferenceRow) -> Message:
    """One figure of two models: who is ahead, or that nothing is shown."""
    first, second = (names[name] for name in (row["backbone_a"], row["backbone_b"]))
    retention = row["figure"] == "retention"
    if not row["differs"]:
        values: dict[str, Value] = {"first": first, "second": second, "interval": interval(row)}
        if retention:
            return Message("versus-margin-alike", values)
        return Message("versus-misses-alike", values)
    ahead, behind = (second, first) if in_favour_of(row) == "second" else (first, second)
    values = {"size": size(row), "interval": interval(row)}
    if retention:
        return Message("versus-margin", {**values, "more": ahead, "less": behind})
    if row["figure"] == "fnmr":
        return Message("versus-misses", {**values, "more": behind, "less": ahead})
    both: dict[str, Value] = {"more": ahead, "behind": behind}
    return Message("versus-apart-than", {**values, **both, "figure": row["figure"]})


def _many(cells: Cells, pairs: Mapping[Pair, Rows]) -> list[Message]:
    results = {pair: better_of(rows) for pair, rows in pairs.items()}
    if all(result.answer == "undecided" for result in results.values()):
        note = next((row["note"] for rows in pairs.values() for row in rows if row["note"]), "")
        values: dict[str, Value] = {"pairs": len(pairs), "reason": stored_message(note)}
        return [Message("versus-none-decided", values)]
    answers = [result.answer for result in results.values()]
    clear = sum(answer in {"first", "second"} for answer in answers)
    counts: dict[str, Value] = {"pairs": len(pairs), "differ": clear}
    sentences = [Message("versus-many-apart", {**counts, "mixed": answers.count("mixed")})]
    areas = [row for rows in pairs.values() for row in rows if row["figure"] == "auc"]
    if areas := [row for row in areas if row["differs"]]:
        widest = max(areas, key=lambda row: abs(row["difference"]))
        sentences.append(
            Message("versus-widest", {"sentence": _sentence(cells.facts.names, widest)})
        )
    keep = sum(bool(result.keeps_more) for result in results.values())
    return [*sentences, Message("versus-many", {"pairs": len(pairs), "differ": keep})]


def advice_on_models(cells: Cells, protocols: Sequence[str]) -> list[Message]:
    """Which model the paired comparison prefers.

    Args:
        cells: of the study.
        protocols: names of those that count, such as all whose factors should change nothing.
    """
    rows = [row for p in protocols for figure in FIGURES for row in overall(cells, p, figure)]
    if not rows:
        return []
    results = {
        (pair, protocol): better_of([row for row in mine if row["protocol"] == protocol])
        for pair, mine in _by_pair(rows).items()
        for protocol in dict.fromkeys(row["protocol"] for row in mine)
    }
    if all(result.answer == "undecided" for result in results.values()):
        note = next((row["note"] for row in rows if row["note"]), "")
        return [Message("versus-better-undecided", {"reason": stored_message(note)})]
    pairs = _by_pair(rows)
    if len(pairs) > FEW_PAIRS:
        return _leader(cells, results)
    return [
        _advice(cells, pair, {n: r for (other, n), r in results.items() if other == pair}, mine)
        for pair, mine in pairs.items()
    ]


def _advice(cells: Cells, pair: Pair, results: Mapping[str, Better], rows: Rows) -> Message:
    """Of two models, by protocol."""
    first, second = (cells.facts.names[name] for name in pair)
    parts = []
    for side, better, worse in (("first", first, second), ("second", second, first)):
        models: dict[str, Value] = {"better": better, "worse": worse}
        if where := [name for name, result in results.items() if result.answer == side]:
            parts.append(Message("versus-better-under", {**models, **_factors(cells, where)}))
        alike = [name for name, r in results.items() if r.answer in {"alike", "undecided"}]
        if where := [name for name in alike if results[name].keeps_more == side]:
            parts.append(Message("versus-keeps-more", {**models, **_factors(cells, where)}))
    if where := [name for name, result in results.items() if result.answer == "mixed"]:
        parts.append(Message("versus-mixed-under", _factors(cells, where)))
    same = [name for name, r in results.items() if r.answer == "alike" and not r.keeps_more]
    if not parts and len(same) == len(results):
        return _alike(cells, pair, rows)
    if same:
        parts.append(Message("versus-alike-under", _factors(cells, same)))
    if where := [n for n, r in results.items() if r.answer == "undecided" and not r.keeps_more]:
        parts.append(Message("versus-undecided-under", _factors(cells, where)))
    return Message("versus-same-people", {"parts": tuple(parts)})


def _alike(cells: Cells, pair: Pair, rows: Rows) -> Message:
    """That no difference is shown, and for which model figures speak that are taken alone."""
    first, second = (cells.facts.names[name] for name in pair)
    models: dict[str, Value] = {"first": first, "second": second}
    apart = [row for row in rows if row["figure"] in DECIDING and shown_alone(row)]
    alone = []
    for side, model in (("first", first), ("second", second)):
        figures = dict.fromkeys(row["figure"] for row in apart if in_favour_of(row) == side)
        names = tuple(Message("versus-figure", {"figure": figure}) for figure in figures)
        values: dict[str, Value] = {"figures": names, "count": len(names), "model": model}
        alone += [Message("versus-speaks-for", values)] if names else []
    if alone:
        return Message("versus-same-people-alone", {**models, "alone": tuple(alone)})
    return Message("versus-same-people-alike", models)


def _factors(cells: Cells, protocols: Sequence[str]) -> dict[str, Value]:
    return {"factors": tuple(cells.title(name) for name in protocols)}


def _leader(cells: Cells, results: Mapping[tuple[Pair, str], Better]) -> list[Message]:
    """Of many models, the one that is shown better than most others."""
    wins = dict.fromkeys(cells.facts.backbones, 0)
    for (pair, _), result in results.items():
        if result.answer in {"first", "second"}:
            wins[pair[result.answer == "second"]] += 1
    best = max(wins, key=lambda name: wins[name])
    if not wins[best]:
        return [Message("versus-no-leader-apart")]
    protocols = len({protocol for _, protocol in results})
    comparisons = (len(cells.facts.backbones) - 1) * protocols
    values: dict[str, Value] = {"model": cells.facts.names[best], "wins": wins[best]}
    return [Message("versus-leader-apart", {**values, "comparisons": comparisons})]
