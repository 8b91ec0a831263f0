"""What an ONNX file takes and gives, and sessions of ONNX Runtime to run it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probe.backbones.onnx.bounds import EXPORT, refuse_unbounded, sizes_of
from probe.backbones.onnx.trial import Trial, refuse_costly
from probe.backbones.onnx.variance_norms import names_operator, take_apart
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder
from probe.wording import Message, refusal


@dataclass(frozen=True)
class Graph:
    """The single picture input and the embedding output of an ONNX network.

    Attributes:
        path: the file.
        input_name: of the input `(n, 3, h, w)`.
        input_type: `float` or `float16`, as ONNX Runtime calls it.
        size: (height, width) it is bound to; None when it takes any.
        batch: pictures it is bound to; None when it takes any number.
        output_name: of the embedding.
        dimension: of the embedding; 0 when the graph does not say.
    """

    path: Path
    input_name: str
    input_type: str
    size: tuple[int, int] | None
    batch: int | None
    output_name: str
    dimension: int

    def trial(self, size: tuple[int, int]) -> Trial:
        """What is tried before it is opened, with pictures of `size` (height, width)."""
        shape = (self.batch or 1, 3, *size)
        return Trial(self.path, self.input_name, self.input_type, self.output_name, shape)


def read_graph(path: Path, output: str = "") -> Graph:
    """Look into an ONNX file.

    Args:
        path: the file.
        output: name of the output to take, where there are several.

    Raises:
        CheckpointError: no ONNX file, several inputs or outputs, or not a network of RGB pictures.
    """
    if not is_file(path):
        raise refusal(
            CheckpointError,
            Message("backbones-onnx-is-folder" if is_folder(path) else "backbones-onnx-not-there"),
            place=path,
            hint=contents(path, "*.onnx") if is_folder(path) else neighbours(path),
        )
    model = _loaded(path)
    weights = {tensor.name for tensor in model.graph.initializer}
    refuse_unbounded(model, path)
    inputs = [value for value in model.graph.input if value.name not in weights]
    if len(inputs) != 1:
        raise refusal(
            CheckpointError,
            Message("backbones-inputs", {"inputs": len(inputs), "names": _names(inputs)}),
            place=path,
            hint=Message("backbones-onnx-fix-inputs"),
        )
    taken = _chosen(list(model.graph.output), output, path)
    batch, height, width = _picture_shape(sizes_of(inputs[0]), path)
    return Graph(
        path=path,
        input_name=inputs[0].name,
        input_type=_element_type(inputs[0], path),
        size=_size(height, width),
        batch=batch or None,
        output_name=taken.name,
        dimension=(sizes_of(taken)[1:2] or [0])[0],
    )


def _size(height: int, width: int) -> tuple[int, int] | None:
    """The size a network is bound to; where one side is open, people are twice as high as wide."""
    if not height and not width:
        return None
    return height or 2 * width, width or max(1, height // 2)


def new_session(graph: Graph, size: tuple[int, int], runtime: Runtime) -> Any:
    """An ONNX Runtime session for a graph, on the runtime's device and threads.

    Args:
        graph: what is opened.
        size: (height, width) of its pictures: one is tried in another process first.
        runtime: names device, threads and cache.

    Raises:
        BackboneError: the device is not available in this build of ONNX Runtime.
        CheckpointError: ONNX Runtime refuses the file, or it takes too long or too much memory.
    """
    import onnxruntime

    providers = _providers(runtime.device)
    refuse_costly(graph.trial(size), runtime)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = runtime.threads
    options.log_severity_level = 4  # errors are raised; they need not stand on the console, too
    # Threads that wait in a loop would take the cores from those that decode pictures.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    content: str | bytes = str(graph.path)
    if names_operator(graph.path) and take_apart(model := _loaded(graph.path)):
        content = model.SerializeToString()
    try:
        return onnxruntime.InferenceSession(content, options, providers=providers)
    except Exception as error:
        raise refusal(
            CheckpointError,
            Message("backbones-onnxruntime-cannot", {"detail": str(error).splitlines()[0]}),
            place=graph.path,
        ) from error


def _providers(device: str) -> list[Any]:
    import onnxruntime

    if device in {"auto", "cpu"}:
        return ["CPUExecutionProvider"]
    kind, _, number = device.partition(":")
    if kind == "cuda" and "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        return [("CUDAExecutionProvider", {"device_id": int(number or 0)}), "CPUExecutionProvider"]
    raise refusal(
        BackboneError,
        Message("backbones-onnx-device", {"device": device}),
        hint=Message("backbones-onnx-device-step"),
    )


def _loaded(path: Path) -> Any:
    import onnx

    try:
        model = onnx.load(str(path), load_external_data=False)
    except Exception as error:  # protobuf's own class has no types
        raise refusal(
            CheckpointError, Message("backbones-onnx-damaged"), place=path, hint=EXPORT
        ) from error
    if not model.graph.node:
        raise refusal(
            CheckpointError, Message("backbones-onnx-no-network"), place=path, hint=EXPORT
        )
    if not all(isinstance(name, str) for name in _names_in(model.graph)):
        raise refusal(
            CheckpointError, Message("backbones-onnx-name-no-text"), place=path, hint=EXPORT
        )
    return model


def _names_in(graph: Any) -> Iterator[str | bytes]:
    """Every name of tensors and operators; protobuf gives bytes where one is no UTF-8."""
    for value in (*graph.input, *graph.output, *graph.initializer):
        yield value.name
    for node in graph.node:
        yield from (node.name, node.op_type, node.domain, *node.input, *node.output)


def _picture_shape(shape: list[int], path: Path) -> tuple[int, int, int]:
    if len(shape) == 4 and shape[1] in (0, 3) and not (shape[1] == 0 and shape[3] == 3):
        return shape[0], shape[2], shape[3]
    dimensions = " x ".join(str(size or "?") for size in shape)
    raise refusal(
        CheckpointError,
        Message("backbones-onnx-takes", {"dimensions": dimensions or None}),
        place=path,
        hint=Message("backbones-channels-first"),
    )


def _element_type(value: Any, path: Path) -> str:
    import onnx

    try:
        kind: str = onnx.TensorProto.DataType.Name(value.type.tensor_type.elem_type).lower()
    except ValueError:  # a number that stands for no type
        kind = "unknown"
    if kind not in {"float", "float16"}:
        raise refusal(
            CheckpointError,
            Message("backbones-onnx-numbers", {"kind": kind}),
            place=path,
            hint=Message("backbones-onnx-float32"),
        )
    return kind


def _chosen(outputs: list[Any], asked: str, path: Path) -> Any:
    """The output asked for, the only one, or the only one that is a vector a picture."""
    outputs = [value for value in outputs if value.type.HasField("tensor_type")]
    if not outputs:
        raise refusal(
            CheckpointError,
            Message("backbones-onnx-no-arrays"),
            place=path,
            hint=Message("backbones-onnx-vectors-alone"),
        )
    named = [value for value in outputs if value.name == asked]
    vectors = [value for value in outputs if len(sizes_of(value)) == 2]
    for candidates in (named,) if asked else (outputs, vectors):
        if len(candidates) == 1:
            return candidates[0]
    raise refusal(
        CheckpointError,
        Message(
            "backbones-onnx-outputs",
            {"asked": asked or None, "outputs": len(outputs), "names": _names(outputs)},
        ),
        place=path,
        hint=Message("backbones-onnx-choose", {"file": path.name, "output": outputs[0].name}),
    )


def _names(values: list[Any]) -> str:
    return ", ".join(value.name for value in values) or "none"
