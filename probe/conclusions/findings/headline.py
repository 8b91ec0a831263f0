"""The headline and the lines below it."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.conclusions.findings.outcome import Outcome, invariant
from probe.conclusions.findings.standard import alike
from probe.runs.store import Finding
from probe.wording.numbers import amount, listed, percent, percents, short_names, unit


def headline(cells: Cells, found: Sequence[Outcome]) -> Finding:
    """The strongest sentence about the study that its cells carry."""
    known = [each for each in invariant(found) if each.known]
    text, used = _decided(cells, known) if known else _undecided(cells, found)
    return Finding("headline", text, cells=tuple(s.cell(cells.facts.variant) for s in used))


def _decided(cells: Cells, known: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    if already := [spot for o in known for spot in o.already]:
        return _already(cells, already), already
    broken = sorted((o for o in known if o.breaks), key=lambda o: -o.most.value)
    held = sorted((o for o in known if o.holds), key=lambda o: o.most.value)
    some = sorted((o for o in known if o.over), key=lambda o: -o.most.value)
    used = [spot for o in (*broken[:1], *some[:1], *held[:1]) for spot in o.worst]
    if broken:
        return f"A change of {broken[0].change} breaks the match{_calm(cells, held)}", used
    if some:
        worst = some[0].most
        with_model = _with(cells, worst.backbone)
        return f"A change of {some[0].change} misses up to {percent(worst.value)}{with_model}", used
    titles = listed((cells.title(o.protocol) for o in held), "or")
    most = max(o.most.value for o in held)
    if most == 0:
        return f"No measured change of {titles} missed a single pair", used
    return f"No measured change of {titles} missed more than {percent(most)}", used


def _already(cells: Cells, spots: Sequence[Spot]) -> str:
    """The standard condition itself fails: no change can be blamed for the misses."""
    worst = highest(spots)
    assert worst is not None
    if {spot.backbone for spot in spots} == set(cells.facts.backbones):
        return f"{percents(s.value for s in spots)} of pairs are missed before anything changes"
    told = f"{percent(worst.value)} of pairs are missed before anything changes"
    return f"{told}{_with(cells, worst.backbone)}"


def _calm(cells: Cells, held: Sequence[Outcome]) -> str:
    """What was measured of the factor that costs least; a measurement, not a promise."""
    if not held:
        return ""
    least = held[0].most.value
    cost = "cost no match" if least == 0 else f"cost at most {percent(least)}"
    return f"; {cells.title(held[0].protocol)} {cost}"


def _with(cells: Cells, backbone: str) -> str:
    if len(cells.facts.backbones) == 1:
        return ""
    return f" with {short_names(cells.facts.backbones)[backbone]}"


def _undecided(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    chosen = [o.protocol for o in invariant(found)] or [o.protocol for o in found]
    for figure, phrase in (
        ("retention", "leaves {value} of the margin over strangers"),
        ("mean", "takes the cosine down to {value}"),
    ):
        spots = [
            spot
            for protocol in chosen
            for name in cells.facts.backbones
            for spot in cells.against_standard(protocol, name, figure)
        ]
        if (spot := lowest(spots)) is not None:
            told = phrase.format(value=unit(spot.value))
            what = f"A change of {cells.changed(spot)} {told}"
            return f"{what}{_with(cells, spot.backbone)}", [spot]
    return "No two conditions could be compared", ()


def deck(cells: Cells, found: Sequence[Outcome]) -> Finding:
    """The summary below the headline: who took part, what holds, what does not, who else passes."""
    facts = cells.facts
    conditions = sum(len(p.conditions) for p in cells.protocols.values())
    people = amount(facts.subjects, "person", "people")
    lines = [
        f"{people}, {amount(conditions, 'condition')}, {amount(len(facts.backbones), 'model')}."
    ]
    if facts.subjects == 1:
        lines.append("What follows speaks of new pictures of this person only.")
    used: list[Spot] = []
    for part in (_held(cells, found), _broken(cells, found), alike(cells), _refused(cells)):
        lines.append(part[0])
        used += part[1]
    text = " ".join(line for line in lines if line)
    return Finding("deck", text, cells=tuple(s.cell(facts.variant) for s in used))


def _held(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    held = [o for o in invariant(found) if o.holds]
    if not held:
        return "", ()
    used = [spot for o in held for spot in o.worst]
    most = max(spot.value for spot in used)
    titles = listed(cells.title(o.protocol) for o in held)
    amount_missed = "no pair was missed" if most == 0 else f"at most {percent(most)} were missed"
    who = "" if len(cells.facts.backbones) == 1 else " with any model"
    return (
        f"Against the standard condition {amount_missed} at any measured level of {titles}{who}.",
        used,
    )


def _broken(cells: Cells, found: Sequence[Outcome]) -> tuple[str, Sequence[Spot]]:
    names = short_names(cells.facts.backbones)
    lines: list[str] = []
    used: list[Spot] = []
    for each in invariant(found):
        used += each.already
        if each.already:
            lines.append(_blame(cells, each))
        if not each.over or each.already:
            continue
        spots = [spot for spot in each.worst if spot.backbone in each.over]
        used += spots
        worst = highest(spots)
        assert worst is not None
        if each.models == 1:
            who = f"{percent(worst.value)} at {cells.level(worst)}"
        elif len(spots) <= FEW_MODELS:
            who = listed(f"{percent(s.value)} with {names[s.backbone]}" for s in spots)
        else:
            who = (
                f"{percent(worst.value)} with {names[worst.backbone]}; {len(spots)} of "
                f"{each.models} models miss more than {percent(cells.facts.limit)}"
            )
        lines.append(f"A change of {each.change} misses up to {who}.")
    return " ".join(lines), used


def _blame(cells: Cells, outcome: Outcome) -> str:
    names = short_names(cells.facts.backbones)
    spots = outcome.already
    rates = percents(spot.value for spot in spots)
    who = "" if outcome.models == 1 else f" with {listed(names[s.backbone] for s in spots)}"
    if 1 < len(spots) <= FEW_MODELS:
        first, *others = (f"{percent(s.value)} with {names[s.backbone]}" for s in spots)
        rates, _, who = first.partition(" with ")
        who = listed([f" with {who}", *others])
    return (
        f"In the standard condition of {cells.title(outcome.protocol)} {rates} of pairs of the "
        f"same person are missed already{who}: what a change costs cannot be read from misses."
    )


def _refused(cells: Cells) -> tuple[str, Sequence[Spot]]:
    if cells.facts.decided:
        return "", ()
    notes = dict.fromkeys(
        t.note for name in cells.facts.backbones if (t := cells.facts.threshold(name)) and t.note
    )
    why = "; ".join(notes) or "no strangers were compared"
    return f"Misses are not counted: no threshold could be set ({why}).", ()
