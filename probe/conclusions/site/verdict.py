"""May this model be used at this site? Decided from cells, said in sentences that name them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probe.conclusions.findings.breaks import breaks_of
from probe.conclusions.findings.evidence import Evidence
from probe.conclusions.findings.facts import Cells, Spot
from probe.conclusions.findings.recommendation import Answer, Asked, at_most, recommendation
from probe.conclusions.findings.sentence import Sentence, finding
from probe.conclusions.findings.use import LOOSE, most_missed
from probe.conclusions.site.asked import Site
from probe.conclusions.site.evidence import Ground, unmeasured
from probe.protocol.labels import text_value
from probe.runs.manifest import ThresholdEntry
from probe.runs.stored import Finding
from probe.wording import Message, Value


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
    asked = Asked(site.limit, site.fmr, measured=not unmeasured(site_grounds))
    answer, said = recommendation(cells, backbone, asked, figures)
    sentences = [
        _finding(cells, "recommendation", said.messages, backbone, said.spots),
        *_by_protocol(cells, site_grounds, backbone, figures),
        *_between(cells, site, backbone, figures),
        *_breaks(cells, site_grounds, backbone),
        *_missing(cells, site_grounds, backbone, figures),
        _strangers(cells, backbone, figures, threshold),
    ]
    return Verdict(backbone, answer, figures.worst, tuple(sentences))


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


def _by_protocol(
    cells: Cells, site_grounds: Sequence[Ground], backbone: str, figures: Evidence
) -> list[Finding]:
    findings = []
    for ground in site_grounds if len(site_grounds) > 1 else ():
        spots = [s for s in figures.inside if s.protocol == ground.protocol]
        if worst := most_missed(spots):
            values: dict[str, Value] = {"factor": cells.title(ground.protocol)}
            values |= {"levels": len(spots), "misses": at_most(cells, worst)}
            messages, used = [Message("site-factor", values)], _most_first(spots)
            findings.append(_finding(cells, "factor", messages, backbone, used, ground.protocol))
    return findings


def _breaks(cells: Cells, site_grounds: Sequence[Ground], backbone: str) -> list[Finding]:
    """Where the model breaks on each factor that the site names."""
    findings = []
    for ground in site_grounds:
        factors = cells.protocols[ground.protocol].factors
        sentence = breaks_of(cells, ground.protocol, backbone)
        if sentence and factors[0].name in ground.reaches:
            values: dict[str, Value] = {"factor": cells.title(ground.protocol)}
            values |= {"limit": cells.facts.limit, "places": sentence.messages}
            messages, spots = [Message("site-breaks", values)], sentence.spots
            findings.append(_finding(cells, "break", messages, backbone, spots, ground.protocol))
    return findings


def _between(cells: Cells, site: Site, backbone: str, figures: Evidence) -> list[Finding]:
    findings = []
    for name in dict.fromkeys(s.protocol for s in figures.beside):
        spots = [s for s in figures.beside if s.protocol == name]
        worst = most_missed(spots)
        assert worst is not None
        values: dict[str, Value] = {"levels": tuple(cells.level(s) for s in spots)}
        values |= {"count": len(spots), "misses": at_most(cells, worst)}
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
