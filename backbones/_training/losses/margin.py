"""Angular margins: the combined margin of the study's equation 1, ArcFace and CosFace.

The study (equation 1): the logit of the right class is s (cos(m1 theta + m2) - m3), that of every
other class s cos(theta). insightface's `CombinedMarginLoss` never combines: m3 > 0 is CosFace and
silently leaves m1 and m2 out, m1 = 1 with m3 = 0 is ArcFace, anything else raises; and it changes
ArcFace's logits in place without a gradient, so that back-propagation goes straight through
(dL/dcos = s (p - y)), where the derivative has the factor sin(theta + m2) / sin(theta). Both are
offered by name.
"""

from __future__ import annotations

from typing import Literal

import torch
from torch import nn
from torch.nn import functional

from probe.errors import UsageError
from probe.wording import Message, refusal

Gradient = Literal["insightface", "exact"]

LIMIT = 1e-6
"""Distance from +-1 at which the exact derivative of arccos is cut: it grows without bound."""


class CombinedMargin(nn.Module):
    """s (cos(m1 theta + m2) - m3) for the right class, s cos(theta) for the others.

    Args:
        scale: s, the length the unit features are given.
        m1: multiplies the angle (SphereFace); 1 for none.
        m2: added to the angle, in radians (ArcFace); 0 for none.
        m3: taken from the cosine (CosFace); 0 for none.
        gradient: `insightface` passes the angular margin's gradient straight through; `exact`
            differentiates the formula.
    """

    def __init__(
        self, scale: float, m1: float, m2: float, m3: float, gradient: Gradient = "exact"
    ) -> None:
        super().__init__()
        if scale <= 0 or m1 <= 0 or m2 < 0 or m3 < 0:
            raise refusal(
                UsageError,
                Message(
                    "train-margin-values",
                    {"scale": str(scale), "m1": str(m1), "m2": str(m2), "m3": str(m3)},
                ),
            )
        self.scale, self.m1, self.m2, self.m3, self.gradient = scale, m1, m2, m3, gradient

    def forward(self, cosines: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Logits `(n, classes)`.

        Args:
            cosines: `(n, classes)`, -1 to 1.
            labels: `(n,)`; -1 for a row whose class is not among the columns.
        """
        rows = torch.nonzero(labels >= 0).flatten()
        if not len(rows):
            return cosines * self.scale
        right = cosines[rows, labels[rows]]
        changed = cosines.index_put((rows, labels[rows]), self._with_margin(right))
        return changed * self.scale

    def _with_margin(self, right: torch.Tensor) -> torch.Tensor:
        if self.m1 == 1 and self.m2 == 0:
            return right - self.m3
        if self.gradient == "insightface":
            with torch.no_grad():
                moved = torch.cos(self.m1 * torch.arccos(right) + self.m2)
            return right + (moved - right).detach() - self.m3
        angle = torch.arccos(right.clamp(-1 + LIMIT, 1 - LIMIT))
        return torch.cos(self.m1 * angle + self.m2) - self.m3


def insightface_margin(scale: float, m1: float, m2: float, m3: float) -> CombinedMargin:
    """The margin that insightface's `CombinedMarginLoss(s, m1, m2, m3)` computes.

    Raises:
        UsageError: insightface refuses these numbers too.
    """
    if m3 > 0:
        return CombinedMargin(scale, 1.0, 0.0, m3, "insightface")
    if m1 == 1:
        return CombinedMargin(scale, 1.0, m2, 0.0, "insightface")
    raise refusal(
        UsageError, Message("train-margin-m1", {"m1": m1}), hint=Message("train-margin-combined")
    )


class MarginHead(nn.Module):
    """Class centres and a margin: from features and labels to the loss (PartialFC, rate 1).

    Args:
        dimension: of the features.
        classes: how many identities.
        margin: what the right class is given.
        spread: standard deviation of the centres at the start (insightface: 0.01).
    """

    def __init__(
        self, dimension: int, classes: int, margin: CombinedMargin, spread: float = 0.01
    ) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.normal(0.0, spread, (classes, dimension)))
        self.margin = margin

    def forward(self, features: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Mean cross-entropy of features `(n, d)` with labels `(n,)`."""
        unit = functional.normalize(features.float())
        cosines = functional.linear(unit, functional.normalize(self.weight.float())).clamp(-1, 1)
        return functional.cross_entropy(self.margin(cosines, labels), labels)
