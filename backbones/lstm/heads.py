"""The heads of training: FC-2048, classes and the triplet embedding, with HHL's names.

HHL (reid/models/resnet.py): a linear layer, batch norm and ReLU give the feature; the triplet
embedding is taken before dropout, the classes after it. Document 003 names the same layers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones.lstm.model import LstmShape
from probe.backbones.lstm.pooling import PARTS

SPREAD = 0.001
"""Standard deviation of classifier and triplet layer at the start, as in HHL."""


@dataclass(frozen=True)
class HeadSizes:
    """What all heads have.

    Attributes:
        features: of the first layer; the document has 2048, HHL 1024.
        embedding: of the triplet layer; both have 128.
        dropout: before the classes; both have 0.5.
        classes: people of the source.
    """

    features: int
    embedding: int
    dropout: float
    classes: int


@dataclass(frozen=True, eq=False)
class HeadOutputs:
    """What a head says of n pictures.

    Attributes:
        embedding: `(n, embedding)`, for triplets.
        logits: `(n, classes)`.
        weight: of its losses in the sum.
    """

    embedding: torch.Tensor
    logits: torch.Tensor
    weight: float = 1.0

    def split(self, counts: Sequence[int]) -> list[HeadOutputs]:
        """The first `counts[0]` pictures, the next `counts[1]`, and so on."""
        sizes = list(counts)
        cut = torch.split(self.embedding, sizes), torch.split(self.logits, sizes)
        parts = zip(*cut, strict=True)
        return [HeadOutputs(embedding, logits, self.weight) for embedding, logits in parts]


class PartHead(nn.Module):
    """Classes and triplet embedding of a feature.

    Args:
        inputs: numbers of the feature.
        sizes: see `HeadSizes`; `features` is not used.
    """

    def __init__(self, inputs: int, sizes: HeadSizes) -> None:
        super().__init__()
        self.triplet = nn.Linear(inputs, sizes.embedding)
        self.drop = nn.Dropout(sizes.dropout)
        self.classifier = nn.Linear(inputs, sizes.classes)
        for layer in (self.triplet, self.classifier):
            nn.init.normal_(layer.weight, std=SPREAD)
            nn.init.zeros_(layer.bias)

    def outputs(self, feature: torch.Tensor) -> HeadOutputs:
        """Of features `(n, inputs)`."""
        return HeadOutputs(self.triplet(feature), self.classifier(self.drop(feature)))


class BranchHead(PartHead):
    """A linear layer, batch norm and ReLU, then classes and triplet embedding."""

    def __init__(self, inputs: int, sizes: HeadSizes) -> None:
        super().__init__(sizes.features, sizes)
        self.feat = nn.Linear(inputs, sizes.features)
        self.feat_bn = nn.BatchNorm1d(sizes.features)
        nn.init.kaiming_normal_(self.feat.weight, mode="fan_out")
        nn.init.zeros_(self.feat.bias)

    def feature(self, x: torch.Tensor) -> torch.Tensor:
        """`(n, inputs)` to `(n, features)`, before dropout."""
        return torch.relu(self.feat_bn(self.feat(x)))

    def outputs(self, feature: torch.Tensor) -> HeadOutputs:
        """Of what a branch gives `(n, inputs)`."""
        return super().outputs(self.feature(feature))


class Heads(nn.Module):
    """The heads of a network.

    Attributes:
        whole: of the global branch, on POOL-5.
        local: of the local branch, one on all steps of the LSTM together or one for each part; None
            without one.
    """

    def __init__(self, shape: LstmShape, sizes: HeadSizes) -> None:
        super().__init__()
        self.whole = BranchHead(shape.pooled_length, sizes)
        self.local: BranchHead | nn.ModuleList | None = None
        if shape.local == "lstm":
            self.local = BranchHead(PARTS * shape.part_length, sizes)
        elif shape.local == "independent":
            self.local = nn.ModuleList(PartHead(shape.part_length, sizes) for _ in range(PARTS))

    def outputs(self, whole: torch.Tensor, parts: torch.Tensor | None) -> list[HeadOutputs]:
        """Of POOL-5 `(n, pooled_length)` and, with a local branch, its parts `(n, 3, length)`.

        The heads of independent parts weigh together what the head of the LSTM does.
        """
        outputs = [self.whole.outputs(whole)]
        if parts is None or self.local is None:
            return outputs
        if isinstance(self.local, BranchHead):
            return [*outputs, self.local.outputs(parts.flatten(1))]
        for at, head in enumerate(self.local):
            if isinstance(head, PartHead):
                part = head.outputs(parts[:, at])
                outputs.append(HeadOutputs(part.embedding, part.logits, 1 / PARTS))
        return outputs

    def without_optimiser(self) -> list[nn.Parameter]:
        """What HHL's optimiser has no group for: feat, feat_bn and triplet, in every head."""
        return [
            parameter
            for name, parameter in self.named_parameters()
            if {"feat", "feat_bn", "triplet"} & set(name.split("."))
        ]
