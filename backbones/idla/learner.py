"""What the pair network learns: pairs told apart, then the hardest pairs of two people."""

from __future__ import annotations

from typing import Literal, cast

import torch
from torch.nn import functional

from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import (
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)
from probe.backbones._training.recipe_part import Count
from probe.backbones.idla.model import PairNetwork, together
from probe.backbones.idla.shape import PAIRS


class PairNetworkObjective(Objective):
    """Cross-entropy over one person and two; needs a sampler of kind `pairs`."""

    kind: Literal["pair_network"]

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The pair network."""
        network_named(networks, PAIRS, self.kind)
        return PairNetworkLearner(networks)


class PairNetworkLearner(Learner):
    """Both pictures of a pair through the network."""

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Loss of the pairs (pictures 0 and 1, 2 and 3, ...), and the share that is told right."""
        batch = prepared.only
        same = batch.labels[0::2] == batch.labels[1::2]
        network = cast("PairNetwork", self.networks[PAIRS])
        return told_apart(network, batch.pictures[0::2], batch.pictures[1::2], same)


class HardNegativesObjective(Objective):
    """The same over the pairs of one person of a batch, and the hardest pairs of two of it.

    The paper looks for the hardest among all pairs of the training set, once; here they are looked
    for in each batch anew, with a sampler of kind `people_times_pictures`: no pass over millions
    of pairs, and they stay hard as the network learns. What is not to move is `frozen` in the
    recipe; the paper trains the last layer only.

    Attributes:
        kind: `hard_negatives`.
        negatives: pairs of two people for each pair of one (the paper: 1).
    """

    kind: Literal["hard_negatives"]
    negatives: Count

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The pair network."""
        network_named(networks, PAIRS, self.kind)
        return HardNegativesLearner(networks, self.negatives)


class HardNegativesLearner(Learner):
    """Every pair of a batch is compared; those of one person and the hardest others are learnt."""

    def __init__(self, networks: Networks, negatives: int) -> None:
        super().__init__(networks)
        self.negatives = negatives

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Loss of the pairs, the share that is told right, and the mean log odds of the hardest."""
        batch = prepared.only
        network = cast("PairNetwork", self.networks[PAIRS])
        every = torch.arange(len(batch.labels), device=batch.labels.device)
        first, second = torch.combinations(every).T
        same = batch.labels[first] == batch.labels[second]
        others = torch.nonzero(~same)[:, 0]
        odds = odds_of_pairs(network, batch.pictures, first[others], second[others])
        wanted = min(self.negatives * int(same.sum()), len(others))
        hardest = odds.topk(wanted)
        chosen = torch.cat([torch.nonzero(same)[:, 0], others[hardest.indices]])
        sides = batch.pictures[first[chosen]], batch.pictures[second[chosen]]
        step = told_apart(network, *sides, same[chosen])
        return Step(step.loss, {**step.watched, "hardest": hardest.values.mean()})


def told_apart(
    network: PairNetwork, first: torch.Tensor, second: torch.Tensor, same: torch.Tensor
) -> Step:
    """Cross-entropy of pairs, and the share that is told right.

    Args:
        network: in training.
        first: normalised pictures `(n, 3, h, w)`.
        second: those that they are compared with.
        same: `(n,)` whether a pair shows one person.
    """
    logits = network(first, second).float()
    column = network.rules.same
    labels = torch.where(same, column, 1 - column)
    right = (logits.detach().argmax(1) == labels).float().mean()
    return Step(functional.cross_entropy(logits, labels), {"right": right})


@torch.no_grad()
def odds_of_pairs(
    network: PairNetwork, pictures: torch.Tensor, first: torch.Tensor, second: torch.Tensor
) -> torch.Tensor:
    """`(pairs,)` log odds of one person, every picture through the convolutions once.

    Args:
        network: in training.
        pictures: normalised, `(n, 3, h, w)`.
        first: `(pairs,)` numbers of the first pictures.
        second: `(pairs,)` numbers of the second pictures.
    """
    maps = network.maps(pictures)
    others = maps if network.rules.tied else network.maps(pictures, second=True)
    odds = []
    at_a_time = together(maps.device)
    for at in range(0, len(first), at_a_time):
        part = slice(at, at + at_a_time)
        logits = network.compare(maps[first[part]], others[second[part]])
        odds.append(network.log_odds(logits).float())
    return torch.cat(odds)
