"""May this model be used at this site? Decided from cells, said in sentences that name them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.sentence import Sentence, finding
from probe.conclusions.findings.use import (
    LOOSE,
    answer_of,
    most_missed,
    rate_open,
    shown,
    too_loose,
)
from probe.conclusions.site.asked import Site
from probe.conclusions.site.evidence import Evidence, Ground, unmeasured
from probe.protocol.labels import text_value
from probe.runs.manifest import ThresholdEntry
from probe.runs.stored import Finding
from probe.wording import Message, Value, stored_message

Answer = Literal["use", "promising", "doubtful", "avoid", "unmeasured", "undecided"]


@dataclass(frozen=True)
class Verdict:
    """Whether one model may be used at a site.

    Attributes:
        backbone: its name.
        answer: as the summary of a run says it of a range (`findings.use`). `use`: the upper limit
            of the misses stays within the limit at every measured level of the site, by limits
            that hold together, and strangers pass as seldom as asked. `promising`: the misses do,
            the rest is not shown. `doubtful`: they exceed it, but within the limits, or just
            outside what is asked. `avoid`: they exceed it by their lower limit. `unmeasured`: part
            of the site lies outside the measured levels. `undecided`: there is no threshold for
            the rate asked.
        worst: the figure that decides, None when there is none.
        sentences: the recommendation first, each with its cells.
    """

    backbone: str
    answer: Answer
    worst: Spot | None
    sentences: tuple[Finding, ...]


def verdict(
    cells: Cells, site: Site, site_grounds: tuple[Ground, ...], backbone: str, figures: Evidence
) -> Verdict:
    """The verdict on one model.

    Args:
        cells: of the run.
        site: what is asked.
        site_grounds: the conditions that speak for it.
        backbone: name of the model.
        figures: its figures there.
    """
    threshold = cells.facts.threshold(backbone)
    answer = _answer(site, site_grounds, figures, threshold)
    sentences = [
        _recommendation(cells, site, answer, backbone, figures, threshold),
        *_by_protocol(cells, site_grounds, backbone, figures),
        *_between(cells, site, backbone, figures),
        *_missing(cells, site_grounds, backbone, figures),
        _strangers(cells, backbone, figures, threshold),
    ]
    return Verdict(backbone, answer, figures.worst, tuple(sentences))


def _answer(
    site: Site,
    site_grounds: tuple[Ground, ...],
    figures: Evidence,
    threshold: ThresholdEntry | None,
) -> Answer:
    if threshold is None or threshold.value is None:
        return "undecided"
    asked = threshold.fmr if site.fmr is None else site.fmr
    rates = [*figures.inside, *figures.beside]
    over = any(s.joint_low > site.limit for s in figures.inside)
    if stricter(asked, threshold.fmr):
        return "avoid" if over else "undecided"
    if any(s.value > site.limit for s in rates):
        if stricter(threshold.fmr, asked):
            return "undecided"
        return "avoid" if over else "doubtful"
    if not rates or figures.silent or unmeasured(site_grounds):
        return "unmeasured"
    loose = any(too_loose(s, asked) for s in figures.strangers) or rate_open(threshold, asked)
    return answer_of(rates, site.limit, strangers_held=not loose)


def stricter(rate_a: float, rate_b: float) -> bool:
    """Whether the first false match rate allows fewer strangers than the second."""
    return rate_a < rate_b and not math.isclose(rate_a, rate_b)


def _finding(
    cells: Cells,
    key: str,
    messages: Sequence[Message],
    backbone: str,
    spots: Iterable[Spot],
    protocol: str = "",
) -> Finding:
    sentence = Sentence(tuple(messages), tuple(spots))
    return finding(cells, key, sentence, protocol, backbone)


def _misses(cells: Cells, spot: Spot) -> Message:
    """`3 % missed at 10 m (95 % interval 1 % to 8 %)`."""
    values: dict[str, Value] = {"rate": spot.value, "level": cells.level(spot)}
    return Message("site-misses", {**values, "low": spot.joint_low, "high": spot.joint_high})


def _at_most(cells: Cells, spot: Spot) -> Message:
    misses = _misses(cells, spot)
    return Message("site-at-most", {"misses": misses}) if spot.value > 0 else misses


def _recommendation(
    cells: Cells,
    site: Site,
    answer: Answer,
    backbone: str,
    figures: Evidence,
    threshold: ThresholdEntry | None,
) -> Finding:
    message = _sentence_of(cells, site, answer, figures, threshold)
    used = _decisive(answer, figures)
    if answer == "promising":
        used += [s for s in figures.strangers if too_loose(s, _asked(site, threshold))]
    return _finding(cells, "recommendation", [message], backbone, used)


def _decisive(answer: Answer, figures: Evidence) -> list[Spot]:
    """The figures a recommendation rests on, most misses first."""
    spots = [*figures.inside]
    if answer not in {"avoid", "unmeasured"}:
        spots += figures.beside
    return sorted(spots or figures.beside, key=lambda spot: -spot.value)


def _sentence_of(
    cells: Cells, site: Site, answer: Answer, figures: Evidence, threshold: ThresholdEntry | None
) -> Message:
    if answer == "undecided":
        return Message("site-undecided", {"reason": _undecided(site, threshold)})
    spots = [*figures.inside, *figures.beside]
    worst = most_missed(spots) if answer == "doubtful" else figures.worst
    if worst is None:
        return Message("site-nothing-measured")
    values: dict[str, Value] = {"limit": site.limit, "misses": _misses(cells, worst)}
    at_most: dict[str, Value] = {"limit": site.limit, "misses": _at_most(cells, worst)}
    match answer:
        case "use":
            return Message("site-use", at_most)
        case "promising":
            reasons = _reservations(site, figures, threshold)
            return Message("site-promising", {**at_most, "reasons": reasons})
        case "doubtful":
            return Message("site-doubtful", values)
        case "avoid":
            return Message("site-avoid", values)
    return Message("site-partly-measured", {"misses": at_most["misses"]})


def _asked(site: Site, threshold: ThresholdEntry | None) -> float:
    if site.fmr is not None or threshold is None:
        return site.fmr or math.nan
    return threshold.fmr


def _reservations(
    site: Site, figures: Evidence, threshold: ThresholdEntry | None
) -> tuple[Message, ...]:
    rates = [*figures.inside, *figures.beside]
    reasons = []
    if not all(shown(s, site.limit) for s in rates):
        reasons.append(Message("site-interval-wide"))
    asked = _asked(site, threshold)
    if any(too_loose(s, asked) for s in figures.strangers):
        reasons.append(Message("site-strangers-loose", {"asked": asked}))
    elif threshold and rate_open(threshold, asked):
        reasons.append(Message("site-rate-open", {"asked": asked}))
    return tuple(reasons)


def _undecided(site: Site, threshold: ThresholdEntry | None) -> Message | str:
    if threshold is None or threshold.value is None:
        note = threshold.note if threshold else ""
        return stored_message(note) if note else Message("site-no-threshold")
    asked = _asked(site, threshold)
    rates: dict[str, Value] = {"set": threshold.fmr, "asked": asked}
    if stricter(threshold.fmr, asked):
        return Message("site-misses-less", rates)
    return Message("site-misses-more", rates)


def _by_protocol(
    cells: Cells, site_grounds: Sequence[Ground], backbone: str, figures: Evidence
) -> list[Finding]:
    findings = []
    for ground in site_grounds if len(site_grounds) > 1 else ():
        spots = [s for s in figures.inside if s.protocol == ground.protocol]
        if worst := most_missed(spots):
            values: dict[str, Value] = {"factor": cells.title(ground.protocol)}
            values |= {"levels": len(spots), "misses": _at_most(cells, worst)}
            messages, used = [Message("site-factor", values)], _most_first(spots)
            findings.append(_finding(cells, "factor", messages, backbone, used, ground.protocol))
    return findings


def _between(cells: Cells, site: Site, backbone: str, figures: Evidence) -> list[Finding]:
    findings = []
    for name in dict.fromkeys(s.protocol for s in figures.beside):
        spots = [s for s in figures.beside if s.protocol == name]
        worst = most_missed(spots)
        assert worst is not None
        values: dict[str, Value] = {"levels": tuple(cells.level(s) for s in spots)}
        values |= {"count": len(spots), "misses": _at_most(cells, worst)}
        messages = [Message("site-between-levels", values)]
        if worst.value > site.limit:
            messages.append(Message("site-how-far"))
        findings.append(_finding(cells, "between", messages, backbone, spots, name))
    return findings


def _missing(
    cells: Cells, site_grounds: tuple[Ground, ...], backbone: str, figures: Evidence
) -> list[Finding]:
    parts = []
    for name, factor, levels in unmeasured(site_grounds):
        values: dict[str, Value] = {"factor": _heading(cells, name, factor)}
        parts.append((name, Message("site-unmeasured", {**values, "places": levels.missing})))
    threshold = cells.facts.threshold(backbone)
    # Without a threshold no level has misses, however many pictures there are.
    if figures.silent and threshold and threshold.value is not None:
        parts.append(("", Message("site-no-pictures", {"levels": figures.silent})))
    return [_finding(cells, "unmeasured", [message], backbone, (), name) for name, message in parts]


def _heading(cells: Cells, protocol: str, factor: str) -> Value:
    axes = cells.protocols[protocol].axes
    return text_value(next(axis.heading for axis in axes if axis.name == factor))


def _strangers(
    cells: Cells, backbone: str, figures: Evidence, threshold: ThresholdEntry | None
) -> Finding:
    large, alike = most_missed(figures.strangers), most_missed(figures.alike)
    if large is None or threshold is None:
        return _finding(cells, "strangers", [Message("site-strangers-unknown")], backbone, ())
    values: dict[str, Value] = {"rate": large.value, "level": cells.level(large)}
    messages = [Message("site-strangers", {**values, "asked": threshold.fmr})]
    used = _most_first(figures.strangers)
    if alike is None:
        messages.append(Message("alike-unknown"))
    else:
        values = {"rate": alike.value, "level": cells.level(alike)}
        values["second_cue"] = alike.value > LOOSE * large.value
        messages.append(Message("site-alike", values))
        used += _most_first(figures.alike)
    return _finding(cells, "strangers", messages, backbone, used)


def _most_first(spots: Sequence[Spot]) -> list[Spot]:
    return sorted(spots, key=lambda spot: -spot.value)
