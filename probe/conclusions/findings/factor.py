"""One finding per factor: what changing it costs each model."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.protocol.model import Condition
from probe.runs.store import Finding
from probe.wording.numbers import amount, listed, percent, percents, short_names, span, unit

CLEARLY = 0.05
"""A rate is called higher than another when it exceeds it by this much."""

FEW_MODELS = 4
"""Up to this many models are named one by one; more are told as a range."""


def factor(cells: Cells, protocol: str) -> Finding:
    """The finding of a protocol, from the strongest figures its cells carry."""
    told = cells.protocols[protocol]
    lines: list[str] = []
    used: list[Spot] = []
    if told.expectation == "sensitive":
        lines.append("Here a fall is what one wants.")
    if cells.facts.decided:
        _add(lines, used, already(cells, protocol))
        for series in dict.fromkeys(c.series for c in told.conditions):
            block = [c for c in told.conditions if c.series == series]
            _add(lines, used, misses(cells, protocol, block))
        _add(lines, used, harder_elsewhere(cells, protocol))
    _add(lines, used, kept(cells, protocol))
    if not used:
        _add(lines, used, fall(cells, protocol))
    if not used:
        lines.append("No two pictures of the same person were there to compare.")
    text = " ".join(line for line in lines if line)
    rests = tuple(spot.cell(cells.facts.variant) for spot in used)
    return Finding("factor", text, protocol, str(told.title), rests)


def _add(lines: list[str], used: list[Spot], found: tuple[str, Sequence[Spot]]) -> None:
    lines.append(found[0])
    used.extend(found[1])


def already(cells: Cells, protocol: str) -> tuple[str, Sequence[Spot]]:
    """Says when the standard condition itself misses more than the limit."""
    names = short_names(cells.facts.backbones)
    found = [cells.at_standard(n, "fnmr", protocol=protocol) for n in cells.facts.backbones]
    spots = [spot for spot in found if spot and spot.value > cells.facts.limit]
    if not spots:
        return "", ()
    if len(spots) > FEW_MODELS:
        rates = percents(spot.value for spot in spots)
        told = f"{rates} with {len(spots)} of {len(cells.facts.backbones)} models"
    else:
        told = listed(f"{percent(s.value)} with {names[s.backbone]}" for s in spots)
    return f"Before anything changes, misses are already {told}.", spots


def misses(cells: Cells, protocol: str, block: Sequence[Condition]) -> tuple[str, Sequence[Spot]]:
    """How many pairs of the same person each model misses at its worst level of a series."""
    names = short_names(cells.facts.backbones)
    worst: dict[str, Spot] = {}
    for name in cells.facts.backbones:
        spot = highest(cells.against_standard(protocol, name, "fnmr", among=block))
        if spot:
            worst[name] = spot
    if not worst:
        return "", ()
    lead = _lead(cells, protocol, block[0])
    word = "rejected" if cells.protocols[protocol].expectation == "sensitive" else "missed"
    used = list(worst.values())
    if all(spot.value == 0 for spot in used):
        return f"{lead[0]}no pair of the same person was {word}{lead[1]}.", used
    if len(worst) > FEW_MODELS:
        return _range_of_misses(cells, worst, lead[0], word), used
    verb = word.replace("rejected", "rejects").replace("missed", "misses")
    parts = [f"{names[n]} {verb} {_most(cells, spot)}" for n, spot in worst.items()]
    return f"{lead[0]}{'; '.join(parts)}.", used


def _lead(cells: Cells, protocol: str, first: Condition) -> tuple[str, str]:
    series = cells.protocols[protocol].series
    if series is None:
        return "Against the standard condition ", " at any measured level"
    label = series.label(first.series)
    return f"{label[:1].upper()}{label[1:]}, ", " at any measured level"


def _most(cells: Cells, spot: Spot) -> str:
    if spot.value == 0:
        return "none"
    return f"{percent(spot.value)} ({_place(cells, spot)})"


def _place(cells: Cells, spot: Spot) -> str:
    told = cells.protocols[spot.protocol]
    return told.label(told.conditions[spot.i], series=False)


def _range_of_misses(cells: Cells, worst: dict[str, Spot], lead: str, word: str) -> str:
    names = short_names(cells.facts.backbones)
    spots = list(worst.values())
    low, high = lowest(spots), highest(spots)
    assert low is not None
    assert high is not None
    held = sum(spot.value <= cells.facts.limit for spot in spots)
    return (
        f"{lead}the {len(spots)} models {word} from {percent(low.value)} ({names[low.backbone]}) "
        f"to {percent(high.value)} ({names[high.backbone]}, {_place(cells, high)}) at their "
        f"worst level; {held} of {len(spots)} stay at or under {percent(cells.facts.limit)}."
    )


def harder_elsewhere(cells: Cells, protocol: str) -> tuple[str, Sequence[Spot]]:
    """Says when two levels that both differ from the standard cost more than the standard."""
    told = cells.protocols[protocol]
    names = short_names(cells.facts.backbones)
    harder: list[Spot] = []
    for name in cells.facts.backbones:
        spot = highest(cells.off_standard(protocol, name, "fnmr"))
        known = highest(cells.against_standard(protocol, name, "fnmr"))
        if spot and known and spot.value > max(known.value + CLEARLY, cells.facts.limit):
            harder.append(spot)
    worst = highest(harder)
    if worst is None or told.expectation == "sensitive":
        return "", ()
    a, b = (told.label(told.conditions[k]) for k in (worst.i, worst.j))
    return (
        f"Between two levels that both differ from the standard it is harder: {a} against {b}, "
        f"{names[worst.backbone]} misses {percent(worst.value)}.",
        [worst],
    )


def kept(cells: Cells, protocol: str) -> tuple[str, Sequence[Spot]]:
    """How much of its margin over strangers each model keeps where it keeps least."""
    names = short_names(cells.facts.backbones)
    found = [
        lowest(cells.against_standard(protocol, name, "retention"))
        for name in cells.facts.backbones
    ]
    spots = [spot for spot in found if spot]
    if not spots:
        return "", ()
    if len(spots) > FEW_MODELS:
        low, high = lowest(spots), highest(spots)
        assert low is not None
        assert high is not None
        text = (
            f"Where it falls most, the models keep from {unit(low.value)} "
            f"({names[low.backbone]}, {cells.level(low)}) to {unit(high.value)} "
            f"({names[high.backbone]}, {cells.level(high)}) of their margin over strangers."
        )
        return text, spots
    parts = [f"{names[s.backbone]} {unit(s.value)} ({_bounds(s)}{cells.level(s)})" for s in spots]
    return f"Margin over strangers kept at the worst level: {listed(parts)}.", spots


def _bounds(spot: Spot) -> str:
    if spot.low != spot.low:
        return ""
    return f"{span(unit(spot.low), unit(spot.high))}; "


def fall(cells: Cells, protocol: str) -> tuple[str, Sequence[Spot]]:
    """How far the mean cosine falls, when neither misses nor retention are known."""
    names = short_names(cells.facts.backbones)
    parts: list[str] = []
    used: list[Spot] = []
    for name in cells.facts.backbones:
        spot = lowest(cells.against_standard(protocol, name, "mean"))
        own = cells.at_standard(name, "mean", protocol=protocol)
        if spot is None:
            continue
        since = f"from {unit(own.value)} " if own and own.value > spot.value else ""
        with_model = f" with {names[name]}" if len(names) > 1 else ""
        parts.append(f"{since}to {unit(spot.value)} ({cells.level(spot)}){with_model}")
        used += [s for s in (own, spot) if s]
    if not parts:
        return "", ()
    if len(parts) > FEW_MODELS:
        return _range_of_falls(cells, [s for s in used if s.i != s.j]), used
    return f"At its lowest the mean cosine falls {listed(parts)}.{_one(cells)}", used


def _range_of_falls(cells: Cells, spots: Sequence[Spot]) -> str:
    low, high = lowest(spots), highest(spots)
    assert low is not None
    assert high is not None
    told = amount(len(spots), "model")
    return (
        f"The lowest mean cosine of the {told} against the standard condition lies between "
        f"{unit(low.value)} ({cells.level(low)}) and {unit(high.value)} ({cells.level(high)})."
        + _one(cells)
    )


def _one(cells: Cells) -> str:
    return " This speaks of one person only." if cells.facts.subjects == 1 else ""
