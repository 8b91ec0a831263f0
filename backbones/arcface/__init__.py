"""ArcFace: iResNet-50 of insightface, at its own 112x112 and at the study's 384x128."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from probe.backbones.naming import shipped_weights
from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones._torch.checkpoint import Checkpoint

DEMO_SHA256 = "7f6a63efabe264e70fea9c3984072623e838dde982816ccaee76c093ff53a4f4"
"""Of weights/arcface.demo.safetensors; it changes with every new training."""

_CARD = BackboneCard(
    architecture="arcface",
    summary=Message("card-summary-arcface"),
    input_size=(112, 112),
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    feature=Message("card-feature-linear", {"dimension": 512}),
    dimension=512,
    licence=Message("card-licence-insightface"),
    source=Message(
        "card-source-weights-in",
        {
            "place": "github.com/deepinsight/insightface: recognition/arcface_torch",
            "weights": "model_zoo",
        },
    ),
)
_STUDY = _CARD.with_changes(
    architecture="arcface_384x128",
    summary=Message("card-summary-arcface-study"),
    input_size=(384, 128),
    fit="letterbox",
)


_TRAINED = BackboneCard(
    architecture="arcface_trained",
    summary=Message("card-summary-arcface-trained"),
    input_size=(128, 48),
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    fit="letterbox",
    feature=Message("card-feature-linear", {"dimension": None}),
    licence=Message("card-licence-yours"),
    source="probe train",
    options={"blocks": "1-2-2-2", "widths": "16-32-64-96", "dimension": 128},
)
_DEMO = _TRAINED.with_changes(
    architecture="arcface",
    tag="demo",
    summary=Message("card-summary-arcface-demo"),
    feature=Message("card-feature-linear", {"dimension": 128}),
    dimension=128,
    training_data=Message(
        "card-data-arcface-demo", {"pictures": 2560, "people": 320, "recipe": "arcface.demo"}
    ),
    licence="Apache-2.0",
    source="probe train arcface.demo; backbones/arcface/weights/README.md",
    sha256=DEMO_SHA256,
    needs_weights=False,
    demonstration=Message("card-rendered-people"),
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    if "widths" in card.options:
        from probe.backbones._torch.opening import open_backbone
        from probe.backbones.arcface.trained import trained_network

        file = weights or shipped_weights(card, __package__)
        return open_backbone(card, file, runtime, trained_network(card))
    if weights is not None and weights.suffix.lower() == ".onnx":
        from probe.backbones.arcface.onnx_file import open_onnx

        return open_onnx(card, weights, runtime)
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones.arcface.model import IResNet

    checkpoint = checkpoint_of(card, weights)
    _check_size(card, checkpoint)
    network = IResNet(card.input_size, card.dimension)
    return fill(card, checkpoint, runtime, network, roots=("", "backbone."))


def _check_size(card: BackboneCard, checkpoint: Checkpoint) -> None:
    """Say plainly what the two common mix-ups are: another depth, another input size."""
    from probe.backbones._torch.load_report import stripped
    from probe.backbones.arcface.model import BLOCKS, WIDTHS, positions

    shapes = {
        name.removeprefix("backbone."): t.shape for name, t in stripped(checkpoint.tensors).items()
    }
    if "layer1.0.prelu.weight" not in shapes:
        return
    blocks = sum(name.startswith("layer3.") and name.endswith(".conv1.weight") for name in shapes)
    if blocks != BLOCKS[2]:
        raise refusal(
            CheckpointError,
            Message("backbones-other-iresnet", {"blocks": blocks, "wanted": BLOCKS[2]}),
            place=checkpoint.path,
            hint=Message("backbones-other-depths"),
        )
    trained_positions = shapes["fc.weight"][-1] // WIDTHS[-1] if "fc.weight" in shapes else 0
    others = {positions(other.input_size): other for other in spec.cards}
    if trained_positions != positions(card.input_size) and trained_positions in others:
        height, width = others[trained_positions].input_size
        raise refusal(
            CheckpointError,
            Message(
                "backbones-trained-size",
                {
                    "height": height,
                    "width": width,
                    "card_height": card.input_size[0],
                    "card_width": card.input_size[1],
                },
            ),
            place=checkpoint.path,
            hint=Message(
                "weights-use-backbone",
                {"name": others[trained_positions].name, "file": str(checkpoint.path)},
            ),
        )


spec = BackboneSpec(cards=(_CARD, _STUDY, _TRAINED, _DEMO), load=_load)
