"""TransReID: a vision transformer with camera embeddings and a jigsaw branch (He et al., 2021)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_PLAIN = BackboneCard(
    architecture="transreid",
    summary=Message("card-summary-patches", {"network": Message("card-network-transreid")}),
    input_size=(256, 128),
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    interpolation="bicubic",
    feature=Message("card-feature-tokens"),
    dimension=3840,
    licence=Message("card-licence-code", {"code": "MIT"}),
    source=Message("card-source-readme", {"place": "github.com/damo-cv/TransReID"}),
    options={"neck": "before", "camera": "", "coefficient": 3.0, "shuffled": True},
)
_MEAN = _PLAIN.with_changes(
    architecture="transreid_mean_camera",
    summary=Message("card-summary-mean-camera", {"network": "TransReID"}),
    options={**_PLAIN.options, "camera": "mean"},
)

HEADS = ("classifier", "base.fc.", "base.sie_embed", "arcface.")
"""What training adds: classifiers, ImageNet's layer, and cameras, which are added apart."""

_NECKS = ("bottleneck",)
"""All necks: left out where the feature is before them."""

_LAST = ("base.blocks.11.", "base.norm.")
"""Of no use where the jigsaw branch has its own last block."""

_DEPTH = 12
"""Blocks of ViT-B and DeiT; the official ViT-small has 8."""


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones._torch.patches import stride_of
    from probe.backbones._torch.side_information import camera_embedding, with_camera
    from probe.backbones.transreid.model import JigsawTransReid, TransReid

    _check_options(card)
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    _check_kind({name: tuple(t.shape) for name, t in tensors.items()}, checkpoint.path)
    side = camera_embedding(card, tensors, "base.sie_embed", checkpoint.path)
    width = int(tensors["base.pos_embed"].shape[-1])
    stride = stride_of(card, tensors["base.pos_embed"].shape[1] - 1, checkpoint.path)
    after = card.options.get("neck") == "after"
    jigsaw = any(name.startswith("b1.") for name in tensors)
    network: TransReid | JigsawTransReid
    if jigsaw:
        shuffled = bool(card.options.get("shuffled", True))
        network = JigsawTransReid(card.input_size, width, stride, after=after, shuffled=shuffled)
    else:
        network = TransReid(card.input_size, width, stride, after=after)
    values = {"jigsaw": jigsaw, "neck": "after" if after else "before"}
    feature = Message("card-feature-global-token", values)
    if side is not None:
        network.base.side.copy_(side)
        feature = with_camera(feature, card, len(tensors["base.sie_embed"]))
    card = card.with_changes(dimension=(5 if jigsaw else 1) * width, feature=feature)
    heads = (*HEADS, *(() if after else _NECKS), *(_LAST if jigsaw else ()))
    return fill(card, checkpoint, runtime, network, heads=heads)


def _check_options(card: BackboneCard) -> None:
    if card.options.get("neck") not in ("before", "after"):
        raise refusal(
            CheckpointError,
            Message(
                "backbones-neck-option", {"card": card.name, "given": str(card.options.get("neck"))}
            ),
        )


def _check_kind(shapes: dict[str, tuple[int, ...]], path: Path) -> None:
    """Refuse other families, and the variants whose blocks are not those of ViT-B and DeiT."""
    if "base.pos_embed" not in shapes or "base.blocks.0.attn.qkv.weight" not in shapes:
        raise refusal(
            CheckpointError,
            Message("backbones-no-transreid"),
            place=path,
            hint=Message("step-doctor-says", {"file": str(path)}),
        )
    depth = sum(
        name.startswith("base.blocks.") and name.endswith(".norm1.weight") for name in shapes
    )
    if depth != _DEPTH or "base.blocks.0.attn.qkv.bias" not in shapes:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-transreid-blocks",
                {
                    "depth": depth,
                    "biases": "base.blocks.0.attn.qkv.bias" in (shapes),
                    "wanted": _DEPTH,
                },
            ),
            place=path,
            hint=Message("backbones-transreid-onnx"),
        )


spec = BackboneSpec(cards=(_PLAIN, _MEAN), load=_load)
