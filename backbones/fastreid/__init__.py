"""FastReID's recipes BoT, AGW, SBS and MGN on ResNet-50, with or without IBN-a."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones._torch.checkpoint import Checkpoint

_BOT = BackboneCard(
    architecture="fastreid_bot",
    summary=Message("card-summary-bot"),
    interpolation="bicubic",
    feature=Message("card-feature-neck", {"pooling": "average", "dimension": 2048}),
    dimension=2048,
    licence=Message("card-licence-code", {"code": "Apache-2.0"}),
    source=Message(
        "card-source-weights-in",
        {"place": "github.com/JDAI-CV/fast-reid", "weights": "MODEL_ZOO.md"},
    ),
    options={"pooling": "average", "non_local": False, "stem": "ceil", "last_stride": 1},
)
_AGW = _BOT.with_changes(
    architecture="fastreid_agw",
    summary=Message("card-summary-agw"),
    feature=Message("card-feature-neck", {"pooling": "gem", "dimension": 2048}),
    options={**_BOT.options, "pooling": "gem", "non_local": True},
)
_SBS = _AGW.with_changes(
    architecture="fastreid_sbs",
    summary=Message("card-summary-sbs"),
    input_size=(384, 128),
    feature=Message("card-feature-neck", {"pooling": "gem-learned", "dimension": 2048}),
    options={**_AGW.options, "pooling": "gem_learned"},
)
_MGN = _SBS.with_changes(
    architecture="fastreid_mgn",
    summary=Message("card-summary-mgn"),
    feature=Message("card-feature-mgn", {"length": 256}),
    options={**_SBS.options, "non_local": False},
)

_INNER = "backbone.NL_2.0.g.weight"
"""Its rows are the inner channels of the non-local blocks (1 in the official code)."""


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.normalisation import check_stated_normalisation
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones.fastreid.model import FastReid

    _check_options(card)
    checkpoint = checkpoint_of(card, weights)
    check_stated_normalisation(card, checkpoint, spec.cards)
    tensors = stripped(checkpoint.tensors)
    if card.architecture == _MGN.architecture:
        return _load_mgn(card, checkpoint, runtime)
    inner = len(tensors[_INNER]) if _INNER in tensors else 1
    network = FastReid(
        pooling=str(card.options["pooling"]),
        non_local=inner if card.options["non_local"] else 0,
        last_stride=int(card.options["last_stride"]),
        stem_ceil=card.options["stem"] == "ceil",
        ibn_a="backbone.layer1.0.bn1.IN.weight" in tensors,
    )
    heads = ("heads.weight", "heads.classifier", "heads.cls_layer", "pixel_")
    return fill(card, checkpoint, runtime, network, heads=heads)


def _load_mgn(card: BackboneCard, checkpoint: Checkpoint, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import fill
    from probe.backbones.fastreid.mgn import Mgn, mgn_parts

    tensors = stripped(checkpoint.tensors)
    reduction = tensors.get("b1_head.bottleneck.0.weight")
    # Of another version where there is none: loading says what the file lacks of 8 x 256.
    dimension = 256 if reduction is None else len(reduction)
    network = Mgn(
        pooling=str(card.options["pooling"]),
        dimension=dimension,
        last_stride=int(card.options["last_stride"]),
        stem_ceil=card.options["stem"] == "ceil",
        ibn_a="backbone.4.0.bn1.IN.weight" in tensors,
    )
    names = ("b1", "b2", "b21", "b22", "b3", "b31", "b32", "b33")
    heads = [f"{name}_head.{part}" for name in names for part in ("weight", "classifier", "cls_")]
    card = card.with_changes(dimension=8 * dimension)
    return fill(
        card, checkpoint, runtime, network, heads=(*heads, "pixel_"), parts=mgn_parts(dimension)
    )


def _check_options(card: BackboneCard) -> None:
    allowed = {
        "pooling": ("average", "max", "gem", "gem_learned"),
        "non_local": (True, False),
        "stem": ("ceil", "padded"),
        "last_stride": (1, 2),
    }
    for name, values in allowed.items():
        if card.options.get(name) not in values:
            raise refusal(
                CheckpointError,
                Message(
                    "backbones-option-one-of",
                    {
                        "card": card.name,
                        "option": name,
                        "values": tuple(map(str, values)),
                        "given": str(card.options.get(name)),
                    },
                ),
            )


spec = BackboneSpec(cards=(_BOT, _AGW, _SBS, _MGN), load=_load)
