"""The usable range: where around the standard condition a model may be used, or may do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import finding, say
from probe.conclusions.findings.use import answer_of, rate_open, shown, too_loose
from probe.protocol.labels import level_value
from probe.protocol.model import Condition, Factor, Protocol
from probe.runs.stored import Finding
from probe.wording import Message

Within = Mapping[int, bool]
"""By the index of a condition, whether its misses stay within the limit."""


@dataclass(frozen=True, eq=False)
class _Levels:
    """What is known of the levels of a protocol under one model.

    Attributes:
        protocol: the protocol.
        missed: misses by condition, where they are counted.
        shown: whether it is shown that a model may be used there, by condition.
        limit: highest FNMR that counts as usable.
    """

    protocol: Protocol
    missed: Mapping[int, Spot]
    shown: Within
    limit: float

    @property
    def within(self) -> Within:
        """Whether these people's misses stay within the limit."""
        return {index: spot.value <= self.limit for index, spot in self.missed.items()}


def usable(cells: Cells, protocol: str, backbone: str) -> Finding:
    """In which unbroken measured range around the standard a model may be used, or may do.

    Said as the advice on a site says it (`findings.use`). Ordered factors give a range, circular
    ones an arc, nominal ones levels; crossed factors the number of conditions. Series are said
    apart where they differ.
    """
    spots = [*cells.against_standard(protocol, backbone, "fnmr")]
    s = cells.protocols[protocol].standard.index
    standard = cells.spot(protocol, backbone, s, s, "fnmr")
    spots += [standard] if standard else []
    message = _range_of(_levels(cells, protocol, backbone, spots))
    return finding(cells, "usable", say(message, spots), protocol, backbone)


def _levels(cells: Cells, protocol: str, backbone: str, spots: Sequence[Spot]) -> _Levels:
    limit, threshold = cells.facts.limit, cells.facts.threshold(backbone)
    s = cells.protocols[protocol].standard.index
    held: dict[int, bool] = {}
    for spot in spots:
        passing = cells.spot(protocol, backbone, spot.i, s, "fmr_observed", "at_large")
        loose = threshold is None or rate_open(threshold, threshold.fmr)
        loose |= bool(threshold and passing and too_loose(passing, threshold.fmr))
        held[spot.i] = not loose and shown(spot, limit)
    return _Levels(cells.protocols[protocol], {spot.i: spot for spot in spots}, held, limit)


def _range_of(levels: _Levels) -> Message:
    protocol = levels.protocol
    if not levels.missed:
        return Message("usable-unresolved")
    if len(protocol.factors) > 1:
        return _answer(levels, protocol.conditions)
    ranges: dict[Message, list[str]] = {}
    for series in dict.fromkeys(c.series for c in protocol.conditions):
        block = [c for c in protocol.conditions if c.series == series]
        if any(c.index in levels.missed for c in block):
            ranges.setdefault(_answer(levels, block), []).append(series)
    if len(ranges) == 1 or protocol.series is None:
        return next(iter(ranges))
    parts = []
    for message, keys in ranges.items():
        labels = tuple(level_value(protocol.series, key) for key in keys)
        parts.append(Message("usable-of-series", {"series": labels, "range": message}))
    return Message("parts-joined", {"parts": tuple(parts)})


def _answer(levels: _Levels, block: Sequence[Condition]) -> Message:
    """The range in which a model may be used, and the wider one in which it may do."""
    used, within = (_range(levels, block, holds) for holds in (levels.shown, levels.within))
    if within is None:
        at_hand = [levels.missed[c.index] for c in block if c.index in levels.missed]
        answer = answer_of(at_hand, levels.limit, strangers_held=False)
        return Message("usable-nowhere", {"answer": answer})
    if used is None:
        return Message("usable-may-do", {"range": within})
    if used == within:
        return Message("usable-may-be-used", {"range": used})
    return Message("usable-both", {"used": used, "range": within})


def _range(levels: _Levels, block: Sequence[Condition], within: Within) -> Message | None:
    """The range in which conditions hold, None where none does."""
    if len(levels.protocol.factors) > 1:
        measured = [c for c in block if c.index in levels.missed]
        held = sum(within[c.index] for c in measured)
        counts = {"held": held, "conditions": len(measured)}
        return Message("usable-count", counts) if held else None
    standard = levels.protocol.standard.index
    # One picture a person in the standard condition has no pair there: that is no gap.
    holds = [within.get(c.index, c.index == standard) for c in block]
    return _block(levels.protocol.factors[0], [c.levels[0] for c in block], holds)


def _block(factor: Factor, keys: Sequence[str], holds: Sequence[bool]) -> Message | None:
    if not any(holds):
        return None
    if not factor.scale.numeric:
        if all(holds):
            return Message("usable-all")
        levels = [level_value(factor, k) for k, ok in zip(keys, holds, strict=True) if ok]
        return Message("usable-levels", {"levels": tuple(levels)})
    if factor.standard_key not in keys or not holds[keys.index(factor.standard_key)]:
        return None
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
    if 2 * (behind + 1 + ahead) > n:  # `315 to 225` would be read as the short way
        gap = [level_value(factor, keys[k % n]) for k in range(at + ahead + 1, at - behind + n)]
        left_out = (gap[0], gap[-1]) if len(gap) > 1 else (gap[0], None)
        return Message("usable-round-but", dict(zip(("first", "last"), left_out, strict=True)))
    first, last = (level_value(factor, keys[index % n]) for index in (at - behind, at + ahead))
    return Message("usable-range", {"first": first, "last": last})


def within_limit(spots: Sequence[Spot], limit: float) -> bool:
    """Whether every figure stays at or under the limit (and there is one)."""
    return bool(spots) and all(spot.value <= limit for spot in spots)
