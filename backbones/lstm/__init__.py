"""A bidirectional LSTM over body parts, for adaptation to another domain (document 003)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

_CARD = BackboneCard(
    architecture="lstm",
    summary="ResNet trained with an LSTM over body parts beside it; POOL-5 alone is used",
    input_size=(256, 128),
    feature="POOL-5: average and maximum of the last map, added; no part of the LSTM is in it",
    dimension=2048,
    licence=Message("card-licence-code", {"code": "Apache-2.0 (this project)"}),
    source="document 003; its authors published nothing to fetch; probe train lstm.small",
    options={"last_stride": 2, "pooling": "sum", "rows": "adaptive"},
)
_BRANCH = _CARD.with_changes(
    architecture="lstm_branch",
    summary="the same weights with what the local branch says of three body parts in the vector",
    feature="POOL-5, then the local branch's vectors of three parts; each half of length 1",
    dimension=3584,
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.lstm.opening import open_lstm
    from probe.backbones.onnx.session import is_onnx, open_under_card

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    return open_lstm(card, weights, runtime, with_branch=card.architecture == "lstm_branch")


spec = BackboneSpec(cards=(_CARD, _BRANCH), load=_load)
