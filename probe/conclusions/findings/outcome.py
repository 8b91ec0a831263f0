"""How each factor came out: what breaks the match, what costs some models, what holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probe.conclusions.findings.facts import Cells, Spot, highest
from probe.conclusions.findings.sentence import NOTHING, Sentence, say
from probe.conclusions.findings.usable import within_limit
from probe.conclusions.findings.use import most_missed
from probe.protocol.labels import factors_value
from probe.wording import Message


@dataclass(frozen=True)
class Outcome:
    """One protocol against the standard condition, over all models.

    Attributes:
        protocol: its name.
        expectation: `invariant` or `sensitive`.
        worst: of each model that has misses to count, the level where most are missed, with the
            joint limits of the worst level.
        over: the models whose misses exceed the limit at some level.
        sure: the models of `over` that are shown to: a lower joint limit lies above the limit.
        shown: the models that are shown to stay within the limit at every level, the standard one
            included, by their upper joint limits.
        models: how many models the study has.
        change: what has to change for misses to exceed the limit with every model of `over`: the
            factor, or the series.
        already: misses over the limit in the standard condition itself, before anything changes.
    """

    protocol: str
    expectation: str
    worst: tuple[Spot, ...]
    over: tuple[str, ...]
    sure: tuple[str, ...]
    shown: tuple[str, ...]
    models: int
    change: Message
    already: tuple[Spot, ...]

    @property
    def counted(self) -> bool:
        """Whether every model has misses to count."""
        return len(self.worst) == self.models > 0

    @property
    def breaks(self) -> bool:
        """Every model is shown to miss more than the limit somewhere."""
        return self.counted and len(self.sure) == self.models and not self.already

    @property
    def holds(self) -> bool:
        """No model missed more than the limit at any measured level: of these people."""
        return self.counted and not self.over and not self.already

    @property
    def holds_for_others(self) -> bool:
        """Every model is shown to stay within the limit at every measured level."""
        return self.holds and len(self.shown) == self.models

    @property
    def most(self) -> Spot:
        """The level and model with most misses."""
        spot = highest(self.worst)
        assert spot is not None
        return spot


def outcomes(cells: Cells) -> list[Outcome]:
    """The outcome of every protocol, in order."""
    return [_outcome(cells, name) for name in cells.protocols]


def _outcome(cells: Cells, protocol: str) -> Outcome:
    worst: list[Spot] = []
    over: list[str] = []
    sure: list[str] = []
    shown: list[str] = []
    limit = cells.facts.limit
    for name in cells.facts.backbones if cells.facts.decided else ():
        spots = cells.against_standard(protocol, name, "fnmr")
        if (spot := most_missed(spots)) is None:
            continue
        worst.append(spot)
        if not within_limit(spots, limit):
            over.append(name)
        if any(s.joint_low > limit for s in spots):
            sure.append(name)
        standard = cells.at_standard(name, "fnmr", protocol=protocol)
        if spot.joint_high <= limit and (standard is None or standard.joint_high <= limit):
            shown.append(name)
    return Outcome(
        protocol=protocol,
        expectation=cells.protocols[protocol].expectation,
        worst=tuple(worst),
        over=tuple(over),
        sure=tuple(sure),
        shown=tuple(shown),
        models=len(cells.facts.backbones),
        change=_change(cells, protocol, over, worst),
        already=cells.failing(protocol),
    )


def _change(cells: Cells, name: str, over: Sequence[str], worst: Sequence[Spot]) -> Message:
    """The series' title where some model of `over` loses no one within the standard series.

    Of crossed factors those that differ from the standard where every model of `over` misses most.
    """
    protocol = cells.protocols[name]
    if protocol.series is None or not over:
        changes = {cells.changed(spot) for spot in worst if spot.backbone in over}
        return changes.pop() if len(changes) == 1 else cells.title(name)
    block = [c for c in protocol.conditions if c.series == protocol.standard.series]
    limit = cells.facts.limit
    calm = any(
        within_limit(cells.against_standard(name, backbone, "fnmr", among=block), limit)
        for backbone in over
    )
    return factors_value([protocol.series]) if calm else cells.title(name)


def not_shown(cells: Cells, held: Sequence[Outcome]) -> Sentence:
    """Says where people were missed seldom, but it is not shown that others would be."""
    open_ones = [outcome for outcome in held if not outcome.holds_for_others]
    if not open_ones:
        return NOTHING
    factors = tuple(cells.title(outcome.protocol) for outcome in open_ones)
    return say(Message("held-not-shown", {"limit": cells.facts.limit, "factors": factors}))


def invariant(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes of factors that a good model should not react to."""
    return [outcome for outcome in outcomes if outcome.expectation == "invariant"]
