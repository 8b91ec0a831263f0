"""A session that runs a graph with OpenVINO, with the calls of ONNX Runtime's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from probe.backbones.onnx.graph import Graph
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError
from probe.wording import Message, refusal


def openvino_package() -> Any:
    """The package.

    Raises:
        BackboneError: it is not installed.
    """
    try:
        import openvino
    except ImportError:
        raise refusal(
            BackboneError,
            Message("weights-no-openvino"),
            hint=Message("step-install", {"extra": "openvino"}),
        ) from None
    return openvino


def compiled(path: Path, runtime: Runtime) -> tuple[Any, str]:
    """A network compiled by OpenVINO for the CPU in float32, and the engine's name.

    Args:
        path: an ONNX file, or OpenVINO's own `.xml`.
        runtime: names device and threads.

    Raises:
        BackboneError: OpenVINO is not installed, or another device than the CPU is asked for.
        CheckpointError: OpenVINO refuses the file.
    """
    if runtime.device not in ("auto", "cpu"):
        raise refusal(
            BackboneError,
            Message("backbones-openvino-cpu", {"device": runtime.device}),
            hint=Message("backbones-openvino-cpu-step"),
        )
    openvino = openvino_package()
    settings: dict[str, Any] = {"INFERENCE_PRECISION_HINT": "f32"}
    if runtime.threads:
        settings["INFERENCE_NUM_THREADS"] = runtime.threads
    core = openvino.Core()
    try:
        network = core.compile_model(core.read_model(str(path)), "CPU", settings)
    except Exception as error:  # OpenVINO's own classes have no types
        raise refusal(
            CheckpointError,
            Message(
                "backbones-openvino-cannot", {"detail": str(error).strip().splitlines()[-1][:200]}
            ),
            place=path,
            hint=Message("backbones-use-onnxruntime") if path.suffix.lower() == ".onnx" else None,
        ) from None
    return network, f"openvino {openvino.__version__}, cpu, float32"


class OpenVinoSession:
    """The network of a graph, compiled by OpenVINO for the CPU in float32.

    Raises:
        BackboneError: OpenVINO is not installed, or another device than the CPU is asked for.
        CheckpointError: OpenVINO refuses the file.
    """

    def __init__(self, graph: Graph, runtime: Runtime) -> None:
        self._compiled, self.name = compiled(graph.path, runtime)

    def run(self, outputs: Sequence[str], inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[Any]]:
        """The outputs by name; arrays of their own."""
        computed = self._compiled(dict(inputs))
        return [computed[name].copy() for name in outputs]
