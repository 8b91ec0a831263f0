"""One finding per factor: what changing it costs each model."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.conclusions.findings.use import limits_of, most_missed
from probe.protocol.labels import condition_value, level_value
from probe.protocol.model import Condition
from probe.runs.stored import Finding
from probe.wording import Message, Value

CLEARLY = 0.05
"""A rate is called higher than another when it exceeds it by this much (ours)."""

FEW_MODELS = 4
"""Up to this many models are named one by one (ours: what a sentence holds); more are told as a
range."""


def factor(cells: Cells, protocol: str) -> Finding:
    """The finding of a protocol, from the strongest figures its cells carry."""
    conditions = cells.protocols[protocol].conditions
    sentence = NOTHING
    if cells.protocols[protocol].expectation == "sensitive":
        sentence += say(Message("factor-fall-wanted"))
    if cells.facts.decided:
        sentence += already(cells, protocol)
        for series in dict.fromkeys(c.series for c in conditions):
            block = [c for c in conditions if c.series == series]
            sentence += misses(cells, protocol, block)
        sentence += harder_elsewhere(cells, protocol)
    sentence += kept(cells, protocol)
    if not sentence.spots:
        sentence += fall(cells, protocol)
    if not sentence.spots:
        sentence += say(Message("factor-nothing"))
    return finding(cells, "factor", sentence, protocol)


def rates_of_models(cells: Cells, spots: Sequence[Spot]) -> tuple[Message, ...]:
    """`15 % with a`, `20 % with b`."""
    names = cells.facts.names
    return tuple(
        Message(
            "rate-with-model",
            {"rate": spot.value, "model": names[spot.backbone], **limits_of([spot])},
        )
        for spot in spots
    )


def already(cells: Cells, protocol: str) -> Sentence:
    """Says when the standard condition itself misses more than the limit."""
    backbones = cells.facts.backbones
    spots = cells.failing(protocol)
    if not spots:
        return NOTHING
    if len(spots) > FEW_MODELS:
        values: dict[str, Value] = {"rates": tuple(spot.value for spot in spots)}
        values |= {"over": len(spots), "models": len(backbones)}
        return say(Message("factor-already-many", values), spots)
    return say(Message("factor-already", {"models": rates_of_models(cells, spots)}), spots)


def misses(cells: Cells, protocol: str, block: Sequence[Condition]) -> Sentence:
    """How many pairs of the same person each model misses at its worst level of a series."""
    worst: list[Spot] = []
    for name in cells.facts.backbones:
        spot = most_missed(cells.against_standard(protocol, name, "fnmr", among=block))
        worst += [spot] if spot else []
    if not worst:
        return NOTHING
    values = _place_and_wish(cells, protocol, block[0])
    if all(spot.value == 0 for spot in worst):
        return say(Message("factor-no-miss", {**values, **limits_of(worst)}), worst)
    if len(worst) > FEW_MODELS:
        return say(_range_of_misses(cells, worst, values), worst)
    models = tuple(_misses_of_model(cells, spot, values["wish"]) for spot in worst)
    return say(Message("factor-misses", {**values, "models": models}), worst)


def _place_and_wish(cells: Cells, name: str, first: Condition) -> dict[str, Value]:
    """The series a sentence speaks of (None without one), and whether a miss is what one wants."""
    protocol = cells.protocols[name]
    label = level_value(protocol.series, first.series) if protocol.series else None
    return {"series": label, "wish": protocol.expectation}


def _misses_of_model(cells: Cells, spot: Spot, wish: Value) -> Message:
    values: dict[str, Value] = {"model": cells.facts.names[spot.backbone], "wish": wish}
    values |= {"rate": spot.value, "level": _level(cells, spot), **limits_of([spot])}
    return Message("factor-misses-of-model", values)


def _level(cells: Cells, spot: Spot) -> Value:
    """The level within its series, as shown."""
    protocol = cells.protocols[spot.protocol]
    return condition_value(protocol, protocol.conditions[spot.i], series=False)


def _range_of_misses(cells: Cells, spots: Sequence[Spot], values: dict[str, Value]) -> Message:
    low, high = lowest(spots), highest(spots)
    assert low is not None
    assert high is not None
    names, limit = cells.facts.names, cells.facts.limit
    more: dict[str, Value] = {
        "models": len(spots),
        "lowest": low.value,
        "lowest_model": names[low.backbone],
        "highest": high.value,
        "highest_model": names[high.backbone],
        **limits_of([high]),
        "level": _level(cells, high),
        "held": sum(spot.value <= limit for spot in spots),
        "limit": limit,
    }
    return Message("factor-misses-range", {**values, **more})


def harder_elsewhere(cells: Cells, name: str) -> Sentence:
    """Says when two levels that both differ from the standard cost more than the standard."""
    protocol = cells.protocols[name]
    harder: list[Spot] = []
    for backbone in cells.facts.backbones:
        spot = highest(cells.off_standard(name, backbone, "fnmr"))
        standard = highest(cells.against_standard(name, backbone, "fnmr"))
        if spot and standard and spot.value > max(standard.value + CLEARLY, cells.facts.limit):
            harder.append(spot)
    worst = highest(harder)
    if worst is None or protocol.expectation == "sensitive":
        return NOTHING
    first, second = (
        condition_value(protocol, protocol.conditions[index]) for index in (worst.i, worst.j)
    )
    values: dict[str, Value] = {"first": first, "second": second, "rate": worst.value}
    values["model"] = cells.facts.names[worst.backbone]
    return say(Message("factor-harder-elsewhere", values), [worst])


def kept(cells: Cells, protocol: str) -> Sentence:
    """How much of its margin over strangers each model keeps where it keeps least.

    Nothing of a model that misses too much in the standard condition itself: there is no margin to
    keep that would let it recognise anybody.
    """
    failing = {spot.backbone for spot in cells.failing(protocol)}
    lows = [
        lowest(cells.against_standard(protocol, name, "retention"))
        for name in cells.facts.backbones
        if name not in failing
    ]
    spots = [spot for spot in lows if spot]
    if not spots:
        return NOTHING
    if len(spots) > FEW_MODELS:
        return say(_range_of_margins(cells, spots), spots)
    models = tuple(
        Message(
            "factor-margin-of-model",
            {
                "model": cells.facts.names[spot.backbone],
                "value": spot.value,
                "low": spot.low,
                "high": spot.high,
                "level": cells.level(spot),
            },
        )
        for spot in spots
    )
    return say(Message("factor-margin", {"models": models}), spots)


def _range_of_margins(cells: Cells, spots: Sequence[Spot]) -> Message:
    low, high = lowest(spots), highest(spots)
    assert low is not None
    assert high is not None
    values: dict[str, Value] = {}
    for end, spot in (("lowest", low), ("highest", high)):
        values |= {end: spot.value, f"{end}_model": cells.facts.names[spot.backbone]}
        values[f"{end}_level"] = cells.level(spot)
    return Message("factor-margin-range", values)


def fall(cells: Cells, protocol: str) -> Sentence:
    """How far the mean cosine falls, when neither misses nor retention are known."""
    models: list[Message] = []
    used: list[Spot] = []
    for name in cells.facts.backbones:
        spot = lowest(cells.against_standard(protocol, name, "mean"))
        standard = cells.at_standard(name, "mean", protocol=protocol)
        if spot is None:
            continue
        since = standard.value if standard and standard.value > spot.value else None
        values: dict[str, Value] = {"since": since, "value": spot.value}
        values |= {"level": cells.level(spot), "model": cells.facts.shown(name)}
        models.append(Message("factor-fall-of-model", values))
        used += [s for s in (standard, spot) if s]
    if not models:
        return NOTHING
    if len(models) > FEW_MODELS:
        sentence = say(_range_of_falls(cells, [s for s in used if s.i != s.j]), used)
    else:
        score = cells.facts.score_of(*(spot.backbone for spot in used))
        sentence = say(Message("factor-fall", {"models": tuple(models), **score}), used)
    one = cells.facts.subjects == 1
    return sentence + say(Message("factor-one-person")) if one else sentence


def _range_of_falls(cells: Cells, spots: Sequence[Spot]) -> Message:
    low, high = lowest(spots), highest(spots)
    assert low is not None
    assert high is not None
    values: dict[str, Value] = {"models": len(spots), "lowest": low.value, "highest": high.value}
    values |= {"lowest_level": cells.level(low), "highest_level": cells.level(high)}
    score = cells.facts.score_of(*(spot.backbone for spot in spots))
    return Message("factor-fall-range", {**values, **score})
