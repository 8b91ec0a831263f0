"""Advice: what each model shows, where it holds, where it does not."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.conclusions.findings.outcome import Outcome, invariant
from probe.conclusions.findings.standard import alike
from probe.conclusions.findings.versus import advice_on_models
from probe.runs.store import Finding
from probe.wording.numbers import amount, listed, percent, short_names, unit

_NOT_COMPARED = "Whether one model is better takes a paired comparison, which is not made here."


def advice(cells: Cells, found: Sequence[Outcome]) -> list[Finding]:
    """Three pieces of advice, each from the cells that it names."""
    told = (
        ("Which model", _models(cells, found)),
        ("Where it holds", _holds(cells, found)),
        ("Where it does not", _fails(cells, found)),
    )
    return [
        Finding("advice", text, title=title, cells=_cells(cells, used))
        for title, (text, used) in told
    ]


def _cells(cells: Cells, used: Sequence[Spot]) -> tuple[dict[str, object], ...]:
    return tuple(spot.cell(cells.facts.variant) for spot in used)


def _models(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    names = short_names(cells.facts.backbones)
    figure, phrase = "retention", "keeps at least {value} of its margin over strangers ({place})"
    chosen = [o.protocol for o in invariant(found)]
    worst = _lowest(cells, chosen, "retention")
    if not worst:
        figure, phrase = "mean", "never falls below a mean cosine of {value} ({place})"
        worst = _lowest(cells, chosen, figure)
    if not worst:
        return "No factor that should leave the match unchanged was measured.", ()
    ranked = sorted(worst, key=lambda spot: -spot.value)
    shown = ranked if len(ranked) <= FEW_MODELS else [ranked[0], ranked[-1]]
    parts = [
        f"{names[spot.backbone]} "
        + phrase.format(value=unit(spot.value), place=_place(cells, spot))
        for spot in shown
    ]
    text = (
        f"{'; '.join(parts)}."
        if len(ranked) <= FEW_MODELS
        else (f"Of {amount(len(ranked), 'model')}, {parts[0]}, the most; {parts[1]}, the least.")
    )
    if figure == "mean":
        text += " Raw cosines of different models cannot be read against each other."
    if len(ranked) > 1:
        compared, _ = advice_on_models(cells, found)
        text += f" {compared or _NOT_COMPARED}"
    return text, worst


def _lowest(cells: Cells, protocols: Sequence[str], figure: str) -> list[Spot]:
    found = []
    for name in cells.facts.backbones:
        spots = [s for p in protocols for s in cells.against_standard(p, name, figure)]
        if spot := lowest(spots):
            found.append(spot)
    return found


def _place(cells: Cells, spot: Spot) -> str:
    return f"{cells.title(spot.protocol)}, {cells.level(spot)}"


def _holds(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    if not any(o.known for o in found):
        return "Without a threshold no range of use can be stated.", ()
    held = [o for o in invariant(found) if o.holds]
    if not held:
        limit = percent(cells.facts.limit)
        return f"No factor kept the misses of every model at or under {limit}.", ()
    used = [spot for o in held for spot in o.worst]
    most = highest(used)
    assert most is not None
    missed = (
        "not missed once"
        if most.value == 0
        else f"missed at most {percent(most.value)} of the time"
    )
    titles = listed(cells.title(o.protocol) for o in held)
    who = "" if len(cells.facts.backbones) == 1 else ", with any of the models"
    text = (
        f"Enrolled in the standard condition, people were {missed} at any measured level of "
        f"{titles}{who}."
    )
    return f"{text}{_ends(cells, held)}", used


def _ends(cells: Cells, held: Sequence[Outcome]) -> str:
    ends = []
    for each in held:
        for factor in cells.protocols[each.protocol].factors:
            if factor.kind == "ordered":
                ends.append(factor.label(factor.levels[-1].key))
    return f" Nothing was measured beyond {listed(ends)}." if ends else ""


def _fails(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    lines: list[str] = []
    used: list[Spot] = []
    for each in invariant(found):
        if each.already:
            used += each.already
            lines.append(
                f"Not for {cells.title(each.protocol)} as taken here: up to "
                f"{percent(max(s.value for s in each.already))} are missed in the standard "
                "condition itself."
            )
        elif each.over:
            used += each.worst
            worst = each.most
            with_model = (
                ""
                if each.models == 1
                else f" with {short_names(cells.facts.backbones)[worst.backbone]}"
            )
            several = each.change == cells.title(each.protocol) and _crossed(cells, each)
            verb = "change" if several else "changes"
            lines.append(
                f"Not where {each.change} {verb}: up to {percent(worst.value)} missed{with_model} "
                f"({cells.level(worst)})."
            )
    if not lines and any(o.known for o in invariant(found)):
        lines.append(f"No measured change missed more than {percent(cells.facts.limit)}.")
    dressed, spots = alike(cells)
    if spots:
        lines.append(f"Nor, without a second cue, where people dress alike: {_small(dressed)}")
    elif dressed:
        lines.append(dressed)
    used += spots
    lines.append("Nothing is claimed for conditions that were not measured.")
    return " ".join(lines), used


def _crossed(cells: Cells, outcome: Outcome) -> bool:
    return len(cells.protocols[outcome.protocol].factors) > 1


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
