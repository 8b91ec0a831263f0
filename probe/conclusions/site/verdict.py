"""May this model be used at this site? Decided from cells, said in sentences that name them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.site.asked import Site
from probe.conclusions.site.evidence import Evidence, Ground, most_missed, unmeasured
from probe.runs.manifest import ThresholdEntry
from probe.runs.store import Finding
from probe.wording.numbers import listed, percent, rate, span

Answer = Literal["use", "promising", "doubtful", "avoid", "unmeasured", "undecided"]

LOOSE = 2.0
"""Strangers who pass at more than this many times the rate asked for are a reservation; there is no
interval of a false match rate away from the standard condition that could decide it."""


@dataclass(frozen=True)
class Verdict:
    """Whether one model may be used at a site.

    Attributes:
        backbone: its name.
        answer: `use`: the upper limit of the misses stays within the limit at every measured level
            of the site (each level's own 95 % interval: if any level truly missed more, this would
            be said in at most 2.5 % of studies). `promising`: the misses do, their interval does
            not, or strangers pass too often. `doubtful`: they exceed it, but within the interval,
            or just outside what is asked. `avoid`: they exceed it beyond the interval.
            `unmeasured`: part of the site lies outside the measured levels. `undecided`: there is
            no threshold for the rate asked.
        worst: the figure that decides, None when there is none.
        sentences: the recommendation first, each with its cells.
    """

    backbone: str
    answer: Answer
    worst: Spot | None
    sentences: tuple[Finding, ...]


def verdict(
    cells: Cells, site: Site, found: tuple[Ground, ...], backbone: str, told: Evidence
) -> Verdict:
    """The verdict on one model.

    Args:
        cells: of the run.
        site: what is asked.
        found: the conditions that speak for it.
        backbone: name of the model.
        told: its figures there.
    """
    threshold = cells.facts.threshold(backbone)
    answer = _answer(site, found, told, threshold)
    sentences = [
        _recommendation(cells, site, answer, backbone, told, threshold),
        *_by_protocol(cells, found, backbone, told),
        *_between(cells, site, backbone, told),
        *_missing(cells, found, backbone, told),
        _strangers(cells, backbone, told, threshold),
    ]
    return Verdict(backbone, answer, told.worst, tuple(sentences))


def _answer(
    site: Site, found: tuple[Ground, ...], told: Evidence, threshold: ThresholdEntry | None
) -> Answer:
    if threshold is None or threshold.value is None:
        return "undecided"
    asked = threshold.fmr if site.fmr is None else site.fmr
    rates = [*told.inside, *told.beside]
    over = any(s.low > site.limit for s in told.inside)
    if stricter(asked, threshold.fmr):
        return "avoid" if over else "undecided"
    if any(s.value > site.limit for s in rates):
        if stricter(threshold.fmr, asked):
            return "undecided"
        return "avoid" if over else "doubtful"
    if not rates or told.silent or unmeasured(found):
        return "unmeasured"
    sure = all(s.high <= site.limit for s in rates)
    loose = any(s.value > LOOSE * asked for s in told.strangers)
    return "use" if sure and not loose else "promising"


def stricter(rate_a: float, rate_b: float) -> bool:
    """Whether the first false match rate allows fewer strangers than the second."""
    return rate_a < rate_b and not math.isclose(rate_a, rate_b)


def _finding(
    cells: Cells, key: str, text: str, backbone: str, spots: Iterable[Spot], protocol: str = ""
) -> Finding:
    rests = tuple(spot.cell(cells.facts.variant) for spot in spots)
    return Finding(key, text, protocol, backbone, rests)


def _misses(cells: Cells, spot: Spot) -> str:
    """`3 % missed at 10 m (95 % interval 1 % to 8 %)`."""
    bounds = (
        f"95\u00a0% interval {span(percent(spot.low), percent(spot.high))}"
        if math.isfinite(spot.high)
        else "no interval: too few people"
    )
    return f"{percent(spot.value)} missed at {cells.level(spot)} ({bounds})"


def _at_most(cells: Cells, spot: Spot) -> str:
    told = _misses(cells, spot)
    return f"at most {told}" if spot.value > 0 else told


def _recommendation(
    cells: Cells,
    site: Site,
    answer: Answer,
    backbone: str,
    told: Evidence,
    threshold: ThresholdEntry | None,
) -> Finding:
    text = _words(cells, site, answer, told, threshold)
    used = _decisive(answer, told)
    if answer == "promising":
        used += [s for s in told.strangers if s.value > LOOSE * _asked(site, threshold)]
    return _finding(cells, "recommendation", text, backbone, used)


def _decisive(answer: Answer, told: Evidence) -> list[Spot]:
    """The figures a recommendation rests on, most misses first."""
    spots = [*told.inside] if answer in {"avoid", "unmeasured"} else [*told.inside, *told.beside]
    return sorted(spots or told.beside, key=lambda spot: -spot.value)


def _words(
    cells: Cells, site: Site, answer: Answer, told: Evidence, threshold: ThresholdEntry | None
) -> str:
    if answer == "undecided":
        return f"Cannot be judged: {_undecided(site, threshold)}."
    worst = most_missed([*told.inside, *told.beside]) if answer == "doubtful" else told.worst
    if worst is None:
        return "Cannot be recommended: nothing of this site was measured."
    limit = f"the limit is {percent(site.limit)}"
    match answer:
        case "use":
            return f"May be used: {_at_most(cells, worst)}; {limit}."
        case "promising":
            why = _reservation(site, told, threshold)
            return f"May do, but is not shown to: {_at_most(cells, worst)}; {limit}; {why}."
        case "doubtful":
            return f"Not shown to do: up to {_misses(cells, worst)}; {limit}."
        case "avoid":
            return f"Not to be used: up to {_misses(cells, worst)}; {limit}."
    return (
        "Cannot be recommended for all of this site, part of which was not measured. Where it was, "
        f"{_at_most(cells, worst)}."
    )


def _asked(site: Site, threshold: ThresholdEntry | None) -> float:
    if site.fmr is not None or threshold is None:
        return site.fmr or math.nan
    return threshold.fmr


def _reservation(site: Site, told: Evidence, threshold: ThresholdEntry | None) -> str:
    rates = [*told.inside, *told.beside]
    reasons = []
    if not all(s.high <= site.limit for s in rates):
        reasons.append("an interval does not stay within it (more people would tell)")
    asked = _asked(site, threshold)
    if any(s.value > LOOSE * asked for s in told.strangers):
        reasons.append(f"strangers pass more often than the {rate(asked)} asked")
    return "; ".join(reasons)


def _undecided(site: Site, threshold: ThresholdEntry | None) -> str:
    if threshold is None or threshold.value is None:
        return threshold.note if threshold and threshold.note else "no threshold was set"
    asked = _asked(site, threshold)
    if stricter(threshold.fmr, asked):
        return (
            f"with its threshold, set for {rate(threshold.fmr)}, it misses more than the limit; at "
            f"the {rate(asked)} asked it misses less, and how much less is not known here"
        )
    return (
        f"its threshold was set for {rate(threshold.fmr)}; at the {rate(asked)} asked it misses "
        "more, and how much more is not known here"
    )


def _by_protocol(
    cells: Cells, found: Sequence[Ground], backbone: str, told: Evidence
) -> list[Finding]:
    findings = []
    for ground in found if len(found) > 1 else ():
        spots = [s for s in told.inside if s.protocol == ground.protocol]
        if worst := most_missed(spots):
            levels = "level" if len(spots) == 1 else "levels"
            cost = _at_most(cells, worst)
            text = (
                f"{_capital(cells.title(ground.protocol))}, {len(spots)} measured {levels} of the "
                f"site: {cost}."
            )
            used = _most_first(spots)
            findings.append(_finding(cells, "factor", text, backbone, used, ground.protocol))
    return findings


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _between(cells: Cells, site: Site, backbone: str, told: Evidence) -> list[Finding]:
    findings = []
    for name in dict.fromkeys(s.protocol for s in told.beside):
        spots = [s for s in told.beside if s.protocol == name]
        worst = most_missed(spots)
        assert worst is not None
        levels = listed(cells.level(s) for s in spots)
        text = f"Part of the site lies between measured levels; there {levels} speaks for it: "
        if len(spots) > 1:
            text = text.replace("speaks", "speak")
        text += f"{_at_most(cells, worst)}."
        if worst.value > site.limit:
            text += " How far from it the misses stay within the limit was not measured."
        findings.append(_finding(cells, "between", text, backbone, spots, name))
    return findings


def _missing(
    cells: Cells, found: tuple[Ground, ...], backbone: str, told: Evidence
) -> list[Finding]:
    parts = []
    for name, factor, reach in unmeasured(found):
        heading = _capital(_heading(cells, name, factor))
        places = listed(reach.missing, "or")
        parts.append((name, f"{heading} was not measured {places}: nothing is claimed there."))
    threshold = cells.facts.threshold(backbone)
    # Without a threshold no level has misses, however many pictures there are.
    if told.silent and threshold and threshold.value is not None:
        parts.append(("", f"No pictures of one person to compare at {listed(told.silent)}."))
    return [_finding(cells, "unmeasured", text, backbone, (), name) for name, text in parts]


def _heading(cells: Cells, protocol: str, factor: str) -> str:
    axes = cells.protocols[protocol].axes
    return str(next(axis.heading for axis in axes if axis.name == factor))


def _strangers(
    cells: Cells, backbone: str, told: Evidence, threshold: ThresholdEntry | None
) -> Finding:
    large, alike = most_missed(told.strangers), most_missed(told.alike)
    if large is None or threshold is None:
        return _finding(cells, "strangers", "How often strangers pass is not known.", backbone, ())
    at = f"with the threshold for {rate(threshold.fmr)}"
    text = f"No pair of strangers at large passes {at}."
    if large.value > 0:
        text = (
            f"Strangers at large pass at up to {percent(large.value)} ({cells.level(large)}) {at}."
        )
    if alike is None:
        text += " How strangers dressed alike fare was not measured."
        return _finding(cells, "strangers", text, backbone, _most_first(told.strangers))
    text += (
        f" Of strangers dressed alike up to {percent(alike.value)} pass ({cells.level(alike)})"
        if alike.value > 0
        else " None of strangers dressed alike pass"
    )
    text += (
        ": not without a second cue where people dress alike."
        if alike.value > LOOSE * large.value
        else "."
    )
    used = [*_most_first(told.strangers), *_most_first(told.alike)]
    return _finding(cells, "strangers", text, backbone, used)


def _most_first(spots: Sequence[Spot]) -> list[Spot]:
    return sorted(spots, key=lambda spot: -spot.value)
