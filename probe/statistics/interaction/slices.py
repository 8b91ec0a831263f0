"""What the change along one factor does at both ends of another."""

from __future__ import annotations

from dataclasses import dataclass

from probe.protocol.labels import level_value
from probe.protocol.model import Factor
from probe.statistics.interaction.grid import Grid, direction, indicator
from probe.statistics.interaction.terms import Term
from probe.statistics.jackknife import Floats
from probe.wording import Message


@dataclass(frozen=True)
class Slice:
    """What the change along one factor does to the figure in one place of another factor.

    Attributes:
        place: where: `at 14 m`, `for “with”`, `elsewhere on average`.
        change: of the figure, averaged over further factors.
    """

    place: Message
    change: float


def ordered_pair(first: Factor, second: Factor) -> tuple[Factor, Factor]:
    """The factor whose change is looked at, and the one it may depend on (an ordered one first)."""
    if first.scale.rises and not second.scale.rises:
        return second, first
    return first, second


def slices(grid: Grid, term: Term, means: Floats, scale: float) -> tuple[Slice, Slice]:
    """The change along one factor at both ends of the other: lowest and highest, or standard and
    the rest.

    Args:
        grid: the conditions.
        term: an interaction of two factors as a whole.
        means: of the conditions, `(C,)`.
        scale: what to divide by.
    """
    changed, other = ordered_pair(*(grid.axis(name) for name in term.axes))
    along = direction(changed)
    first, second = (
        Slice(place, float(grid.weights({changed.name: along, other.name: at}) @ means) / scale)
        for place, at in _ends(other)
    )
    return first, second


def _ends(factor: Factor) -> list[tuple[Message, Floats]]:
    if factor.scale.rises:
        keys = [level.key for level in (factor.levels[0], factor.levels[-1])]
        return [(_at(factor, key), indicator(factor, key)) for key in keys]
    standard = indicator(factor, factor.standard_key)
    rest = (1 - standard) / (len(standard) - 1)
    return [(_at(factor, factor.standard_key), standard), (_elsewhere(factor), rest)]


def _elsewhere(factor: Factor) -> Message:
    others = [level.key for level in factor.levels if level.key != factor.standard_key]
    return _at(factor, others[0]) if len(others) == 1 else Message("place-elsewhere")


def _at(factor: Factor, key: str) -> Message:
    """Names of levels, which may be whole phrases, stand in quotation marks."""
    level = {"level": level_value(factor, key)}
    return Message("place-for", level) if not factor.scale.numeric else Message("place-at", level)
