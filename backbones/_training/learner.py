"""What is trained: a network with an objective; and the two of the study."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch
from torch import nn

from probe.backbones._training.losses.contrast import KeyQueue, info_nce
from probe.backbones._training.losses.margin import MarginHead
from probe.backbones._training.processes import gathered, in_groups, shuffled_together


@dataclass(frozen=True, eq=False)
class Step:
    """What a batch gave: the loss, and a share of right answers 0..1 to watch."""

    loss: torch.Tensor
    right: torch.Tensor


class Learner(nn.Module):
    """Base of what the loop trains.

    Attributes:
        backbone: what is kept in the end: normalised `(n, 3, h, w)` to `(n, d)`.
        views: augmented views of each picture that a batch holds.
    """

    views = 1

    def __init__(self, backbone: nn.Module) -> None:
        super().__init__()
        self.backbone = backbone

    def forward(self, views: torch.Tensor, labels: torch.Tensor) -> Step:
        """Loss of views `(views, n, 3, h, w)` with labels `(n,)`."""
        raise NotImplementedError

    def trained(self) -> list[nn.Parameter]:
        """Parameters the optimiser changes."""
        return [each for each in self.parameters() if each.requires_grad]


class IdentityLearner(Learner):
    """Tells identities apart: ArcFace and its kind."""

    def __init__(self, backbone: nn.Module, head: MarginHead) -> None:
        super().__init__(backbone)
        self.head = head

    def forward(self, views: torch.Tensor, labels: torch.Tensor) -> Step:
        """Loss and share of pictures nearest to their own class centre."""
        features = self.backbone(views[0])
        loss = self.head(features, labels)
        with torch.no_grad():
            centres = nn.functional.normalize(self.head.weight)
            near = (features.float() @ centres.T).argmax(1)
        return Step(loss, (near == labels).float().mean())


class ContrastLearner(Learner):
    """MoCo v2: queries against keys of a slowly following copy.

    Args:
        backbone: `(n, 3, h, w)` to `(n, feature)`.
        feature: length of its feature.
        head: widths of the MLP head's layers; the first 0 means `feature`.
        queue: keys kept.
        momentum: share of the key encoder kept by each step.
        temperature: divides the cosines.
        groups: parts of a batch that batch norms see by themselves.
    """

    views = 2

    def __init__(
        self,
        backbone: nn.Module,
        feature: int,
        head: tuple[int, int],
        queue: int,
        momentum: float,
        temperature: float,
        groups: int,
    ) -> None:
        super().__init__(backbone)
        inner = head[0] or feature
        self.head = nn.Sequential(
            nn.Linear(feature, inner), nn.ReLU(inplace=True), nn.Linear(inner, head[1])
        )
        self.key_encoder = copy.deepcopy(nn.Sequential(self.backbone, self.head))
        for parameter in self.key_encoder.parameters():
            parameter.requires_grad_(False)
        self.queue = KeyQueue(head[1], queue)
        self.momentum, self.temperature, self.groups = momentum, temperature, groups

    def forward(self, views: torch.Tensor, labels: torch.Tensor) -> Step:
        """Contrastive loss, and share of queries whose own key is the nearest."""
        online = nn.Sequential(self.backbone, self.head)
        queries = in_groups(views[0], online, self.groups).float()
        with torch.no_grad():
            self._follow()
            keys = shuffled_together(views[1], self.key_encoder, self.groups).float()
        found = info_nce(queries, keys, self.queue.keys.clone(), self.temperature)
        self.queue.put(gathered(keys))
        return Step(found.loss, (found.logits.argmax(1) == 0).float().mean())

    def _follow(self) -> None:
        """The key encoder goes a little towards the query encoder; its batch norms do not."""
        online = [*self.backbone.parameters(), *self.head.parameters()]
        for kept, now in zip(self.key_encoder.parameters(), online, strict=True):
            kept.lerp_(now.detach(), 1 - self.momentum)
