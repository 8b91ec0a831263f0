"""EnsembleNet (Wang, Li and Miao 2019, arXiv 1901.05798): one network with several branches."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

_CARD = BackboneCard(
    architecture="ensemble",
    summary="EnsembleNet: a ResNet with a last stage for each of 1 to 8 branches, made of parts",
    input_size=(384, 128),
    feature="cells of all branches after their 1x1 reductions (6 x 256 for three branches)",
    dimension=1536,
    licence=Message("card-licence-code", {"code": "Apache-2.0 (this project)"}),
    source="arXiv 1901.05798; the authors published no code or weights",
    options={"last_stride": 1, "cells": "adaptive", "relu": True, "unit_parts": False},
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.ensemble.opening import open_ensemble
    from probe.backbones.onnx.session import is_onnx, open_under_card

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    return open_ensemble(card, weights, runtime)


spec = BackboneSpec(cards=(_CARD,), load=_load)
