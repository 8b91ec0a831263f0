"""Where it breaks: the level from which on more is missed than the limit allows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.protocol.labels import factors_value, level_value
from probe.protocol.model import Condition, Factor, Level
from probe.runs.stored import Finding
from probe.statistics.breaking import Breaking, breaking_along
from probe.wording import Message, Value

_NO_GAP = {"", "°", "%"}
"""Units that stand close behind their number."""


def breaks(cells: Cells, protocol: str) -> list[Finding]:
    """The finding `break` of a protocol with one factor that rises, where a model breaks on it.

    Says of each model at which level its misses cross the limit of use, on either side of the
    standard condition, with the interval; in the standard series. Nothing is said of a model that
    misses too much in the standard condition itself.
    """
    factors = cells.protocols[protocol].factors
    if len(factors) > 1 or not factors[0].scale.rises:
        return []
    sentence = NOTHING
    for backbone in cells.facts.backbones if cells.facts.decided else ():
        for place in _places(cells, protocol, backbone):
            name = {"model": cells.facts.shown(backbone)}
            values: dict[str, Value] = {**name, **place.messages[0].values}
            sentence += say(Message("break-of-model", values), place.spots)
    if not sentence:
        return []
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

    Nothing where the protocol has no one factor that rises, and where misses are not counted.
    """
    factors = cells.protocols[protocol].factors
    threshold = cells.facts.threshold(backbone)
    if len(factors) > 1 or not factors[0].scale.rises or not threshold or threshold.value is None:
        return NOTHING
    places = _places(cells, protocol, backbone)
    return sum(places, NOTHING)


def _crossed(cells: Cells, places: Sentence) -> dict[str, Value]:
    return {"limit": cells.facts.limit, "places": places.messages}


def _places(cells: Cells, protocol: str, backbone: str) -> list[Sentence]:
    factor = cells.protocols[protocol].factors[0]
    sides = (_of_model(cells, backbone, factor, side) for side in _sides(cells, protocol))
    return [place for place in sides if place]


def _sides(cells: Cells, name: str) -> Iterator[list[Condition]]:
    """The standard condition and those beyond it, upwards; then downwards."""
    protocol = cells.protocols[name]
    row = [c for c in protocol.conditions if c.series == protocol.standard.series]
    at = row.index(protocol.standard)
    yield row[at:]
    yield row[: at + 1][::-1]


def _of_model(cells: Cells, backbone: str, factor: Factor, side: Sequence[Condition]) -> Sentence:
    protocol = next(name for name, p in cells.protocols.items() if factor in p.factors)
    standard = cells.protocols[protocol].standard.index
    spots: list[Spot] = []
    for condition in side:
        spot = cells.spot(protocol, backbone, condition.index, standard, "fnmr")
        if spot is None:
            return NOTHING
        spots.append(spot)
    levels = [factor.level(condition.levels[0]) for condition in side]
    broken = breaking_along(
        _numbers(levels),
        [spot.value for spot in spots],
        [spot.joint_low for spot in spots],
        [spot.joint_high for spot in spots],
        cells.facts.limit,
    )
    if broken is None:
        return NOTHING
    return say(_message(factor, levels, broken), spots)


def _message(factor: Factor, levels: Sequence[Level], broken: Breaking) -> Message:
    values: dict[str, Value] = {"level": _as_level(factor, broken.level)}
    known = not math.isnan(broken.near)
    values["near"] = _as_level(factor, broken.near) if known else None
    shown = known and math.isfinite(broken.far)
    values["far"] = _as_level(factor, broken.far) if shown else None
    values["last"] = level_value(factor, levels[-1].key)
    return Message("break-place", values)


def _as_level(factor: Factor, number: float) -> Message:
    gap = "" if factor.unit in _NO_GAP else "\u00a0"
    return Message("break-level", {"level": float(number), "unit": f"{gap}{factor.unit}"})


def _numbers(levels: Sequence[Level]) -> list[float]:
    """The levels as numbers; one that is no measure (pictures as taken) counts as its neighbour.

    So nothing is interpolated towards it, and what breaks next to it breaks at the neighbour.
    """
    numbers = [None if _is_no_measure(level) else float(level.value) for level in levels]
    known = [number for number in numbers if number is not None]
    filled: list[float] = []
    for number in numbers:
        nearest = filled[-1] if filled else known[0] if known else 0.0
        filled.append(nearest if number is None else number)
    return filled


def _is_no_measure(level: Level) -> bool:
    """Whether a level stands for pictures as they are, whatever number it was given."""
    return level.transform is not None and not level.transform
