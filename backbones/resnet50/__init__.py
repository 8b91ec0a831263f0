"""A plain ResNet-50 trained on people: torchreid's, open-reid's, HHL's and FD-GAN's encoders."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError

_CARD = BackboneCard(
    architecture="resnet50",
    summary="ResNet-50 trunk of torchreid, open-reid, HHL or FD-GAN weights, averaged",
    feature="global average of the last map, 2048-d, before any further layer",
    dimension=2048,
    licence="that of the weights",
    source="kaiyangzhou.github.io/deep-person-reid/MODEL_ZOO, github.com/yxgeee/FD-GAN, "
    "github.com/zhunzhong07/HHL",
    options={"last_stride": 2},
)

ROOTS = ("", "base.", "base_model.base.", "backbone.", "model.")
"""Where the trunk is stored: bare, open-reid and HHL, FD-GAN, other wrappers."""

HEADS = ("fc.", "classifier.", "head.")
"""What training adds and no vector needs."""


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones._torch.resnet import ResNet50

    stride = card.options.get("last_stride", 2)
    if stride not in (1, 2):
        raise CheckpointError(f"the last stride of {card.name} is 1 or 2, not {stride}")
    checkpoint = checkpoint_of(card, weights)
    if "bottleneck.weight" in stripped(checkpoint.tensors):
        raise CheckpointError(
            "these are weights of reid-strong-baseline, whose trunk has no ReLU after its stem",
            place=checkpoint.path,
            hint=f"Use --backbone ibn={checkpoint.path}",
        )
    network = ResNet50(int(stride))
    return fill(card, checkpoint, runtime, network, roots=ROOTS, heads=HEADS)


spec = BackboneSpec(cards=(_CARD,), load=_load)
