"""FD-GAN (Ge et al., NeurIPS 2018): pose-invariant features by generating people in other poses.

`fdgan` gives the features of its image encoder E_I, or of the additional encoder E_A of document 0
where the weights have one (Model A, Model B); `fdgan_pairs` scores pairs with the verification
head that was trained with these features.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, PairScorer, Runtime
from probe.wording import Message

_ENCODER = BackboneCard(
    architecture="fdgan",
    summary=Message("card-summary-fdgan"),
    feature=Message("card-feature-encoder", {"pairs": False, "model": None}),
    dimension=2048,
    licence=Message("card-licence-not-stated"),
    source="github.com/yxgeee/FD-GAN",
    options={"encoder": "last", "last_stride": 2},
)
_PAIRS = _ENCODER.with_changes(
    architecture="fdgan_pairs",
    summary=Message("card-summary-fdgan-pairs"),
    feature=Message("card-feature-of-head"),
    score="log odds of one person",
    score_range=None,
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone | PairScorer:
    from probe.backbones.fdgan.opening import open_encoder, open_pairs

    if card.architecture == _PAIRS.architecture:
        return open_pairs(card, weights, runtime)
    return open_encoder(card, weights, runtime)


spec = BackboneSpec(cards=(_ENCODER, _PAIRS), load=_load)
