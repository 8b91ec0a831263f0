"""What evidence maps say, in words and figures: shares of regions, changes, tests of the maps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from probe.reports.axis import Axis
from probe.reports.source import Source
from probe.runs.store import UNMASKED
from probe.wording.numbers import amount, decimal, listed, percent, span, unit

HARDLY = 0.005
"""A change of similarity below this is not shared out."""

TRIFLE = 0.02
"""Regions charged with less than this share of a change are not named."""

WHOLE, OVER = 0.995, 1.15
"""From here on the whole change is a region's; beyond, others made up for much of it."""

NOBODY = ("background", "carried")
"""Regions that are not the person."""

Evidence = Mapping[str, Any]
"""The maps and figures of one condition (see `Run.evidence`)."""


def sentence_of(source: Source, name: str, evidence: Evidence) -> str:
    """What lies on the person, in words that need no key."""
    words, model = source.words, source.shorts[name]
    shares = evidence["shares"]
    people = amount(len(evidence["cosine"]), "person", "people")
    if not shares:
        return words["looks_no_regions"].format(model=model)
    parts = {k: v for k, v in shares.items() if k != "constant"}
    parts["background"] += parts.pop("border", 0.0)
    total = sum(parts.values())
    if total <= HARDLY or min(parts.values()) < -0.1 * total:
        return words["looks_mixed"].format(model=model)
    shares_of = {k: percent(max(v, 0.0) / total) for k, v in parts.items()}
    person_parts = [name for name in parts if name not in NOBODY]
    person = percent(sum(max(parts[name], 0.0) for name in person_parts) / total)
    carried = parts.get("carried", 0.0) / total >= 0.01
    key = "looks_covering" if evidence["kind"] == "occlusion" else "looks_sentence"
    split = [
        words["looks_part"].format(share=shares_of[name], region=words[f"region_{name}"])
        for name in person_parts
    ]
    return words[key].format(
        model=model,
        person=person,
        parts=words["looks_parts"].format(parts=", ".join(split)) if len(person_parts) > 1 else "",
        background=shares_of["background"],
        around=words["looks_around" if source.variant == UNMASKED else "looks_around_masked"],
        carried=words["looks_carried"].format(share=shares_of["carried"]) if carried else "",
        people=people,
    )


def change_of(source: Source, axis: Axis, evidence: Evidence) -> str:
    """What made the similarity change since the standard condition, by exchanging regions."""
    changes = evidence["changes"]
    if not changes or evidence["condition"] == axis.standard:
        return ""
    words = source.words
    parts = np.mean([c["parts"] for c in changes], axis=0)
    before, after = (float(np.mean([c[k] for c in changes])) for k in ("before", "after"))
    level = axis.full[evidence["condition"]]
    if abs(after - before) < HARDLY:
        return words["looks_hardly"].format(level=level, before=unit(before), after=unit(after))
    total = float(parts.sum())
    ranked = sorted(zip(changes[0]["names"], parts, strict=True), key=lambda part: -abs(part[1]))
    charged = [
        f"{words[f'region_{name}']} {_signed(float(part))}"
        for name, part in ranked
        if abs(part) >= max(0.0005, TRIFLE * abs(total))
    ]
    share = float(ranked[0][1]) / total
    key = "looks_share" if 0 < share < WHOLE else "looks_whole"
    lead = words[key].format(share=percent(share), region=words[f"region_{ranked[0][0]}"])
    if not 0 < share <= OVER:
        lead = words["looks_charged"]
    elif len(charged) == 1:
        charged = [_signed(float(ranked[0][1]))]
    return words["looks_change"].format(
        level=level,
        before=unit(before),
        after=unit(after),
        people=amount(len(changes), "person", "people"),
        parts=listed(charged),
        lead=lead,
    )


def _signed(value: float) -> str:
    text = _thousandths(value)
    return text if text.startswith("−") else f"+{text}"


def _thousandths(value: float) -> str:
    text = decimal(value, 3)
    return text.replace("0.", ".", 1) if text.startswith(("0.", "−0.")) else text


def facts_of(
    source: Source, evidence: Evidence, before: Evidence | None, survey: Evidence
) -> list[tuple[str, str]]:
    """The figures of the pair shown and of its maps, as (name, text).

    Args:
        source: the run in this variant.
        evidence: that of the level shown.
        before: that of the standard condition, None without.
        survey: what is stored of the maps themselves (`Run.looks`), and `top`, the end of their
            scale.
    """
    words = source.words
    cosine = float(evidence["cosine"][0])
    constant = float(evidence["constant_first"][0])
    exact = evidence["kind"] != "occlusion"
    facts = [(words["fact_cosine"], unit(cosine))]
    if exact:
        facts += [
            (words["fact_map"], unit(float(evidence["first"][0].sum()))),
            (words["fact_constant"], unit(constant)),
        ]
    facts.append((words["fact_top"], _thousandths(survey["top"])))
    facts.append((words["fact_kind"], words[f"kind_{evidence['kind']}"]))
    worst = max(evidence["additivity_error"])
    facts.append((words["fact_error"], _power(worst) if exact else words["kind_no_sum"]))
    pair = [maps["shares"] for maps in (evidence, before) if maps]
    if exact and before is not evidence and len(pair) == 2 and all(pair):
        fall = pair[0]["background"] - pair[1]["background"]
        facts.append((words["fact_leaky"], _signed(fall)))
    if index := (survey.get("reliance") or {}).get("index"):
        facts.append((words["fact_reliance"], _with_ends(index)))
    return facts


def _with_ends(index: Evidence) -> str:
    text = unit(index["estimate"])
    if index["low"] is None or index["high"] is None:
        return text
    return f"{text} ({span(unit(index['low']), unit(index['high']))})"


def _power(value: float) -> str:
    """`10⁻⁷`: the power of ten above a small error."""
    if value <= 0:
        return "0"
    power = int(np.ceil(np.log10(value)))
    return f"<\u00a010{str(power).translate(str.maketrans('-0123456789', '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'))}"


def trial_of(source: Source, survey: Evidence) -> str:
    """How the maps stood deletion, insertion and the scrambled network."""
    test = survey.get("faithfulness")
    if not test:
        return ""
    words = source.words
    names = ("deletion", "deletion_random", "insertion", "insertion_random")
    figures = {name: unit(test[name]) for name in names}
    text = words["looks_test"].format(pairs=amount(test["pairs"], "pair"), **figures)
    if test.get("scrambled") is not None:
        text += " " + words["looks_scrambled"].format(likeness=unit(test["scrambled"]))
    return text
