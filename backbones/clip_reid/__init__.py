"""CLIP-ReID: CLIP's image encoder, fine-tuned with learned prompts (Li et al., AAAI 2023)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

_PLAIN = BackboneCard(
    architecture="clip_reid",
    summary=Message("card-summary-patches", {"network": "CLIP-ReID ViT-B/16"}),
    input_size=(256, 128),
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    interpolation="bicubic",
    feature=Message("card-feature-class-token", {"width": 768, "projected": 512, "neck": "before"}),
    dimension=1280,
    licence=Message("card-licence-code", {"code": "MIT"}),
    source=Message("card-source-readme", {"place": "github.com/Syliz517/CLIP-ReID"}),
    options={"neck": "before", "camera": "", "coefficient": 1.0},
)
_MEAN = _PLAIN.with_changes(
    architecture="clip_reid_mean_camera",
    summary=Message("card-summary-mean-camera", {"network": "CLIP-ReID"}),
    options={**_PLAIN.options, "camera": "mean"},
)

HEADS = ("classifier", "cv_embed", "prompt_learner.", "text_encoder.")
"""What training adds: classifiers, cameras (added apart), learned prompts and CLIP's text side."""

_NECKS = ("bottleneck",)
"""Both necks, `bottleneck` and `bottleneck_proj`: left out where the feature is before them."""

_PROJECTION = "image_encoder.proj"
_POSITIONS = "image_encoder.positional_embedding"


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones._torch.patches import stride_of
    from probe.backbones._torch.side_information import camera_embedding, with_camera
    from probe.backbones.clip_reid.model import ClipReid

    neck = card.options.get("neck")
    if neck not in ("before", "after"):
        raise refusal(
            CheckpointError,
            Message("backbones-neck-option", {"card": card.name, "given": str(neck)}),
        )
    checkpoint = checkpoint_of(card, weights)
    tensors = stripped(checkpoint.tensors)
    if _POSITIONS not in tensors or _PROJECTION not in tensors:
        raise refusal(
            CheckpointError,
            Message("backbones-no-clip-reid", {"resnet": "image_encoder.bn1.weight" in (tensors)}),
            place=checkpoint.path,
            hint=Message("step-doctor-says", {"file": str(checkpoint.path)}),
        )
    side = camera_embedding(card, tensors, "cv_embed", checkpoint.path)
    stride = stride_of(card, len(tensors[_POSITIONS]) - 1, checkpoint.path)
    width, projected = tensors[_PROJECTION].shape
    network = ClipReid(card.input_size, stride, (width, projected), after=neck == "after")
    feature = Message(
        "card-feature-class-token",
        {"width": int(width), "projected": int(projected), "neck": str(neck)},
    )
    if side is not None:
        network.image_encoder.side.copy_(side)
        feature = with_camera(feature, card, len(tensors["cv_embed"]))
    heads = HEADS if neck == "after" else (*HEADS, *_NECKS)
    card = card.with_changes(feature=feature, dimension=width + projected)
    return fill(card, checkpoint, runtime, network, heads=heads)


spec = BackboneSpec(cards=(_PLAIN, _MEAN), load=_load)
