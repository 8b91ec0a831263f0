"""A bidirectional LSTM over body parts, for adaptation to another domain (document 003)."""

from __future__ import annotations

from pathlib import Path

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.wording import Message

_CARD = BackboneCard(
    architecture="lstm",
    summary=Message("card-summary-lstm"),
    input_size=(256, 128),
    feature=Message("card-feature-pool-five-alone"),
    dimension=2048,
    licence=Message("card-licence-code", {"code": Message("card-code-here")}),
    source=Message("card-source-lstm"),
    options={"last_stride": 2, "pooling": "sum", "rows": "adaptive"},
)
_BRANCH = _CARD.with_changes(
    architecture="lstm_branch",
    summary=Message("card-summary-lstm-branch"),
    feature=Message("card-feature-lstm-branch"),
    dimension=3584,
)


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.lstm.opening import open_lstm
    from probe.backbones.onnx.session import is_onnx, open_under_card

    if is_onnx(weights):
        return open_under_card(card, weights, runtime)
    return open_lstm(card, weights, runtime, with_branch=card.architecture == "lstm_branch")


spec = BackboneSpec(cards=(_CARD, _BRANCH), load=_load)
