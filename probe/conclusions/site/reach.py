"""Which measured levels speak for what a site asks of a factor; never beyond them."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from probe.conclusions.site.asked import Range, Wish
from probe.protocol.labels import level_value
from probe.protocol.model import Factor
from probe.wording import Message

WIDEST_GAP = 0.25
"""Between neighbouring levels of a circle that lie farther apart, as a share of a turn, nothing is
known. Our choice: a quarter, so that front, side and back views are neighbours."""


@dataclass(frozen=True)
class Reach:
    """The levels of one factor that speak for a site.

    Attributes:
        inside: keys of the levels inside what is asked.
        beside: keys of the levels that enclose a part of it which lies between two levels.
        missing: each part of it that lies outside the measured levels.
        ends: where the measured levels end; of an ordered factor.
    """

    inside: tuple[str, ...]
    beside: tuple[str, ...] = ()
    missing: tuple[Message, ...] = ()
    ends: Message | None = None

    @property
    def used(self) -> tuple[str, ...]:
        """Inside and beside."""
        return (*self.inside, *self.beside)


def reach(factor: Factor, wish: Wish | None, protocol: str) -> Reach:
    """The levels of a factor that speak for a wish; the standard one where there is no wish.

    Args:
        factor: as the protocol has it.
        wish: what the site asks of it, None when it does not name it.
        protocol: name of the protocol.
    """
    if wish is None:
        return Reach((factor.standard_key,))
    if not factor.scale.numeric:
        keys = tuple(level.key for level in factor.levels)
        return Reach(keys if wish.anything else wish.levels[protocol])
    if turn := factor.scale.turn:
        asked = Range(0.0, turn) if wish.anything else wish.ranges[protocol]
        return _around(factor, asked)
    first, last = (float(level.value) for level in (factor.levels[0], factor.levels[-1]))
    return _along(factor, Range(first, last) if wish.anything else wish.ranges[protocol])


def _along(factor: Factor, asked: Range) -> Reach:
    places = [(float(level.value), level.key) for level in factor.levels]
    inside = [key for value, key in places if asked.low <= value <= asked.high]
    beside = [
        key
        for (start, first), (stop, last) in pairwise(places)
        if start < asked.high and stop > asked.low
        for key in (first, last)
        if key not in inside
    ]
    first, last = (level_value(factor, key) for key in (places[0][1], places[-1][1]))
    missing = []
    if asked.low < places[0][0]:
        missing.append(Message("site-below", {"level": first}))
    if asked.high > places[-1][0]:
        missing.append(Message("site-beyond", {"level": last}))
    ends = Message("site-ends", {"first": first, "last": last})
    return Reach(tuple(inside), tuple(dict.fromkeys(beside)), tuple(missing), ends)


def _around(factor: Factor, asked: Range) -> Reach:
    turn = factor.scale.turn
    places = sorted((float(level.value) % turn, level.key) for level in factor.levels)
    span = asked.high - asked.low
    inside = [key for value, key in places if (value - asked.low) % turn <= span]
    beside: list[str] = []
    missing: list[Message] = []
    for (start, first), (stop, last) in zip(places, [*places[1:], places[0]], strict=True):
        gap = (stop - start) % turn or turn
        begins = (start - asked.low) % turn
        if not (begins < span or begins + gap > turn):
            continue
        if gap > WIDEST_GAP * turn:
            ends = {"first": level_value(factor, first), "last": level_value(factor, last)}
            missing.append(Message("site-between", ends))
        else:
            beside += [key for key in (first, last) if key not in inside]
    return Reach(tuple(inside), tuple(dict.fromkeys(beside)), tuple(missing))
