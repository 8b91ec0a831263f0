"""IDLA (Ahmed, Jones and Marks, CVPR 2015): a network that compares two pictures place by place.

It gives no vector of a picture: every pair goes through it. Liu et al. rank people with it in the
method that document 1 compares itself with.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import BackboneCard, BackboneSpec, PairScorer, Runtime
from probe.wording import Message

_PAIRS = BackboneCard(
    architecture="idla",
    summary=Message("card-summary-idla"),
    input_size=(160, 60),
    feature=Message("card-feature-idla"),
    dimension=25 * 37 * 12,
    licence=Message("card-licence-none-published"),
    source=Message("card-source-idla"),
    options={"port": "paper"},
    score="log odds of one person",
    score_range=None,
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> PairScorer:
    from probe.backbones.idla.opening import open_pairs

    return open_pairs(card, weights, runtime)


spec = BackboneSpec(cards=(_PAIRS,), load=_load)
