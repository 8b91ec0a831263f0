"""reid-strong-baseline ("Bag of Tricks", Luo et al., CVPRW 2019, arXiv 1903.07071)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError

_PLAIN = BackboneCard(
    architecture="strong_baseline",
    summary="Bag of Tricks ResNet-50 with BNNeck (reid-strong-baseline weights)",
    feature="global average, 2048-d, after the BNNeck",
    dimension=2048,
    licence="code MIT; weights: see where they come from",
    source="github.com/michuanhaohao/reid-strong-baseline, whose README links weights",
    options={"last_stride": 1, "neck": "after"},
)
_IBN = _PLAIN.with_changes(
    architecture="strong_baseline_ibn_a",
    summary="Bag of Tricks ResNet-50-IBN-a with BNNeck (reid-strong-baseline weights)",
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.opening import open_backbone
    from probe.backbones.strong_baseline.model import StrongBaseline

    stride, neck = card.options.get("last_stride", 1), card.options.get("neck", "after")
    if stride not in (1, 2) or neck not in ("before", "after"):
        raise CheckpointError(
            f"{card.name} takes last_stride 1 or 2 and neck before or after, "
            f"not {stride} and {neck}"
        )
    network = StrongBaseline(
        last_stride=int(stride), ibn_a=card.architecture.endswith("ibn_a"), after=neck == "after"
    )
    heads = ("classifier.", "base.fc.")
    return open_backbone(card, weights, runtime, network, heads=heads)


spec = BackboneSpec(cards=(_PLAIN, _IBN), load=_load)
