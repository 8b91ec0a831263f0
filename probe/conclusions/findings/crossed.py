"""Whether crossed factors cost more together than one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.sentence import paragraph
from probe.protocol.labels import factors_value, level_value
from probe.protocol.model import Factor, Protocol
from probe.runs.stored import Finding
from probe.statistics.interaction.slices import Slice, ordered_pair
from probe.wording import Message, Value, stored_message

if TYPE_CHECKING:
    from probe.statistics.interaction import Crossing, Term

MOST_NAMED = 3
"""So many single departures are named, the surest first (ours: what a sentence holds; the table has
all)."""

Axes = Mapping[str, Factor]


def crossed(cells: Cells, protocol: str) -> list[Finding]:
    """What the crossed factors of a protocol do with every backbone; `title` is the backbone.

    One `interaction`, decided or not, and one `departure` where pairs of levels are decided; their
    cells are rows of `interactions.parquet`. None where the protocol varies one factor only.
    """
    facts = cells.facts
    axes = axes_of(cells.protocols[protocol])
    findings = []
    for backbone in facts.backbones:
        crossing = facts.crossings.get((protocol, facts.variant, backbone))
        if crossing is None or not _means_something(cells, protocol, backbone, crossing):
            continue
        head = {"protocol": protocol, "variant": facts.variant, "backbone": backbone}
        single = departures(axes, crossing)
        for key, terms, messages in (
            ("interaction", crossing.whole, wholes(axes, crossing)),
            ("departure", [t for t in crossing.single if t.decided], [single] if single else []),
        ):
            kind = "whole" if key == "interaction" else "single"
            rows = tuple({**head, "figure": crossing.figure, **_row(kind, t)} for t in terms)
            if messages:
                findings.append(Finding(key, paragraph(messages), protocol, backbone, rows))
    return findings


def _means_something(cells: Cells, protocol: str, backbone: str, crossing: Crossing) -> bool:
    return crossing.figure != "retention" or cells.keeps_margin(protocol, backbone)


def axes_of(protocol: Protocol) -> Axes:
    """The factors and the series of a protocol by name."""
    return {axis.name: axis for axis in protocol.axes}


def _row(kind: str, term: Term) -> dict[str, Any]:
    names = dict(zip(("factor_a", "factor_b"), term.axes, strict=True))
    levels = dict(zip(("level_a", "level_b"), term.levels or ("", ""), strict=True))
    return {"kind": kind, **names, **levels}


def wholes(axes: Axes, crossing: Crossing) -> list[Message]:
    """One sentence a pair of factors: decided or not, with its interval."""
    return [_whole(axes, term, crossing) for term in crossing.whole]


def _whole(axes: Axes, term: Term, crossing: Crossing) -> Message:
    changed, other = ordered_pair(*(axes[name] for name in term.axes))
    slices = crossing.slices.get(term.axes)
    factors: dict[str, Value] = {"first": _name(changed), "second": _name(other)}
    if term.interval.refused or slices is None:
        return Message("crossed-unknown", {**factors, "reason": stored_message(term.interval.note)})
    values: dict[str, Value] = {
        "figure": _figure(crossing.figure),
        "estimate": term.interval.estimate,
        "low": term.interval.low,
        "high": term.interval.high,
    }
    if not term.decided:
        return Message("crossed-not-shown", {**factors, **values})
    changes = tuple(
        Message("crossed-change", {"change": part.change, "place": part.place}) for part in slices
    )
    lead = _lead(changed, other, term, slices)
    return Message("crossed-decided", {"lead": lead, **values, "changes": changes})


def _figure(figure: str) -> Message:
    """What the crossed figures are, in words."""
    return Message("figure-retention") if figure == "retention" else Message("figure-mated-mean")


def _lead(changed: Factor, other: Factor, term: Term, slices: tuple[Slice, Slice]) -> Message:
    values: dict[str, Value] = {"change": _change_along(changed), "other": _name(other)}
    if slices[0].change + slices[1].change >= 0:  # on the whole no cost
        return Message("crossed-depends", values)
    values["more"] = term.interval.estimate < 0
    if other.scale.rises:
        return Message("crossed-rising", values)
    if len(other.levels) == 2:
        return Message(
            "crossed-than", {**values, "place": slices[1].place, "usual": slices[0].place}
        )
    return Message(
        "crossed-not-standard", {**values, "standard": _level(other, other.standard_key)}
    )


def _change_along(factor: Factor) -> Message:
    name = {"factor": _name(factor)}
    if not factor.scale.rises:
        return Message("crossed-change-of", name)
    first, last = (
        level_value(factor, level.key) for level in (factor.levels[0], factor.levels[-1])
    )
    return Message("crossed-change-along", {**name, "first": first, "last": last})


def departures(axes: Axes, crossing: Crossing) -> Message | None:
    """The pairs of levels whose joint cost is not the sum of the two; None when none is decided."""
    decided = sorted((t for t in crossing.single if t.decided), key=lambda term: term.p_value)
    if not decided:
        return None
    named = tuple(_departure(axes, term) for term in decided[:MOST_NAMED])
    return Message("crossed-departures", {"named": named, "more": len(decided) - len(named)})


def _departure(axes: Axes, term: Term) -> Message:
    levels = zip(term.axes, term.levels, strict=True)
    values: dict[str, Value] = {"levels": tuple(_level(axes[name], key) for name, key in levels)}
    interval = term.interval
    values |= {"estimate": interval.estimate, "low": interval.low, "high": interval.high}
    return Message("crossed-departure", values)


def _level(factor: Factor, key: str) -> Value:
    """A level within a sentence; names, which may be whole phrases, in quotation marks."""
    label = level_value(factor, key)
    return label if factor.scale.numeric else Message("quoted", {"name": label})


def _name(factor: Factor) -> Message:
    return factors_value([factor])
