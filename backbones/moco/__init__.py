"""MoCo on LUPerson: the self-supervised ResNet-50 of Fu et al., CVPR 2021 (arXiv 2012.03753)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError

_STUDY = BackboneCard(
    architecture="moco",
    summary="LUPerson MoCo v2 ResNet-50 at 384x128, last stride 1 (as in the study)",
    input_size=(384, 128),
    mean=(0.3525, 0.3106, 0.3140),
    std=(0.2660, 0.2522, 0.2505),
    interpolation="bicubic",
    feature="global average of the last map, 2048-d, before any neck",
    dimension=2048,
    training_data="LUPerson, 4 million pictures without labels",
    licence="code Apache-2.0; the LUPerson data are for research only",
    source="github.com/DengpanFu/LUPerson",
    options={"last_stride": 1},
)
_PRETRAINED = _STUDY.with_changes(
    architecture="moco_256x128",
    summary="LUPerson MoCo v2 ResNet-50 at 256x128, last stride 2 (as pre-trained)",
    input_size=(256, 128),
    interpolation="bilinear",
    options={"last_stride": 2},
)
_FINETUNED = _STUDY.with_changes(
    architecture="moco_finetuned",
    summary="LUPerson ResNet-50 fine-tuned with fast-reid, its own normalisation",
    std=(0.2505, 0.2522, 0.2504),
    training_data="LUPerson, then a labelled data set",
)

ROOTS = ("", "encoder_q.", "backbone.", "base_model.", "base.")
"""Where the trunk is stored: bare, raw MoCo (online encoder), fast-reid, other wrappers."""

HEADS = ("fc.", "head.", "classifier.")


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from backbones._torch.normalisation import check_stated_normalisation
    from backbones._torch.opening import checkpoint_of, fill
    from backbones._torch.resnet import ResNet50

    stride = card.options.get("last_stride", 1)
    if stride not in (1, 2):
        raise CheckpointError(f"the last stride of {card.name} is 1 or 2, not {stride}")
    checkpoint = checkpoint_of(card, weights)
    check_stated_normalisation(card, checkpoint, spec.cards)
    network = ResNet50(int(stride))
    return fill(card, checkpoint, runtime, network, roots=ROOTS, heads=HEADS)


spec = BackboneSpec(cards=(_STUDY, _PRETRAINED, _FINETUNED), load=_load)
