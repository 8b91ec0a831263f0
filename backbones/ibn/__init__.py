"""reid-strong-baseline ("Bag of Tricks", Luo et al., CVPRW 2019, arXiv 1903.07071) with IBN-Net.

`ibn` takes the trunk that the weights file holds. The names `strong_baseline` and
`strong_baseline_ibn_a` are older ones for the same network with one of the two ResNet-50 trunks.
"""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

_IBN = BackboneCard(
    architecture="ibn",
    summary="strong baseline: ResNet or ResNet-IBN-a, as the weights have it, with BNNeck",
    feature="global average, after the BNNeck (2048-d for ResNet-50)",
    dimension=2048,
    licence=Message("card-licence-code", {"code": "MIT (reid-strong-baseline, IBN-Net)"}),
    source="github.com/michuanhaohao/reid-strong-baseline and github.com/XingangPan/IBN-Net",
    options={"last_stride": 1, "neck": "after", "stem_relu": "official"},
)
_PLAIN = _IBN.with_changes(
    architecture="strong_baseline",
    summary="older name of `ibn` with the plain ResNet-50 trunk",
    feature="global average, 2048-d, after the BNNeck",
)
_IBN_A = _PLAIN.with_changes(
    architecture="strong_baseline_ibn_a",
    summary="older name of `ibn` with the ResNet-50-IBN-a trunk",
)

TRUNKS = {_PLAIN.architecture: False, _IBN_A.architecture: True}
"""Older name -> whether its trunk is IBN-a; `ibn` takes either."""


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.ibn.opening import open_ibn
    from probe.backbones.onnx.session import is_onnx, open_under_card

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    return open_ibn(card, weights, runtime, trunk=TRUNKS.get(card.architecture))


spec = BackboneSpec(cards=(_IBN, _PLAIN, _IBN_A), load=_load)
