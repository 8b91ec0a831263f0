"""Pairs of pictures told apart as same or different: FD-GAN's first stage, with a pair sampler."""

from __future__ import annotations

from typing import Literal

from torch.nn import functional

from probe.backbones._torch.verifier import Verifier
from probe.backbones._training.batch import Batch
from probe.backbones._training.learner import Learner, Step
from probe.backbones._training.objective import (
    BACKBONE,
    DataFacts,
    Networks,
    NetworkShape,
    Objective,
    network_named,
)

VERIFIER = "verifier"
"""Name of the network that tells pairs of features apart."""


class PairObjective(Objective):
    """Cross-entropy over same and different; needs a sampler of kind `pairs`."""

    kind: Literal["pairs"]

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The backbone with the network `verifier`."""
        network_named(networks, BACKBONE, self.kind)
        if VERIFIER not in networks:
            networks[VERIFIER] = Verifier(shape.length)
        return PairLearner(networks)


class PairLearner(Learner):
    """Both pictures of a pair through the same backbone, then the verifier."""

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Loss of the pairs (pictures 0 and 1, 2 and 3, ...), and the share that is told right."""
        batch = prepared.only
        features = self.networks[BACKBONE](batch.pictures).float()
        logits = self.networks[VERIFIER](features[0::2], features[1::2])
        same = (batch.labels[0::2] == batch.labels[1::2]).long()
        right = (logits.detach().argmax(1) == same).float().mean()
        return Step(functional.cross_entropy(logits, same), {"right": right})
