"""The verdict on each model over everything a run measured: what a report opens with."""

from __future__ import annotations

from collections.abc import Sequence

from probe.conclusions.findings.evidence import Evidence, Place, evidence
from probe.conclusions.findings.facts import Cells
from probe.conclusions.findings.recommendation import Answer, Asked, at_most, recommendation
from probe.conclusions.findings.sentence import Sentence, finding, say
from probe.protocol.labels import condition_value, factors_value
from probe.protocol.model import Protocol
from probe.runs.stored import Finding
from probe.wording import Message, Value

VERDICT = "verdict"
"""Key of these findings."""


def verdicts(cells: Cells) -> list[Finding]:
    """The verdict on all models together, then one a model (its title is the backbone).

    They are about every measured level of the changes that a good model should not react to, and
    say what `probe advise` says of a site at which all of that occurs. None where every change that
    was measured should lower the score.
    """
    protocols = [p for p in cells.protocols.values() if p.expectation == "invariant"]
    if not protocols:
        return []
    places = [Place(protocol.name, protocol.conditions, ()) for protocol in protocols]
    asked = Asked(cells.facts.limit)
    answers: list[Answer] = []
    single: list[Finding] = []
    for backbone in cells.facts.backbones:
        figures = evidence(cells, places, backbone)
        answer, said = recommendation(cells, backbone, asked, figures)
        reason = _reason(cells, answer, figures) or said.messages[0]
        message = Message("verdict-on-model", {"answer": answer, "reason": reason})
        single.append(finding(cells, VERDICT, Sentence((message,), said.spots), title=backbone))
        answers.append(answer)
    together = say(_together(cells, protocols, answers))
    return [finding(cells, VERDICT, together), *single]


def _reason(cells: Cells, answer: Answer, figures: Evidence) -> Message | None:
    """Levels without a figure, said of a run and not of a site."""
    if answer != "unmeasured":
        return None
    values: dict[str, Value] = {"levels": figures.silent}
    if figures.worst is None:
        return Message("verdict-nothing-measured")
    return Message("verdict-partly-measured", {**values, "misses": at_most(cells, figures.worst)})


def _together(cells: Cells, protocols: Sequence[Protocol], answers: Sequence[Answer]) -> Message:
    """Which models may be used, over what, held against what; `none` is an answer."""
    names, backbones = cells.facts.names, cells.facts.backbones
    used = [names[b] for b, answer in zip(backbones, answers, strict=True) if answer == "use"]
    axes = {axis.name: axis for protocol in protocols for axis in protocol.axes}
    standards = dict.fromkeys(condition_value(p, p.standard) for p in protocols)
    values: dict[str, Value] = {
        "factors": factors_value(list(axes.values())),
        "conditions": tuple(standards),
        "models": len(backbones),
        "used": tuple(used),
        "count": len(used),
    }
    if used:
        return Message("verdict-used", values)
    every = all(answer == "avoid" for answer in answers)
    judged = any(answer != "undecided" for answer in answers)
    which = "avoid" if every else "open" if judged else "undecided"
    return Message("verdict-none-used", {**values, "which": which})
