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
    summary=Message("card-summary-ibn"),
    feature=Message("card-feature-ibn"),
    dimension=2048,
    licence=Message("card-licence-code", {"code": "MIT (reid-strong-baseline, IBN-Net)"}),
    source=Message(
        "card-source-two",
        {
            "first": "github.com/michuanhaohao/reid-strong-baseline",
            "second": "github.com/XingangPan/IBN-Net",
        },
    ),
    options={"last_stride": 1, "neck": "after", "stem_relu": "official"},
)
_PLAIN = _IBN.with_changes(
    architecture="strong_baseline",
    summary=Message("card-summary-older-ibn", {"trunk": "plain"}),
    feature=Message("card-feature-bnneck", {"dimension": 2048}),
)
_IBN_A = _PLAIN.with_changes(
    architecture="strong_baseline_ibn_a",
    summary=Message("card-summary-older-ibn", {"trunk": "ibn-a"}),
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
