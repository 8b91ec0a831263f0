"""Any embedding network in an ONNX file: `onnx:PATH`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal


def _from_argument(
    argument: str, options: Mapping[str, str | int | float | bool] = MappingProxyType({})
) -> BackboneCard:
    """The card of `onnx:PATH`; what the file does not say is the field's usual, to be overridden.

    Args:
        argument: the path.
        options: of a card file; `output` names one of several outputs.

    Raises:
        CheckpointError: the file is absent or not a network of RGB pictures.
    """
    from probe.backbones.naming import sha256_of, tag_of
    from probe.backbones.onnx.graph import read_graph

    path = Path(argument)
    graph = read_graph(path, str(options.get("output", "")))
    return BackboneCard(
        architecture="onnx",
        tag=tag_of(path, "onnx"),
        summary=Message("card-summary-onnx"),
        input_size=graph.size or (256, 128),
        feature=Message("card-feature-graph", {"output": graph.output_name}),
        dimension=graph.dimension,
        source=argument,
        sha256=sha256_of(path),
        needs_weights=False,
    )


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.naming import named_file
    from probe.backbones.onnx.session import open_onnx

    path = weights or named_file(card)
    if path is None:
        raise refusal(
            BackboneError, Message("backbones-onnx-needs-file"), hint=Message("backbones-onnx-name")
        )
    return open_onnx(card, path, runtime)


spec = BackboneSpec(
    cards=(), load=_load, prefix="onnx", from_argument=_from_argument, argument="FILE"
)
