"""A plain ResNet-50 trained on people: torchreid's, open-reid's, HHL's and FD-GAN's encoders."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_CARD = BackboneCard(
    architecture="resnet50",
    summary=Message("card-summary-resnet50"),
    feature=Message("card-feature-map", {"dimension": 2048, "before": "layer"}),
    dimension=2048,
    licence=Message("card-licence-of-weights"),
    source="kaiyangzhou.github.io/deep-person-reid/MODEL_ZOO, github.com/yxgeee/FD-GAN, "
    "github.com/zhunzhong07/HHL",
    options={"last_stride": 2},
)

ROOTS = ("", "base.", "base_model.base.", "backbone.", "model.")
"""Where the trunk is stored: bare, open-reid and HHL, FD-GAN, other wrappers."""

CLASSIFIERS = ("fc.", "classifier.", "head.")
"""What training adds and no vector needs, where it looks like a classifier."""

ELSEWHERE = ("embed_model.",)
"""Beside FD-GAN's trunk: the head that verifies pairs."""

_OF_HHL = ("feat.", "feat_bn.", "triplet.")
_HHL_WIDTH = 1024
"""Beside HHL's trunk, whose test takes the trunk's vector; known by the width of its `feat`."""


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones._torch.resnet import ResNet50

    stride = card.options.get("last_stride", 2)
    if stride not in (1, 2):
        raise refusal(
            CheckpointError,
            Message("backbones-last-stride", {"card": card.name, "stride": str(stride)}),
        )
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    if {"bottleneck.weight", "base.conv1.weight"} <= set(tensors):
        raise refusal(
            CheckpointError,
            Message("backbones-strong-baseline"),
            place=checkpoint.path,
            hint=Message("backbones-use-ibn", {"file": str(checkpoint.path)}),
        )
    network = ResNet50(int(stride))
    of_hhl = "feat.weight" in tensors and len(tensors["feat.weight"]) == _HHL_WIDTH
    elsewhere = (*ELSEWHERE, *_OF_HHL) if of_hhl else ELSEWHERE
    return fill(
        card,
        checkpoint,
        runtime,
        network,
        roots=ROOTS,
        classifiers=CLASSIFIERS,
        elsewhere=elsewhere,
    )


spec = BackboneSpec(cards=(_CARD,), load=_load)
