"""What evidence maps say, in words and figures: shares of regions, changes, tests of the maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from probe.reports.axis import Axis
from probe.reports.figure import Row, number
from probe.reports.source import Source
from probe.runs.paths import UNMASKED
from probe.runs.records import EvidenceRecord
from probe.wording import Message, Value

HARDLY = 0.005
"""A change of similarity below this is not shared out: it prints as nothing (ours)."""

TRIFLE = 0.02
"""Regions charged with less than this share of a change are not named (ours) ..."""

WHOLE, OVER = 0.995, 1.15
"""From here on the whole change is a region's, as it prints; beyond, others made up for much of it
(ours)."""

SMALLEST = 0.0005
"""... nor those whose part prints as .000."""

CARRIED = 0.01
"""What is carried is named from this share on: 1 %, the least that prints (ours)."""

AGAINST = 0.1
"""A region may speak against the match by so much of the sum; beyond, shares of it would mislead
(ours)."""

NOBODY = ("background", "carried")
"""Regions that are not the person."""

Survey = Mapping[str, Any]
"""What a run holds of all maps of a model together (see `Run.looks`)."""


def sentence_of(source: Source, name: str, evidence: EvidenceRecord) -> str:
    """What lies on the person, in words that need no key."""
    words, model = source.words, source.shorts[name]
    shares = _shares(evidence)
    if not shares:
        return words.text("report-looks-no-regions", model=model)
    total = sum(shares.values())
    if total <= HARDLY or min(shares.values()) < -AGAINST * total:
        return words.text("report-looks-mixed", model=model)
    shown = {region: max(share, 0.0) / total for region, share in shares.items()}
    person = [region for region in shares if region not in NOBODY]
    carried = shares.get("carried", 0.0) / total >= CARRIED
    return words.text(
        "report-looks-sentence",
        kind=evidence["kind"],
        model=model,
        person=sum(max(shares[region], 0.0) for region in person) / total,
        parts=_parts({region: shown[region] for region in person}),
        background=shown["background"],
        masked=source.variant != UNMASKED,
        carried=shown["carried"] if carried else None,
        people=source.printer.people(len(evidence["cosine"])),
    )


def _shares(evidence: EvidenceRecord) -> dict[str, float]:
    """What every region adds, the border of the picture counted to the background; none where no
    mask is known.
    """
    shares = {k: v for k, v in (evidence["shares"] or {}).items() if k != "constant"}
    if shares:
        shares["background"] += shares.pop("border", 0.0)
    return shares


def _parts(shares: Mapping[str, float]) -> Message | None:
    """The parts of the person with their shares; None where they are not known apart."""
    if len(shares) < 2:
        return None
    parts = tuple(
        Message("report-looks-part", {"share": share, "region": _region(region)})
        for region, share in shares.items()
    )
    return Message("report-looks-parts", {"parts": parts})


def _region(name: str) -> Message:
    return Message("report-region", {"region": name})


def change_of(source: Source, axis: Axis, evidence: EvidenceRecord) -> str:
    """What made the similarity change since the standard condition, by exchanging regions."""
    changes = evidence["changes"]
    if not changes or evidence["condition"] == axis.standard:
        return ""
    parts = np.mean([c["parts"] for c in changes], axis=0)
    before, after = (float(np.mean([c[k] for c in changes])) for k in ("before", "after"))
    values: dict[str, Value] = {
        "level": axis.full[evidence["condition"]],
        "before": before,
        "after": after,
    }
    if abs(after - before) < HARDLY:
        return source.words.text("report-looks-hardly", **values)
    regions = zip(changes[0]["names"], (float(part) for part in parts), strict=True)
    ranked = sorted(regions, key=lambda part: -abs(part[1]))
    people = source.printer.people(len(changes))
    return source.words.text("report-looks-change", **values, **_charge(ranked), people=people)


def _charge(ranked: Sequence[tuple[str, float]]) -> dict[str, Value]:
    """Which regions the change is charged to, the strongest first."""
    total = sum(change for _, change in ranked)
    share = ranked[0][1] / total
    charge = "share" if 0 < share < WHOLE else "whole" if 0 < share <= OVER else "all"
    named = [part for part in ranked if abs(part[1]) >= max(SMALLEST, TRIFLE * abs(total))]
    alone = len(named) == 1 and charge != "all"
    parts = tuple(
        Message("report-looks-charged-alone", {"change": change})
        if alone
        else Message("report-looks-charged", {"region": _region(region), "change": change})
        for region, change in (ranked[:1] if alone else named)
    )
    return {"charge": charge, "share": share, "region": _region(ranked[0][0]), "parts": parts}


def facts_of(
    source: Source, evidence: EvidenceRecord, before: EvidenceRecord | None, survey: Survey
) -> list[tuple[str, str]]:
    """The figures of the pair shown and of its maps, as (name, text).

    Args:
        source: the run in this variant.
        evidence: that of the level shown.
        before: that of the standard condition, None without.
        survey: what is stored of the maps themselves (`Run.looks`), and `top`, the end of their
            scale.
    """
    words, numbers, unit = source.words, source.words.numbers, source.printer.unit
    exact = evidence["kind"] != "occlusion"
    facts = {"report-looks-fact-cosine": unit(float(evidence["cosine"][0]))}
    if exact:
        facts["report-looks-fact-map"] = unit(float(evidence["first"][0].sum()))
        facts["report-looks-fact-constant"] = unit(float(evidence["constant_first"][0]))
    facts["report-looks-fact-top"] = numbers.unit(survey["top"], 3)
    facts["report-looks-fact-kind"] = words.text("report-looks-kind", kind=evidence["kind"])
    worst = max(evidence["additivity_error"])
    facts["report-looks-fact-error"] = _power(worst) if exact else words.text("report-looks-no-sum")
    after, since = evidence["shares"], before["shares"] if before else None
    if exact and before is not evidence and after and since:
        change = after["background"] - since["background"]
        facts["report-looks-fact-leaky"] = numbers.signed_unit(change, 3)
    if index := (survey.get("reliance") or {}).get("index"):
        facts["report-looks-fact-reliance"] = _with_ends(source, index)
    return [(words.text(name), text) for name, text in facts.items()]


def _with_ends(source: Source, index: Row) -> str:
    text = source.printer.unit(number(index, "estimate"))
    interval = source.printer.interval(index, source.printer.unit)
    return f"{text} ({interval})" if interval else text


def _power(value: float) -> str:
    """`10⁻⁷`: the power of ten above a small error."""
    if value <= 0:
        return "0"
    power = int(np.ceil(np.log10(value)))
    return f"<\u00a010{str(power).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def trial_of(source: Source, survey: Survey) -> str:
    """How the maps stood deletion, insertion and the scrambled network."""
    test = survey.get("faithfulness")
    if not test:
        return ""
    names = ("pairs", "deletion", "deletion_random", "insertion", "insertion_random")
    text = source.words.text("report-looks-test", **{name: test[name] for name in names})
    if test.get("scrambled") is None:
        return text
    scrambled = source.words.text("report-looks-scrambled", likeness=test["scrambled"])
    return source.words.sentences((text, scrambled))
