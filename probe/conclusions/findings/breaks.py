"""Where it breaks: the level from which on more is missed than the limit allows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.protocol.labels import factors_value, level_value
from probe.protocol.model import Condition, Factor, Level, Protocol
from probe.runs.stored import Finding
from probe.statistics.breaking import Breaking, breaking_along
from probe.transforms.chain import TransformError, chain_of
from probe.wording import Message, Value
from probe.wording.numbers import to_places

_NO_GAP = {"", "°", "%"}
"""Units that stand close behind their number."""


def breaks(cells: Cells, protocol: str) -> list[Finding]:
    """The finding `break` of a protocol with one factor that rises, where a model breaks on it.

    Says of each model at which level its misses cross the limit of use, with the interval; on
    either side of the standard condition where levels lie on both; in the standard series. Nothing
    is said of a model that misses too much in the standard condition itself.
    """
    factors = cells.protocols[protocol].factors
    if len(factors) > 1 or not factors[0].scale.rises:
        return []
    backbones = cells.facts.backbones if cells.facts.decided else ()
    measured = {name: _sides(cells, protocol, name) for name in backbones}
    broken = {name: sides for name, sides in measured.items() if any(s.broken for s in sides)}
    if not broken:
        return []
    sentence = _places_of(cells, broken)
    said = {"factor": factors_value(factors), **_crossed(cells, sentence)}
    return [finding(cells, "break", say(Message("break", said), sentence.spots), protocol)]


def breaking(cells: Cells, protocol: str, backbone: str) -> list[Finding]:
    """The finding `breaking` of one model in a protocol: `misses cross 10 % at 7 m`."""
    sentence = breaks_of(cells, protocol, backbone)
    if not sentence:
        return []
    whole = say(Message("breaking", _crossed(cells, sentence)), sentence.spots)
    return [finding(cells, "breaking", whole, protocol, backbone)]


def breaks_of(cells: Cells, protocol: str, backbone: str) -> Sentence:
    """Where one model breaks on either side of the standard condition, one message a side.

    Nothing where the protocol has no one factor that rises, where misses are not counted, and where
    the model breaks on neither side.
    """
    factors = cells.protocols[protocol].factors
    threshold = cells.facts.threshold(backbone)
    if len(factors) > 1 or not factors[0].scale.rises or not threshold or threshold.value is None:
        return NOTHING
    sides = _sides(cells, protocol, backbone)
    if not any(side.broken for side in sides):
        return NOTHING
    told = (_told(_place(side), side, len(sides) > 1) for side in sides)
    return sum(told, NOTHING)


def _crossed(cells: Cells, places: Sentence) -> dict[str, Value]:
    return {"limit": cells.facts.limit, "places": places.messages}


def _sides(cells: Cells, protocol: str, backbone: str) -> list[_Side]:
    """What was measured of a model on either side of the standard condition."""
    sides = sides_of(cells.protocols[protocol])
    found = (_measured(cells, protocol, backbone, levels) for levels in sides)
    return [side for side in found if side is not None]


def _places_of(cells: Cells, broken: Mapping[str, Sequence[_Side]]) -> Sentence:
    """Messages of models that break; a side on which none of them does is said once, at the end."""
    both = any(len(sides) > 1 for sides in broken.values())
    crossed = {side.way for sides in broken.values() for side in sides if side.broken}
    # Where all cross on one side, what is said of the other at the end tells which it is.
    told_apart = both and (len(crossed) > 1 or len(broken) == 1)
    sentence = NOTHING
    whole: dict[str, _Side] = {}
    for name, sides in broken.items():
        for side in sides:
            if side.way in crossed:
                sentence += _told(_place_of(cells.facts.shown(name), side), side, told_apart)
            else:
                whole.setdefault(side.way, side)
    for side in whole.values():
        sentence += _told(_place_of(None, side), side, both)
    return sentence


def _told(place: Message, side: _Side, both: bool) -> Sentence:
    """A place, with the side that it lies on where there are both."""
    sided = Message("break-sided", {"place": place, "way": side.way}) if both else place
    return say(sided, side.spots)


def sides_of(protocol: Protocol) -> list[list[Condition]]:
    """The standard condition and those beyond it, upwards; then downwards; where there are any."""
    row = [c for c in protocol.conditions if c.series == protocol.standard.series]
    at = row.index(protocol.standard)
    return [side for side in (row[at:], row[: at + 1][::-1]) if len(side) > 1]


@dataclass(frozen=True)
class _Side:
    """What was measured on one side of the standard condition.

    Attributes:
        factor: that varies.
        levels: outwards from the standard.
        numbers: they as numbers (see `_numbers`).
        spots: misses at each.
        broken: where they cross the limit; None where they do not.
    """

    factor: Factor
    levels: list[Level]
    numbers: list[float]
    spots: list[Spot]
    broken: Breaking | None

    @property
    def way(self) -> str:
        """Whether its levels rise or fall."""
        return "up" if self.numbers[-1] > self.numbers[0] else "down"


def _measured(
    cells: Cells, protocol: str, backbone: str, side: Sequence[Condition]
) -> _Side | None:
    """None where the misses of a level are not known."""
    factor = cells.protocols[protocol].factors[0]
    standard = cells.protocols[protocol].standard.index
    found = (cells.spot(protocol, backbone, c.index, standard, "fnmr") for c in side)
    spots = [spot for spot in found if spot is not None]
    if len(spots) < len(side):
        return None
    levels = [factor.level(condition.levels[0]) for condition in side]
    numbers = _numbers(cells.protocols[protocol], side)
    broken = breaking_along(
        numbers,
        [spot.value for spot in spots],
        [spot.joint_low for spot in spots],
        [spot.joint_high for spot in spots],
        cells.facts.limit,
    )
    return _Side(factor, levels, numbers, spots, broken)


def _place_of(model: Value, side: _Side) -> Message:
    values: dict[str, Value] = {"model": model}
    if side.broken is None:
        return Message("break-nowhere-of-model", values)
    return Message("break-of-model", {**values, **_ends(side, side.broken)})


def _place(side: _Side) -> Message:
    if side.broken is None:
        return Message("break-nowhere")
    return Message("break-place", _ends(side, side.broken))


def _ends(side: _Side, broken: Breaking) -> dict[str, Value]:
    known = not math.isnan(broken.near)
    shown = known and math.isfinite(broken.far)
    return {
        "level": _as_level(side, broken.level, broken.places),
        "near": _as_level(side, broken.near, broken.places) if known else None,
        "far": _as_level(side, broken.far, broken.places) if shown else None,
        "last": level_value(side.factor, side.levels[-1].key),
    }


def _as_level(side: _Side, number: float, places: int) -> Message:
    """A measured level as the protocol says it; one between them with the digits that are known."""
    known = (level for level in side.numbers if math.isclose(level, number, abs_tol=1e-9))
    gap = "" if side.factor.unit in _NO_GAP else "\u00a0"
    shown = next(known, to_places(number, places))
    return Message("break-at", {"level": shown, "unit": f"{gap}{side.factor.unit}"})


def _numbers(protocol: Protocol, side: Sequence[Condition]) -> list[float]:
    """The levels as numbers; one that is no measure (pictures as taken) counts as its neighbour.

    So nothing is interpolated towards it, and what breaks next to it breaks at the neighbour.
    """
    numbers = [_measure(protocol, condition) for condition in side]
    known = [number for number in numbers if number is not None]
    filled: list[float] = []
    for number in numbers:
        nearest = filled[-1] if filled else known[0] if known else 0.0
        filled.append(nearest if number is None else number)
    return filled


def _measure(protocol: Protocol, condition: Condition) -> float | None:
    """The number of a condition's level; None where it only stands for pictures as they are.

    It is a measure where measured levels lie on both sides of it (no exposure correction), and
    where the transform that makes the others does nothing at this number (a blur of 0 cm).
    """
    level = protocol.factors[0].level(condition.levels[0])
    as_taken = level.transform is not None and not level.transform
    within = condition == protocol.standard and len(sides_of(protocol)) > 1
    stands_in = as_taken and not within and not _is_neutral(protocol, condition)
    return None if stands_in else float(level.value)


def _is_neutral(protocol: Protocol, condition: Condition) -> bool:
    steps = protocol.steps_of_numbers(condition)
    try:
        return bool(steps) and not chain_of(steps)
    except TransformError:  # a number beyond what the transform takes
        return False
