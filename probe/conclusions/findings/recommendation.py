"""What is recommended of a model at chosen conditions: the answer, and the sentence that says it.

One rule and one set of words for the verdict that opens a report and for the advice on a site.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from probe.conclusions.findings.evidence import Evidence
from probe.conclusions.findings.facts import Cells, Spot, highest
from probe.conclusions.findings.sentence import Sentence, say
from probe.conclusions.findings.use import answer_of, most_missed, rate_open, shown, too_loose
from probe.runs.manifest import ThresholdEntry
from probe.wording import Message, Value, stored_message

Answer = Literal["use", "promising", "doubtful", "avoid", "unmeasured", "undecided"]


@dataclass(frozen=True)
class Asked:
    """What a model is held to.

    Attributes:
        limit: highest FNMR that counts as usable, 0..1.
        fmr: false match rate asked for, 0..1; None for the one the thresholds were set for.
        measured: whether everything asked about lies within the measured levels.
    """

    limit: float
    fmr: float | None = None
    measured: bool = True

    def rate(self, threshold: ThresholdEntry | None) -> float:
        """The false match rate asked for; NaN where there is none."""
        if self.fmr is None:
            return math.nan if threshold is None else threshold.fmr
        return self.fmr


def recommendation(
    cells: Cells, backbone: str, asked: Asked, figures: Evidence
) -> tuple[Answer, Sentence]:
    """The answer for one model, and the sentence that says it with the figures it rests on.

    Args:
        cells: of the run.
        backbone: the model.
        asked: what it is held to.
        figures: its figures at the conditions asked about.
    """
    threshold = cells.facts.threshold(backbone)
    fault = cells.facts.faults.get(backbone)
    if fault is not None:  # its figures say nothing of the model
        return "undecided", say(Message("site-undecided", {"reason": fault}))
    answer = _answer(asked, figures, threshold)
    message = _sentence_of(cells, asked, answer, figures, threshold)
    spots = _decisive(answer, figures)
    if answer == "promising":
        spots += [s for s in figures.strangers if too_loose(s, asked.rate(threshold))]
    return answer, say(message, spots)


def at_most(cells: Cells, spot: Spot) -> Message:
    """`at most 3 % missed at 10 m (95 % interval 1 % to 8 %)`."""
    misses = _misses(cells, spot)
    return Message("site-at-most", {"misses": misses}) if spot.value > 0 else misses


def stricter(rate_a: float, rate_b: float) -> bool:
    """Whether the first false match rate allows fewer strangers than the second."""
    return rate_a < rate_b and not math.isclose(rate_a, rate_b)


def _answer(asked: Asked, figures: Evidence, threshold: ThresholdEntry | None) -> Answer:
    if threshold is None or threshold.value is None:
        return "undecided"
    rate = asked.rate(threshold)
    missed = [*figures.inside, *figures.beside]
    over = any(s.joint_low > asked.limit for s in figures.inside)
    if stricter(rate, threshold.fmr):
        return "avoid" if over else "undecided"
    if any(s.value > asked.limit for s in missed):
        if stricter(threshold.fmr, rate):
            return "undecided"
        return "avoid" if over else "doubtful"
    if not missed or figures.silent or not asked.measured:
        return "unmeasured"
    loose = any(too_loose(s, rate) for s in figures.strangers) or rate_open(threshold, rate)
    return answer_of(missed, asked.limit, strangers_held=not loose)


def _decisive(answer: Answer, figures: Evidence) -> list[Spot]:
    """The figures a recommendation rests on, most misses first."""
    spots = [*figures.inside]
    if answer not in {"avoid", "unmeasured"}:
        spots += figures.beside
    return sorted(spots or figures.beside, key=lambda spot: -spot.value)


def _sentence_of(
    cells: Cells,
    asked: Asked,
    answer: Answer,
    figures: Evidence,
    threshold: ThresholdEntry | None,
) -> Message:
    if answer == "undecided":
        return Message("site-undecided", {"reason": _undecided(asked, threshold)})
    spots = [*figures.inside, *figures.beside]
    worst = most_missed(spots) if answer == "doubtful" else figures.worst
    if worst is None:
        return Message("site-nothing-measured")
    limit: dict[str, Value] = {"limit": asked.limit}
    match answer:
        case "use":
            return Message("site-use", {**limit, "misses": at_most(cells, worst)})
        case "promising":
            reasons = _reservations(asked, figures, threshold)
            values = {**limit, "misses": at_most(cells, worst)}
            return Message("site-promising", {**values, "reasons": reasons})
        case "doubtful" | "avoid":
            values = {**limit, "misses": _misses(cells, worst)}
            message = Message("site-avoid" if answer == "avoid" else "site-doubtful", values)
            return _with_baseline(message, asked, figures)
    return Message("site-partly-measured", {"misses": at_most(cells, worst)})


def _misses(cells: Cells, spot: Spot) -> Message:
    """`3 % missed at 10 m (95 % interval 1 % to 8 %)`."""
    values: dict[str, Value] = {"rate": spot.value, "level": cells.level(spot)}
    return Message("site-misses", {**values, "low": spot.joint_low, "high": spot.joint_high})


def _with_baseline(message: Message, asked: Asked, figures: Evidence) -> Message:
    """With misses over the limit in the standard condition: no change can be blamed for them."""
    most = highest([spot for spot in figures.standard if spot.value > asked.limit])
    return Message("site-already", {"sentence": message, "rate": most.value}) if most else message


def _reservations(
    asked: Asked, figures: Evidence, threshold: ThresholdEntry | None
) -> tuple[Message, ...]:
    missed: Sequence[Spot] = [*figures.inside, *figures.beside]
    reasons = []
    if not all(shown(s, asked.limit) for s in missed):
        reasons.append(Message("site-interval-wide"))
    rate = asked.rate(threshold)
    if any(too_loose(s, rate) for s in figures.strangers):
        reasons.append(Message("site-strangers-loose", {"asked": rate}))
    elif threshold and rate_open(threshold, rate):
        reasons.append(Message("site-rate-open", {"asked": rate}))
    return tuple(reasons)


def _undecided(asked: Asked, threshold: ThresholdEntry | None) -> Message | str:
    if threshold is None or threshold.value is None:
        note = threshold.note if threshold else ""
        return stored_message(note) if note else Message("site-no-threshold")
    rate = asked.rate(threshold)
    rates: dict[str, Value] = {"set": threshold.fmr, "asked": rate}
    if stricter(threshold.fmr, rate):
        return Message("site-misses-less", rates)
    return Message("site-misses-more", rates)
