"""The headline and the lines below it."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.factor import FEW_MODELS, rates_of_models
from probe.conclusions.findings.facts import Cells, Spot, highest, lowest
from probe.conclusions.findings.outcome import Outcome, invariant, not_shown
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say, together
from probe.conclusions.findings.standard import alike
from probe.conclusions.findings.use import limits_of
from probe.protocol.labels import condition_value
from probe.runs.stored import Finding
from probe.wording import Message, Value, stored_message

LEAST_PRINTED = 0.005
"""Shares below it are no whole per cent."""


def headline(cells: Cells, outcomes: Sequence[Outcome]) -> Finding:
    """The strongest sentence about the study that its cells carry."""
    if cells.facts.faults:
        return finding(cells, "headline", say(_setup(cells)))
    counted = [outcome for outcome in invariant(outcomes) if outcome.counted]
    sentence = _decided(cells, counted) if counted else _undecided(cells, outcomes)
    return finding(cells, "headline", sentence)


def _decided(cells: Cells, counted: Sequence[Outcome]) -> Sentence:
    if already := [spot for outcome in counted for spot in outcome.already]:
        return say(_already(cells, already), already)
    broken = sorted((o for o in counted if o.breaks), key=lambda o: -o.most.value)
    held = sorted((o for o in counted if o.holds), key=lambda o: o.most.value)
    some = sorted((o for o in counted if o.over), key=lambda o: -o.most.value)
    used = [spot for o in (*broken[:1], *some[:1], *held[:1]) for spot in o.worst]
    if broken:
        return say(_breaks(cells, broken[0], held), used)
    if some:
        return say(_misses(cells, some[0]), used)
    titles = tuple(cells.title(outcome.protocol) for outcome in held)
    used = [spot for outcome in held for spot in outcome.worst]
    values: dict[str, Value] = {"factors": titles, "rate": max(spot.value for spot in used)}
    return say(Message("headline-holds", {**values, **limits_of(used)}), used)


def _misses(cells: Cells, over: Outcome) -> Message:
    """From the model that misses fewest to the one that misses most.

    Models stay unnamed where they are held to rates that may differ.
    """
    most, least = over.most, lowest(over.worst)
    assert least is not None
    values: dict[str, Value] = {"change": over.change}
    models = len(cells.facts.backbones)
    if cells.facts.open_rates and models > 1:
        values |= {"rates": (least.value, most.value), **limits_of(over.worst)}
        return Message("headline-misses-worst", values)
    values |= {"rate": most.value, "model": cells.facts.shown(most.backbone), **limits_of([most])}
    if models == 1:
        return Message("headline-misses", values)
    values |= {"least": least.value, "least_model": cells.facts.names[least.backbone]}
    return Message("headline-misses-range", {**values, "models": models})


def _setup(cells: Cells) -> Message:
    """A model that is not set up: its figures say nothing of the change, nor of the model."""
    name, fault = next(iter(cells.facts.faults.items()))
    return Message("headline-setup", {"model": cells.facts.shown(name), "fault": fault})


def _already(cells: Cells, spots: Sequence[Spot]) -> Message:
    """The standard condition itself fails: no change can be blamed for the misses."""
    worst = highest(spots)
    assert worst is not None
    if {spot.backbone for spot in spots} == set(cells.facts.backbones):
        rates = tuple(spot.value for spot in spots)
        return Message("headline-already", {"rates": rates})
    model = cells.facts.names[worst.backbone]
    return Message("headline-already-with", {"rate": worst.value, "model": model})


def _breaks(cells: Cells, broken: Outcome, held: Sequence[Outcome]) -> Message:
    """With what was measured of the factor that costs least: a measurement, not a promise."""
    if not held:
        return Message("headline-breaks", {"change": broken.change})
    values: dict[str, Value] = {"change": broken.change, "calm": cells.title(held[0].protocol)}
    return Message("headline-breaks-but", {**values, "rate": held[0].most.value})


def _undecided(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    chosen = [o.protocol for o in invariant(outcomes)] or [o.protocol for o in outcomes]
    for figure in ("retention", "mean"):
        spots = [
            spot
            for protocol in chosen
            for name in cells.facts.backbones
            for spot in cells.against_standard(protocol, name, figure)
        ]
        if (spot := lowest(spots)) is not None:
            values: dict[str, Value] = {
                "change": cells.changed(spot),
                "value": spot.value,
                "model": cells.facts.shown(spot.backbone),
            }
            if figure == "retention":
                return say(_margin(cells, spot, values), [spot])
            score = cells.facts.score_of(spot.backbone)
            return say(Message("headline-mean", {**values, **score}), [spot])
    return say(Message("headline-nothing"))


def _margin(cells: Cells, spot: Spot, values: dict[str, Value]) -> Message:
    """A margin that falls is a loss, except where a good model should react to the change."""
    kept = spot.value >= 1
    if cells.protocols[spot.protocol].expectation == "sensitive":
        return Message("headline-margin-unmoved" if kept else "headline-margin-wanted", values)
    return Message("headline-margin-kept" if kept else "headline-margin", values)


def deck(cells: Cells, outcomes: Sequence[Outcome]) -> Finding:
    """The summary below the headline: who took part, what holds, what does not, who else passes."""
    facts = cells.facts
    counts: dict[str, Value] = {
        "people": facts.subjects,
        "conditions": sum(len(p.conditions) for p in cells.protocols.values()),
        "models": len(facts.backbones),
    }
    sentence = say(Message("deck-counts", counts))
    if len(invariant(outcomes)) < len(outcomes):  # else the verdict says it
        sentence += _standard(cells)
    if facts.subjects == 1:
        sentence += say(Message("deck-one-person"))
    sentence += together(_held(cells, outcomes)) + _broken(cells, outcomes)
    sentence += together(_open_rates(cells)) + alike(cells) + together(_refused(cells))
    return finding(cells, "deck", sentence)


def _standard(cells: Cells) -> Sentence:
    """What everything is held against, in words."""
    standards = dict.fromkeys(condition_value(p, p.standard) for p in cells.protocols.values())
    return say(Message("deck-standard", {"conditions": tuple(standards)}))


def _held(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    held = [outcome for outcome in invariant(outcomes) if outcome.holds]
    if not held:
        return NOTHING
    used = [spot for outcome in held for spot in outcome.worst]
    values: dict[str, Value] = {
        "rate": max(spot.value for spot in used),
        "factors": tuple(cells.title(outcome.protocol) for outcome in held),
        "models": len(cells.facts.backbones),
        **limits_of(used),
    }
    return say(Message("deck-held", values), used) + not_shown(cells, held)


def _broken(cells: Cells, outcomes: Sequence[Outcome]) -> Sentence:
    sentence = NOTHING
    for outcome in invariant(outcomes):
        if outcome.already:
            sentence += say(_blame(cells, outcome), outcome.already)
        elif outcome.over:
            spots = [spot for spot in outcome.worst if spot.backbone in outcome.over]
            sentence += say(_missed(cells, outcome, spots), spots)
    return sentence


def _missed(cells: Cells, outcome: Outcome, spots: Sequence[Spot]) -> Message:
    worst = highest(spots)
    assert worst is not None
    values: dict[str, Value] = {"change": outcome.change}
    if outcome.models == 1:
        values |= {"rate": worst.value, "level": cells.level(worst), **limits_of([worst])}
        return Message("deck-missed-at", values)
    if len(spots) <= FEW_MODELS:
        return Message("deck-missed-with", {**values, "models": rates_of_models(cells, spots)})
    values |= {"rate": worst.value, "model": cells.facts.names[worst.backbone]}
    values |= limits_of([worst])
    values |= {"over": len(spots), "models": outcome.models, "limit": cells.facts.limit}
    return Message("deck-missed-many", values)


def _blame(cells: Cells, outcome: Outcome) -> Message:
    spots = outcome.already
    values: dict[str, Value] = {"factor": cells.title(outcome.protocol)}
    if 1 < len(spots) <= FEW_MODELS:
        first, *others = spots
        names = cells.facts.names
        return Message(
            "deck-already-few",
            {
                **values,
                "rate": first.value,
                **limits_of([first]),
                "models": (
                    Message("with-model", {"model": names[first.backbone]}),
                    *rates_of_models(cells, others),
                ),
            },
        )
    values["rates"] = tuple(spot.value for spot in spots)
    if outcome.models == 1:
        return Message("deck-already", values)
    models = tuple(cells.facts.names[spot.backbone] for spot in spots)
    values["models"] = models
    if len(spots) > FEW_MODELS:
        counts: dict[str, Value] = {"failing": len(spots), "measured": outcome.models}
        return Message("deck-already-many", {**values, **counts})
    return Message("deck-already-with", values)


def _open_rates(cells: Cells) -> Sentence:
    """Thresholds whose rate among other people may be far from the one they were set for."""
    facts = cells.facts
    if not facts.open_rates:
        return NOTHING
    asked = facts.open_rates[0].fmr
    values: dict[str, Value] = {"asked": asked, "models": len(facts.backbones)}
    sentence = say(Message("deck-rate-open", {**values, "ranges": _ranges(cells)}))
    resolved = [entry.resolves for entry in facts.open_rates]
    if all(rate is not None for rate in resolved):
        rate = max(rate for rate in resolved if rate is not None)
        sentence += say(Message("deck-rate-resolves", {"rate": rate, "option": f"{rate:g}"}))
    enough = max(entry.people_enough or 0 for entry in facts.open_rates)
    return sentence + say(Message("deck-rate-enough", {"asked": asked, "people": enough}))


def _ranges(cells: Cells) -> tuple[Message, ...]:
    """The interval of every open rate; of many models all of them in one."""
    entries = cells.facts.open_rates
    limits = [
        (e.true_low or 0.0, e.true_high or 1.0, cells.facts.shown(e.backbone)) for e in entries
    ]
    if len(entries) > FEW_MODELS:
        lows, highs, _ = zip(*limits, strict=True)
        limits = [(min(lows), max(highs), None)]
    return tuple(_range(*limit) for limit in limits)


def _range(low: float, high: float, model: str | None) -> Message:
    """A lower limit that is printed as nothing is left out."""
    values: dict[str, Value] = {"low": low, "high": high, "model": model}
    return Message("deck-rate-up-to" if low < LEAST_PRINTED else "deck-rate-range", values)


def _refused(cells: Cells) -> Sentence:
    if cells.facts.decided:
        return NOTHING
    entries = (cells.facts.threshold(name) for name in cells.facts.backbones)
    notes = dict.fromkeys(entry.note for entry in entries if entry and entry.note)
    reasons = tuple(stored_message(note) for note in notes)
    none = (Message("note-no-strangers-compared"),)
    return say(Message("deck-no-threshold", {"reasons": reasons or none})) + _enough(cells)


def _enough(cells: Cells) -> Sentence:
    """To resolve a rate takes fewer people than to hold it: of the latter it says how many."""
    entries = [cells.facts.threshold(name) for name in cells.facts.backbones]
    enough = [(e.people_enough, e.fmr) for e in entries if e and e.people_enough]
    if not enough:
        return NOTHING
    people, asked = max(enough)
    return say(Message("deck-rate-hold", {"asked": asked, "people": people}))
