"""MoCo on LUPerson: the self-supervised ResNet-50 of Fu et al., CVPR 2021 (arXiv 2012.03753)."""

from __future__ import annotations

from pathlib import Path

from probe.backbones.naming import shipped_weights
from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

DEMO_SHA256 = "183fa502f9a82c395463ac9ee47a1bc33cb931604cefa64a0f4b98eee6e72a03"
"""Of weights/moco.demo.safetensors; it changes with every new training."""

_STUDY = BackboneCard(
    architecture="moco",
    summary=Message("card-summary-moco", {"size": "384x128", "stride": 1, "whose": "study"}),
    input_size=(384, 128),
    mean=(0.3525, 0.3106, 0.3140),
    std=(0.2660, 0.2522, 0.2505),
    interpolation="bicubic",
    feature=Message("card-feature-map", {"dimension": 2048, "before": "neck"}),
    dimension=2048,
    training_data=Message("card-data-luperson"),
    licence=Message("card-licence-lup"),
    source=Message(
        "card-source-links", {"place": "github.com/DengpanFu/LUPerson", "file": "lup_moco_r50.pth"}
    ),
    options={"last_stride": 1},
)
_PRETRAINED = _STUDY.with_changes(
    architecture="moco_256x128",
    summary=Message("card-summary-moco", {"size": "256x128", "stride": 2, "whose": "pretrained"}),
    input_size=(256, 128),
    interpolation="bilinear",
    options={"last_stride": 2},
)
_FINETUNED = _STUDY.with_changes(
    architecture="moco_finetuned",
    summary=Message("card-summary-moco-finetuned"),
    std=(0.2505, 0.2522, 0.2504),
    training_data=Message("card-data-luperson-then"),
)

ROOTS = ("", "encoder_q.", "backbone.", "base_model.", "base.")
"""Where the trunk is stored: bare, raw MoCo (online encoder), fast-reid, other wrappers."""

CLASSIFIERS = ("fc.", "head.", "classifier.")
"""What training adds and no vector needs, where it looks like a classifier."""

ELSEWHERE = ("encoder_k.", "encoder_q.fc.", "fc.0.", "fc.2.", "queue")
"""MoCo's own: the other encoder, its projection of one or two layers, the queue."""


_TRAINED = BackboneCard(
    architecture="moco_trained",
    summary=Message("card-summary-moco-trained"),
    input_size=(128, 48),
    mean=(0.3525, 0.3106, 0.3140),
    std=(0.2660, 0.2522, 0.2505),
    feature=Message("card-feature-map", {"dimension": None, "before": None}),
    licence=Message("card-licence-yours"),
    source="probe train",
    options={"blocks": "2-2-2-2", "widths": "24-48-72-96", "last_stride": 1},
)
_DEMO = _TRAINED.with_changes(
    architecture="moco",
    tag="demo",
    summary=Message("card-summary-moco-demo"),
    feature=Message("card-feature-map", {"dimension": 384, "before": None}),
    dimension=384,
    training_data=Message(
        "card-data-moco-demo", {"pictures": 2560, "cameras": 8, "recipe": "moco.demo"}
    ),
    licence="Apache-2.0",
    source="probe train moco.demo; backbones/moco/weights/README.md",
    sha256=DEMO_SHA256,
    needs_weights=False,
    demonstration=Message("card-rendered-people"),
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    if "widths" in card.options:
        from probe.backbones._torch.opening import open_backbone
        from probe.backbones.moco.trained import trained_network

        file = weights or shipped_weights(card, __package__)
        return open_backbone(card, file, runtime, trained_network(card))
    from probe.backbones._torch.normalisation import check_stated_normalisation
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones._torch.resnet import ResNet50

    stride = card.options.get("last_stride", 1)
    if stride not in (1, 2):
        raise refusal(
            CheckpointError,
            Message("backbones-last-stride", {"card": card.name, "stride": str(stride)}),
        )
    checkpoint = checkpoint_of(card, weights)
    check_stated_normalisation(card, checkpoint, spec.cards)
    network = ResNet50(int(stride))
    return fill(
        card,
        checkpoint,
        runtime,
        network,
        roots=ROOTS,
        classifiers=CLASSIFIERS,
        elsewhere=ELSEWHERE,
    )


spec = BackboneSpec(cards=(_STUDY, _PRETRAINED, _FINETUNED, _TRAINED, _DEMO), load=_load)
