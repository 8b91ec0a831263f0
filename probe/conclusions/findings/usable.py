"""The usable range: where around the standard condition misses stay within the limit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import finding, say
from probe.protocol.labels import level_value
from probe.protocol.model import Condition, Factor, Protocol
from probe.runs.stored import Finding
from probe.wording import Message


def usable(cells: Cells, protocol: str, backbone: str) -> Finding:
    """The unbroken measured range around the standard in which FNMR stays at or under the limit.

    Ordered factors give a range, circular ones an arc, nominal ones the levels that hold; crossed
    factors the number of conditions. Series are said apart where they differ.
    """
    spots = [*cells.against_standard(protocol, backbone, "fnmr")]
    s = cells.protocols[protocol].standard.index
    standard = cells.spot(protocol, backbone, s, s, "fnmr")
    spots += [standard] if standard else []
    within = {spot.i: spot.value <= cells.facts.limit for spot in spots}
    message = _range_of(cells.protocols[protocol], within)
    return finding(cells, "usable", say(message, spots), protocol, backbone)


def _range_of(protocol: Protocol, within: Mapping[int, bool]) -> Message:
    if not within:
        return Message("usable-unresolved")
    if len(protocol.factors) > 1:
        return _counted(protocol.conditions, within)
    ranges: dict[Message, list[str]] = {}
    for series in dict.fromkeys(c.series for c in protocol.conditions):
        block = [c for c in protocol.conditions if c.series == series and c.index in within]
        if block:
            message = _block(protocol.factors[0], block, within)
            ranges.setdefault(message, []).append(series)
    if len(ranges) == 1 or protocol.series is None:
        return next(iter(ranges))
    parts = []
    for message, keys in ranges.items():
        labels = tuple(level_value(protocol.series, key) for key in keys)
        parts.append(Message("usable-of-series", {"series": labels, "range": message}))
    return Message("parts-joined", {"parts": tuple(parts)})


def _counted(conditions: Sequence[Condition], within: Mapping[int, bool]) -> Message:
    holds = [within[c.index] for c in conditions if c.index in within]
    return Message("usable-count", {"held": sum(holds), "conditions": len(holds)})


def _block(factor: Factor, block: Sequence[Condition], within: Mapping[int, bool]) -> Message:
    keys = [c.levels[0] for c in block]
    holds = [within[c.index] for c in block]
    if not any(holds):
        return Message("usable-none")
    if not factor.scale.numeric:
        if all(holds):
            return Message("usable-all")
        levels = [level_value(factor, k) for k, ok in zip(keys, holds, strict=True) if ok]
        return Message("usable-levels", {"levels": tuple(levels)})
    if factor.standard_key not in keys or not holds[keys.index(factor.standard_key)]:
        return Message("usable-none")
    at = keys.index(factor.standard_key)
    if factor.scale.turn:
        return _arc(factor, keys, holds, at)
    return _stretch(factor, keys, holds, at)


def _stretch(factor: Factor, keys: Sequence[str], holds: Sequence[bool], at: int) -> Message:
    low = high = at
    while low > 0 and holds[low - 1]:
        low -= 1
    while high < len(holds) - 1 and holds[high + 1]:
        high += 1
    last = level_value(factor, keys[high])
    if low == high:
        return Message("usable-only", {"level": last})
    # The unit stands once, behind the last number: `2 to 6 m`.
    ends = {"first": keys[low], "last": last}
    if high - low == len(holds) - 1:
        return Message("usable-range-all", ends)
    return Message("usable-range", ends)


def _arc(factor: Factor, keys: Sequence[str], holds: Sequence[bool], at: int) -> Message:
    n = len(holds)
    if all(holds):
        return Message("usable-round")
    ahead = behind = 0
    while holds[(at + ahead + 1) % n]:
        ahead += 1
    while holds[(at - behind - 1) % n]:
        behind += 1
    if ahead == behind == 0:
        return Message("usable-only", {"level": level_value(factor, keys[at])})
    first, last = (level_value(factor, keys[index % n]) for index in (at - behind, at + ahead))
    return Message("usable-range", {"first": first, "last": last})


def within_limit(spots: Sequence[Spot], limit: float) -> bool:
    """Whether every figure stays at or under the limit (and there is one)."""
    return bool(spots) and all(spot.value <= limit for spot in spots)
