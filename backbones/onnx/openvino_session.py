"""A session that runs an ONNX file with OpenVINO, with the calls of ONNX Runtime's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from numpy.typing import NDArray

from probe.backbones.onnx.graph import Graph
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError


class OpenVinoSession:
    """The network of a graph, compiled by OpenVINO for the CPU in float32.

    Raises:
        BackboneError: OpenVINO is not installed, or another device than the CPU is asked for.
        CheckpointError: OpenVINO refuses the file.
    """

    def __init__(self, graph: Graph, runtime: Runtime) -> None:
        if runtime.device not in ("auto", "cpu"):
            raise BackboneError(
                f"OpenVINO runs networks on the CPU here, not on {runtime.device}",
                hint="use --device cpu, or --engine onnxruntime",
            )
        try:
            import openvino
        except ImportError:
            raise BackboneError(
                "OpenVINO is not installed", hint="pip install 'probe-reid[openvino]'"
            ) from None
        settings: dict[str, Any] = {"INFERENCE_PRECISION_HINT": "f32"}
        if runtime.threads:
            settings["INFERENCE_NUM_THREADS"] = runtime.threads
        core = openvino.Core()
        try:
            self._compiled = core.compile_model(core.read_model(str(graph.path)), "CPU", settings)
        except Exception as error:  # OpenVINO's own classes have no types
            raise CheckpointError(
                f"OpenVINO cannot run the network ({str(error).strip().splitlines()[-1][:200]})",
                place=graph.path,
                hint="use --engine onnxruntime",
            ) from None
        self.name = f"openvino {openvino.__version__}, cpu, float32"

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs by name; arrays of their own."""
        computed = self._compiled(dict(inputs))
        return [computed[name].copy() for name in outputs]
