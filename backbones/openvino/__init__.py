"""Any embedding network in OpenVINO's own form: `openvino:FILE.xml`, its `.bin` beside it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from probe.contracts import Backbone, BackboneCard, BackboneSpec, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal

PLAIN_MEAN = (0.0, 0.0, 0.0)
PLAIN_STD = (1 / 255, 1 / 255, 1 / 255)
"""Pixels 0..255 as they are: networks in this form normalise inside, as a rule."""


def _from_argument(
    argument: str, options: Mapping[str, str | int | float | bool] = MappingProxyType({})
) -> BackboneCard:
    """The card of `openvino:PATH`; what the file does not say is as Intel's own networks have it.

    Args:
        argument: the path.
        options: of a card file; `output` names one of several outputs.

    Raises:
        BackboneError: OpenVINO is not installed.
        CheckpointError: the file is absent or not a network of pictures.
    """
    from probe.backbones.naming import sha256_of, tag_of
    from probe.backbones.openvino.graph import read_network

    path = Path(argument)
    graph = read_network(path, str(options.get("output", "")))
    return BackboneCard(
        architecture="openvino",
        tag=tag_of(path, "openvino"),
        summary=Message("card-summary-openvino"),
        input_size=graph.size or (256, 128),
        mean=PLAIN_MEAN,
        std=PLAIN_STD,
        channels="BGR",
        feature=Message("card-feature-network", {"output": graph.output_name}),
        dimension=graph.dimension,
        source=argument,
        sha256=sha256_of(path),
        needs_weights=False,
    )


def _load(card: BackboneCard, weights: Path | None, runtime: Runtime) -> Backbone:
    from probe.backbones.naming import named_file
    from probe.backbones.openvino.opening import open_network

    path = weights or named_file(card)
    if path is None:
        raise refusal(
            BackboneError,
            Message("backbones-openvino-needs-file"),
            hint=Message("backbones-openvino-name"),
        )
    return open_network(card, path, runtime)


spec = BackboneSpec(
    cards=(), load=_load, prefix="openvino", from_argument=_from_argument, argument="FILE"
)
