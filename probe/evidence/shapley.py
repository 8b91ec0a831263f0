"""Which region of the picture made the similarity change: exact Shapley values over composites.

Picture A and picture B show the same person in two conditions; with k regions there are 2^k
composites that take each region from A or from B. The Shapley value of a region is its mean effect
over all orders in which the regions can be exchanged (Shapley 1953); the values sum to the whole
change, and no region's pixels leak into another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import factorial

import numpy as np
from numpy.typing import NDArray

from probe.contracts import Backbone, PairScorer
from probe.embedding.similarity import compared_by, similarities
from probe.errors import ComparisonError
from probe.masking.composites import Layers, composite
from probe.pictures.fitting import Fitting, fit_picture
from probe.wording import Message, refusal

Floats = NDArray[np.float64]

MOST_REGIONS = 10
"""Exact values need every subset of the regions: 1,024 pictures a pair at ten (ours)."""

_NO_CHANGE = 1e-9
"""A smaller change of a cosine is rounding (ours): there is nothing to share out."""


@dataclass(frozen=True, eq=False)
class ChangeShares:
    """What each region adds to the change of one similarity.

    Attributes:
        names: of the regions.
        parts: `(k,)`, in units of similarity; they sum to `after - before`.
        before, after: the similarity with picture A and with picture B.
    """

    names: tuple[str, ...]
    parts: Floats
    before: float
    after: float

    @property
    def change(self) -> float:
        """After minus before."""
        return self.after - self.before


def exact_shapley(values: Floats) -> Floats:
    """Shapley values `(k,)` of a game of k players.

    Args:
        values: `(2^k,)`; entry m is the worth of the coalition of the players whose bits are set.

    Raises:
        ComparisonError: the number of values is not a power of two.
    """
    players = int(values.size).bit_length() - 1
    if values.size != 1 << players:
        raise ComparisonError(f"{values.size} values are no power of two")
    coalitions = np.arange(values.size)
    sizes = np.array([int(m).bit_count() for m in coalitions])
    parts = np.zeros(players)
    for player in range(players):
        without = coalitions[(coalitions >> player) & 1 == 0]
        joined = sizes[without]
        weight = np.array(
            [factorial(s) * factorial(players - s - 1) / factorial(players) for s in joined]
        )
        parts[player] = float(weight @ (values[without | (1 << player)] - values[without]))
    return parts


def change_shares(
    model: Backbone | PairScorer,
    fitting: Fitting,
    reference: NDArray[np.uint8],
    before: Layers,
    after: Layers,
) -> ChangeShares:
    """Charge the change of a similarity to the regions of the picture that changed.

    Args:
        model: any backbone or pair scorer.
        fitting: how pictures become its input.
        reference: the picture both are compared with, `uint8 (h, w, 3)`.
        before: the picture of the first condition with its layers.
        after: the picture of the second condition with the same layers.

    Raises:
        ComparisonError: other layers in one picture than in the other, or too many regions.
    """
    all_names = (*before.names, "background")
    if after.names != before.names or len(all_names) > MOST_REGIONS:
        raise refusal(
            ComparisonError,
            Message("evidence-other-regions", {"before": before.names, "after": after.names}),
            hint=Message("evidence-same-regions", {"most": MOST_REGIONS}),
        )
    before, after = _seen(before, after)
    names = (*before.names, "background")
    pictures = [
        fit_picture(composite(before, after, _taken(m, names)), fitting)
        for m in range(1 << len(names))
    ]
    fixed = compared_by(model, fit_picture(reference, fitting)[None])
    values = similarities(model, np.stack(pictures), fixed, 0)
    values_of_regions = dict(zip(names, exact_shapley(values), strict=True))
    parts = np.array([values_of_regions.get(name, 0.0) for name in all_names])
    return ChangeShares(all_names, parts, float(values[0]), float(values[-1]))


def _seen(before: Layers, after: Layers) -> tuple[Layers, Layers]:
    """Both pictures without the layers that neither shows: their exchange changes nothing."""
    seen = [n for n in before.names if before.masks[n].any() or after.masks[n].any()]
    kept = seen or list(before.names[:1])
    first, second = (
        replace(layers, masks={name: layers.masks[name] for name in kept})
        for layers in (before, after)
    )
    return first, second


def mean_shares(changes: Sequence[ChangeShares]) -> dict[str, float]:
    """Of the mean change over several pairs, the share 0..1 charged to each region.

    Raises:
        ComparisonError: nothing to average, or no change to share.
    """
    if not changes:
        raise refusal(ComparisonError, Message("evidence-no-change"))
    parts = np.mean([change.parts for change in changes], axis=0)
    total = float(parts.sum())
    if abs(total) < _NO_CHANGE:
        raise refusal(ComparisonError, Message("evidence-nothing-changed"))
    return dict(zip(changes[0].names, map(float, parts / total), strict=True))


def _taken(coalition: int, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name for k, name in enumerate(names) if coalition >> k & 1)
