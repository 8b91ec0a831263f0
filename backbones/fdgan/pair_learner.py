"""Stages that learn from pairs: I (E_I and its head), the transfer (E_A and C_v), the Baseline."""

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
from probe.backbones.fdgan.additional import DomainEncoder, Model
from probe.backbones.fdgan.encoder import Siamese

ENCODER, DOMAIN = "encoder", "domain"
"""Networks: E_I with its head; E_I with E_A and C_v."""


class VerificationObjective(Objective):
    """E_I and its head by cross-entropy over different and same: stage I, and the Baseline.

    The Baseline of document 0 is this on the new domain, everything but E_I's last block `frozen`.
    """

    kind: Literal["verification"]

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The encoder with its head."""
        network_named(networks, ENCODER, self.kind)
        return VerificationLearner(networks)


class VerificationLearner(Learner):
    """Both pictures of a pair through E_I, then the head."""

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Loss of the pairs (pictures 0 and 1, 2 and 3, ...), and the share that is told right."""
        batch = prepared.only
        encoder = cast("Siamese", self.networks[ENCODER])
        features = encoder(batch.pictures).float()
        logits = encoder.embed_model(features[0::2], features[1::2])
        same = (batch.labels[0::2] == batch.labels[1::2]).long()
        right = (logits.detach().argmax(1) == same).float().mean()
        return Step(functional.cross_entropy(logits, same), {"right": right})


class DomainObjective(Objective):
    """Document 0's transfer: E_A and, unless it is frozen, C_v; E_I gives maps and stays.

    Attributes:
        kind: `domain`.
        model: A (after the last block) or B (branched off before it).
        classifier_from_encoder: C_v begins as E_I's head (as one logit: same less different), not
            at random. Needed where C_v is frozen.
    """

    kind: Literal["domain"]
    model: Model
    classifier_from_encoder: bool

    def learner(self, networks: Networks, shape: NetworkShape, facts: DataFacts) -> Learner:
        """The networks with `domain`, which shares E_I with `encoder`."""
        encoder = cast("Siamese", network_named(networks, ENCODER, self.kind))
        if DOMAIN not in networks:
            networks[DOMAIN] = DomainEncoder(encoder, self.model)
        return DomainLearner(networks, copies_head=self.classifier_from_encoder)


class DomainLearner(Learner):
    """Both pictures of a pair through E_I as it is and E_A, then C_v."""

    def __init__(self, networks: Networks, *, copies_head: bool) -> None:
        super().__init__(networks)
        self.copies_head = copies_head

    @torch.no_grad()
    def begin(self) -> None:
        """C_v takes the head of E_I, where the recipe says so."""
        if not self.copies_head:
            return
        domain = cast("DomainEncoder", self.networks[DOMAIN])
        head = domain.encoder.embed_model
        domain.verifier.bn.load_state_dict(head.bn.state_dict())
        for name in ("weight", "bias"):
            two = getattr(head.classifier, name)
            getattr(domain.verifier.classifier, name).copy_((two[1] - two[0])[None])

    def forward(self, turn: str, prepared: Batch) -> Step:
        """Binary cross-entropy of the pairs, and the share that is told right."""
        batch = prepared.only
        domain = cast("DomainEncoder", self.networks[DOMAIN])
        with torch.no_grad():
            given = domain.shared_map(batch.pictures)
        features = domain.additional(given).mean((2, 3)).float()
        logits = domain.verifier.same(features[0::2], features[1::2])
        same = batch.labels[0::2] == batch.labels[1::2]
        right = ((logits.detach() > 0) == same).float().mean()
        loss = functional.binary_cross_entropy_with_logits(logits, same.to(logits.dtype))
        return Step(loss, {"right": right})
