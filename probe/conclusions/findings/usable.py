"""The usable range: where around the standard condition misses stay within the limit."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.facts import Cells, Spot
from probe.protocol.model import Condition, Factor, Protocol
from probe.runs.store import Finding
from probe.wording.numbers import listed


def usable(cells: Cells, protocol: str, backbone: str) -> Finding:
    """The unbroken measured range around the standard in which FNMR stays at or under the limit.

    Ordered factors give a range, circular ones an arc, nominal ones the levels that hold; crossed
    factors the number of conditions. Series are said apart where they differ.
    """
    told = cells.protocols[protocol]
    spots = [*cells.against_standard(protocol, backbone, "fnmr")]
    s = told.standard.index
    own = cells.spot(protocol, backbone, s, s, "fnmr")
    spots += [own] if own else []
    within = {spot.i: spot.value <= cells.facts.limit for spot in spots}
    text = _told(told, within) if within else "not resolved"
    rests = tuple(spot.cell(cells.facts.variant) for spot in spots)
    return Finding("usable", text, protocol, backbone, rests)


def _told(protocol: Protocol, within: dict[int, bool]) -> str:
    if len(protocol.factors) > 1:
        return _counted(protocol.conditions, within)
    parts: dict[str, list[str]] = {}
    for series in dict.fromkeys(c.series for c in protocol.conditions):
        block = [c for c in protocol.conditions if c.series == series and c.index in within]
        if block:
            text = _block(protocol.factors[0], block, within)
            parts.setdefault(text, []).append(series)
    if len(parts) == 1 or protocol.series is None:
        return next(iter(parts))
    label = protocol.series.label
    return "; ".join(f"{listed(label(s) for s in who)}: {what}" for what, who in parts.items())


def _counted(conditions: Sequence[Condition], within: dict[int, bool]) -> str:
    known = [within[c.index] for c in conditions if c.index in within]
    return f"{sum(known)} of {len(known)} conditions"


def _block(factor: Factor, block: Sequence[Condition], within: dict[int, bool]) -> str:
    keys = [c.levels[0] for c in block]
    holds = [within[c.index] for c in block]
    if not any(holds):
        return "none"
    if factor.kind == "nominal":
        if all(holds):
            return "all measured"
        return listed(factor.label(k) for k, ok in zip(keys, holds, strict=True) if ok)
    if factor.standard_key not in keys or not holds[keys.index(factor.standard_key)]:
        return "none"
    at = keys.index(factor.standard_key)
    return (
        _arc(factor, keys, holds, at)
        if factor.kind == "circular"
        else _range(factor, keys, holds, at)
    )


def _range(factor: Factor, keys: Sequence[str], holds: Sequence[bool], at: int) -> str:
    low = high = at
    while low > 0 and holds[low - 1]:
        low -= 1
    while high < len(holds) - 1 and holds[high + 1]:
        high += 1
    if low == high:
        return f"{factor.label(keys[low])} only"
    text = f"{keys[low]} to {factor.label(keys[high])}"
    return text + ", all measured" if high - low == len(holds) - 1 else text


def _arc(factor: Factor, keys: Sequence[str], holds: Sequence[bool], at: int) -> str:
    n = len(holds)
    if all(holds):
        return "all round"
    ahead = behind = 0
    while holds[(at + ahead + 1) % n]:
        ahead += 1
    while holds[(at - behind - 1) % n]:
        behind += 1
    if ahead == behind == 0:
        return f"{factor.label(keys[at])} only"
    return f"{factor.label(keys[(at - behind) % n])} to {factor.label(keys[(at + ahead) % n])}"


def within_limit(spots: Sequence[Spot], limit: float) -> bool:
    """Whether every figure stays at or under the limit (and there is one)."""
    return bool(spots) and all(spot.value <= limit for spot in spots)
