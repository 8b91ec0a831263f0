"""What a heat map of mean cosines does not say by itself."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from statistics import fmean

from probe.conclusions.findings.factor import FEW_MODELS
from probe.conclusions.findings.facts import Cells, Spot, highest
from probe.conclusions.findings.identity import rises_without_identity
from probe.conclusions.findings.sentence import NOTHING, Sentence, finding, say
from probe.protocol.labels import condition_value
from probe.runs.stored import Finding
from probe.wording import Message, Value

FEWEST_PAIRS = 3
"""Pairs of conditions of which one can stand out from the others (ours)."""

TURN = "orientation"
"""The factor whose order rendered people do not tell (`benchmarks/rendered_against_real.py`)."""


@dataclass(frozen=True)
class _Rise:
    """The pair of different conditions of highest mean score, and the mean over all others."""

    mean: Spot
    strangers: Spot
    auc: Spot
    others: tuple[float, float, float]

    @property
    def empty(self) -> bool:
        """Whether people are told apart no better there than in the other pairs."""
        means, aucs = (self.others[0], self.mean.value), (self.others[2], self.auc.value)
        return rises_without_identity(means, aucs)


def rises(cells: Cells, protocol: str) -> list[Finding]:
    """The finding `rise` of a protocol, where there is something to say.

    Says of each model whose highest score between two different conditions goes with no better
    AUC than the other pairs have that this rise is no sign of identity; and of rendered people
    that they do not tell which turn is hard.
    """
    sentence = _no_identity(cells, protocol) + _order_of_turns(cells, protocol)
    return [finding(cells, "rise", sentence, protocol)] if sentence else []


def _no_identity(cells: Cells, protocol: str) -> Sentence:
    found = [_rise(cells, protocol, name) for name in cells.facts.backbones]
    told = [rise for rise in found if rise is not None]
    empty = [rise for rise in told if rise.empty]
    if not empty:
        return NOTHING
    spots = [spot for rise in empty for spot in (rise.mean, rise.strangers, rise.auc)]
    score = cells.facts.score_of(*cells.facts.backbones)
    if len(empty) > FEW_MODELS:
        values: dict[str, Value] = {"count": len(empty), "models": len(told), **score}
        return say(Message("rise-many", values), spots)
    models = tuple(_of_model(cells, rise) for rise in empty)
    return say(Message("rise", {"models": models, **score}), spots)


def _rise(cells: Cells, protocol: str, backbone: str) -> _Rise | None:
    """None where fewer than three pairs have all figures."""
    pairs = []
    for i, j in combinations(range(len(cells.protocols[protocol].conditions)), 2):
        mean, auc = (cells.spot(protocol, backbone, i, j, figure) for figure in ("mean", "auc"))
        strangers = cells.spot(protocol, backbone, i, j, "mean", "at_large")
        if mean and auc and strangers:
            pairs.append((mean, strangers, auc))
    top = highest([mean for mean, *_ in pairs])
    if top is None or len(pairs) < FEWEST_PAIRS:
        return None
    (best,) = (pair for pair in pairs if pair[0] is top)
    rest = [pair for pair in pairs if pair[0] is not top]
    means = tuple(fmean(pair[k].value for pair in rest) for k in range(3))
    return _Rise(*best, (means[0], means[1], means[2]))


def _of_model(cells: Cells, rise: _Rise) -> Message:
    protocol = cells.protocols[rise.mean.protocol]
    first, second = (
        condition_value(protocol, protocol.conditions[index])
        for index in (rise.mean.i, rise.mean.j)
    )
    values: dict[str, Value] = {
        "model": cells.facts.shown(rise.mean.backbone),
        "first": first,
        "second": second,
        "mean": rise.mean.value,
        "mean_others": rise.others[0],
        "strangers": rise.strangers.value,
        "strangers_others": rise.others[1],
        "auc": rise.auc.value,
        "auc_others": rise.others[2],
    }
    return Message("rise-of-model", values)


def _order_of_turns(cells: Cells, protocol: str) -> Sentence:
    factors = {factor.name for factor in cells.protocols[protocol].factors}
    if protocol not in cells.facts.rendered or TURN not in factors:
        return NOTHING
    return say(Message("rise-rendered-turns"))
