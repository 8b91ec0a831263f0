"""Query and gallery apart: one side changed, or both alike."""

from __future__ import annotations

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.conclusions.findings.use import most_missed
from probe.runs.stored import Finding
from probe.wording import Message, Value


def sides(cells: Cells, protocol: str) -> list[Finding]:
    """The finding `sides` of a protocol whose conditions a transform makes.

    Against the standard condition one side is changed: a good enrolment meets a bad camera, or the
    reverse, which is the same for scores that know no sides. A changed condition against itself has
    both changed alike. Said of each model at the level that costs it most with one side changed.
    """
    if not cells.protocols[protocol].made or not cells.facts.decided:
        return []
    sentence = sum((_of_model(cells, protocol, name) for name in cells.facts.backbones), NOTHING)
    if not sentence:
        return []
    whole = say(Message("sides", {"places": sentence.messages}), sentence.spots)
    return [finding(cells, "sides", whole, protocol)]


def _of_model(cells: Cells, protocol: str, backbone: str) -> Sentence:
    one = most_missed(cells.against_standard(protocol, backbone, "fnmr"))
    both = cells.spot(protocol, backbone, one.i, one.i, "fnmr") if one else None
    if one is None or both is None:
        return NOTHING
    passing = [
        cells.spot(protocol, backbone, spot.i, spot.j, "fmr_observed", "at_large")
        for spot in (one, both)
    ]
    values: dict[str, Value] = {"model": cells.facts.shown(backbone), "level": cells.level(one)}
    values |= {"one": one.value, "both": both.value}
    values |= {"passing_one": _rate(passing[0]), "passing_both": _rate(passing[1])}
    spots = [one, both, *(spot for spot in passing if spot)]
    return say(Message("sides-of-model", values), spots)


def _rate(spot: Spot | None) -> float | None:
    return spot.value if spot else None
