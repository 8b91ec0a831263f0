"""Interactions in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from probe.protocol.model import Factor
from probe.statistics.interaction.grid import Grid, direction, indicator
from probe.statistics.interaction.terms import Term
from probe.statistics.jackknife import Floats
from probe.wording.numbers import GAP, listed, span, unit

MOST_NAMED = 3
"""So many single departures are named, the surest first."""


@dataclass(frozen=True)
class Slice:
    """What the change along one factor does to the figure in one place of another factor.

    Attributes:
        place: where, in words: `at 14 m`, `elsewhere on average`.
        change: of the figure, averaged over further factors.
    """

    place: str
    change: float


def ordered_pair(grid: Grid, term: Term) -> tuple[Factor, Factor]:
    """The factor whose change is looked at, and the one it may depend on (an ordered one first)."""
    first, second = (grid.axis(name) for name in term.axes)
    if first.kind == "ordered" and second.kind != "ordered":
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
    changed, other = ordered_pair(grid, term)
    if other.kind == "ordered":
        ends = [level.key for level in (other.levels[0], other.levels[-1])]
        places = [(_at(other, key), indicator(other, key)) for key in ends]
    else:
        standard = indicator(other, other.standard_key)
        rest = (1 - standard) / (len(standard) - 1)
        own = _at(other, other.standard_key)
        places = [(own, standard), (_elsewhere(other), rest)]
    along = direction(changed)
    weights = [grid.weights({changed.name: along, other.name: at}) for _, at in places]
    found = [
        Slice(place, float(w @ means) / scale)
        for (place, _), w in zip(places, weights, strict=True)
    ]
    return found[0], found[1]


def _elsewhere(factor: Factor) -> str:
    others = [level.key for level in factor.levels if level.key != factor.standard_key]
    return _at(factor, others[0]) if len(others) == 1 else "elsewhere on average"


def _at(factor: Factor, key: str) -> str:
    return f"{'for' if factor.kind == 'nominal' else 'at'} {_level(factor, key)}"


def _level(factor: Factor, key: str) -> str:
    """A level within a sentence; names, which may be whole phrases, in quotation marks."""
    label = factor.label(key)
    return label if factor.kind != "nominal" else f"“{label}”"


def sentence(grid: Grid, term: Term, cost: tuple[Slice, Slice] | None, figure: str) -> str:
    """What is known about two factors as a whole: decided, or what would have been seen.

    Args:
        grid: the conditions.
        term: an interaction of two factors as a whole.
        cost: the change of one factor at both ends of the other; None when refused.
        figure: what the figures are, such as `retention`.
    """
    changed, other = ordered_pair(grid, term)
    pair = f"{_name(changed)} and {_name(other)}"
    if term.interval.refused or cost is None:
        return f"Whether {pair} go together cannot be said: {term.interval.note}."
    bounds = span(_signed(term.interval.low), _signed(term.interval.high))
    if not term.decided:
        return (
            f"That {pair} cost more together than one by one is not shown ({figure} "
            f"{_signed(term.interval.estimate)}, 95{GAP}% {bounds}); an interaction of "
            f"{_number(term.detectable)} would have been seen with 80{GAP}% probability."
        )
    told = listed(f"{_signed(each.change)} {each.place}" for each in cost)
    return (
        f"{_lead(changed, other, term, cost)}: it changes the {figure} by {told} "
        f"(difference {_signed(term.interval.estimate)}, 95{GAP}% {bounds})."
    )


def departures(grid: Grid, found: tuple[Term, ...]) -> str:
    """The pairs of levels whose joint cost is not the sum of the two; empty when none is decided.

    Args:
        grid: the conditions.
        found: interactions of single levels.
    """
    decided = sorted((t for t in found if t.decided), key=lambda term: term.p_value)
    if not decided:
        return ""
    named = [
        f"{_place(grid, term)} ({_signed(term.interval.estimate)}, 95{GAP}% "
        f"{span(_signed(term.interval.low), _signed(term.interval.high))})"
        for term in decided[:MOST_NAMED]
    ]
    more = len(decided) - len(named)
    tail = f", and {more} more" if more else ""
    return f"Together they do not add up at {'; '.join(named)}{tail}."


def _lead(changed: Factor, other: Factor, term: Term, cost: tuple[Slice, Slice]) -> str:
    grows = term.interval.estimate < 0
    what = f"change of {_name(changed)}{_range(changed)}"
    if cost[0].change + cost[1].change >= 0:  # on the whole no cost
        return f"What a {what} does depends on {_name(other)}"
    more = "more" if grows else "less"
    if other.kind == "ordered":
        return f"A {what} costs {more} with rising {_name(other)}"
    if len(other.levels) == 2:
        return f"A {what} costs {more} {cost[1].place} than {cost[0].place}"
    standard = _level(other, other.standard_key)
    return f"A {what} costs {more} where {_name(other)} is not {standard}"


def _range(factor: Factor) -> str:
    if factor.kind != "ordered":
        return ""
    first, last = (factor.label(level.key) for level in (factor.levels[0], factor.levels[-1]))
    return f" from {first} to {last}"


def _place(grid: Grid, term: Term) -> str:
    labels = [_level(grid.axis(a), k) for a, k in zip(term.axes, term.levels, strict=True)]
    return " and ".join(labels)


def _name(factor: Factor) -> str:
    title = str(factor.heading)
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _signed(value: float) -> str:
    text = _number(value)
    return f"+{text}" if value > 0 and text != ".00" else text


def _number(value: float) -> str:
    return unit(value) if np.isfinite(value) else "unknown"
