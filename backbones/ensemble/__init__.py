"""EnsembleNet (Wang, Li and Miao 2019, arXiv 1901.05798): one network with several branches."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

_CARD = BackboneCard(
    architecture="ensemble",
    summary=Message("card-summary-ensemble"),
    input_size=(384, 128),
    feature=Message("card-feature-all-cells"),
    dimension=1536,
    licence=Message("card-licence-code", {"code": Message("card-code-here")}),
    source=Message("card-source-no-code", {"paper": "arXiv 1901.05798"}),
    options={"last_stride": 1, "cells": "adaptive", "relu": True, "unit_parts": False},
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.ensemble.opening import open_ensemble
    from probe.backbones.onnx.session import is_onnx, open_under_card

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    return open_ensemble(card, weights, runtime)


spec = BackboneSpec(cards=(_CARD,), load=_load)
