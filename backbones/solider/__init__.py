"""SOLIDER: a Swin transformer with a semantic weight, pre-trained on people (Chen et al., 2023)."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import CheckpointError
from probe.wording import Message, refusal

if TYPE_CHECKING:
    from probe.backbones._torch.checkpoint import Checkpoint, Tensors

_CARD = BackboneCard(
    architecture="solider",
    summary=Message("card-summary-solider"),
    input_size=(384, 128),
    mean=(0.5, 0.5, 0.5),
    std=(0.5, 0.5, 0.5),
    interpolation="bicubic",
    feature=Message("card-feature-solider", {"reduced": False, "neck": "before"}),
    dimension=1024,
    licence=Message("card-licence-solider"),
    source=Message(
        "card-source-readmes", {"first": "github.com/tinyvision/SOLIDER", "second": "SOLIDER-REID"}
    ),
    options={"neck": "before", "semantic_weight": 0.2},
)

HEADS = ("classifier", "base.norm0.", "base.norm1.", "base.norm2.", "base.semantic_embed_w.3.")
"""Of no influence on the feature: further outputs, and the weights behind the last stage."""

_HEADS_TOO = ("base.semantic_embed_b.3.", "head", "base.head")
_FIRST = "patch_embed.projection.weight"


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones._torch.load_report import stripped
    from probe.backbones._torch.opening import checkpoint_of, fill
    from probe.backbones.solider.model import STAGES, SemanticSwin, Solider

    neck, weight = card.options.get("neck"), card.options.get("semantic_weight")
    if neck not in ("before", "after"):
        raise refusal(
            CheckpointError,
            Message("backbones-neck-option", {"card": card.name, "given": str(neck)}),
        )
    if isinstance(weight, (bool, str)) or weight is None or not 0 <= weight <= 1:
        raise refusal(
            CheckpointError,
            Message("backbones-semantic-weight", {"card": card.name, "given": str(weight)}),
        )
    checkpoint = _under_base(checkpoint_of(card, weights))
    tensors = stripped(checkpoint.tensors)
    depths = _depths(tensors)
    if f"base.{_FIRST}" not in tensors or min(depths) == 0:
        raise refusal(
            CheckpointError,
            Message("backbones-no-solider"),
            place=checkpoint.path,
            hint=Message("step-doctor-says", {"file": str(checkpoint.path)}),
        )
    width = int(tensors[f"base.{_FIRST}"].shape[0])
    reduced = len(tensors["fcneck.weight"]) if "fcneck.weight" in tensors else 0
    last = width << (STAGES - 1)
    after = neck == "after"
    network = Solider(SemanticSwin(width, depths, float(weight)), last, reduced, after=after)
    where = {"reduced": bool(reduced), "neck": "after" if after else "before"}
    feature = Message("card-feature-solider", where)
    card = card.with_changes(dimension=reduced or last, feature=feature)
    heads = (*HEADS, *_HEADS_TOO, *(() if after else ("bottleneck.",)))
    return fill(card, checkpoint, runtime, network, heads=heads)


def _under_base(checkpoint: Checkpoint) -> Checkpoint:
    """The checkpoint with its trunk under `base.`: pre-trained ones have it under `backbone.`."""
    from probe.backbones._torch.load_report import stripped

    tensors = stripped(checkpoint.tensors)
    if f"backbone.{_FIRST}" not in tensors:
        return checkpoint
    renamed = {re.sub(r"^backbone\.", "base.", name): t for name, t in tensors.items()}
    return replace(checkpoint, tensors=renamed)


def _depths(tensors: Tensors) -> tuple[int, int, int, int]:
    """Blocks of the four stages."""
    pattern = r"base\.stages\.(\d)\.blocks\.\d+\.norm1\.weight"
    stages = [int(m[1]) for name in tensors if (m := re.fullmatch(pattern, name))]
    return stages.count(0), stages.count(1), stages.count(2), stages.count(3)


spec = BackboneSpec(cards=(_CARD,), load=_load)
