"""A network in OpenVINO's form as a backbone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from probe.backbones.onnx.graph import Graph
from probe.backbones.onnx.openvino_session import compiled
from probe.backbones.onnx.session import OnnxBackbone, check_size, opened
from probe.backbones.openvino.graph import read_network
from probe.contracts import BackboneCard, Runtime
from probe.errors import BackboneError
from probe.wording import Message, refusal


class NetworkSession:
    """Runs a network of one input, with the calls of ONNX Runtime's sessions.

    Raises:
        BackboneError: another device than the CPU is asked for.
        CheckpointError: OpenVINO refuses the file.
    """

    def __init__(self, graph: Graph, runtime: Runtime) -> None:
        self._compiled, self.name = compiled(graph.path, runtime)
        self._place = _place_of(graph.output_name, self._compiled.outputs)

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The one output of the one input, as an array of its own."""
        (planes,) = inputs.values()
        computed = self._compiled([planes])
        return [computed[self._compiled.outputs[self._place]].copy()]


def _place_of(name: str, ports: Sequence[Any]) -> int:
    """Which output is called so; the only one where it has lost its name."""
    named = [place for place, port in enumerate(ports) if name in port.get_names()]
    return named[0] if named else 0


def open_network(card: BackboneCard, path: Path, runtime: Runtime) -> OnnxBackbone:
    """Open a network with the preprocessing of a card.

    Raises:
        CheckpointError: the file does not fit the card, or is no such network.
        BackboneError: OpenVINO is not installed, or another engine was asked for.
    """
    if runtime.engine not in ("auto", "openvino"):
        raise refusal(
            BackboneError,
            Message("backbones-openvino-engine", {"engine": runtime.engine}),
            place=path,
            hint=Message("step-engine-auto"),
        )
    graph = read_network(path, str(card.options.get("output", "")))
    check_size(card, graph)
    session = NetworkSession(graph, runtime)
    return opened(card, graph, session, session.name)
