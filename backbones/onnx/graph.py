"""What an ONNX file takes and gives, and sessions of ONNX Runtime to run it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder

_EXPORT = "Export it again, or fetch it again and compare its size with that of its source."


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


def read_graph(path: Path, output: str = "") -> Graph:
    """Look into an ONNX file.

    Args:
        path: the file.
        output: name of the output to take, where there are several.

    Raises:
        CheckpointError: no ONNX file, several inputs or outputs, or not a network of RGB pictures.
    """
    if not is_file(path):
        raise CheckpointError(
            "this is a folder, and an ONNX file is needed"
            if is_folder(path)
            else "there is no such ONNX file",
            place=path,
            hint=contents(path, "*.onnx") if is_folder(path) else neighbours(path),
        )
    model = _loaded(path)
    weights = {tensor.name for tensor in model.graph.initializer}
    _refuse_endless(model, path)
    inputs = [value for value in model.graph.input if value.name not in weights]
    if len(inputs) != 1:
        raise CheckpointError(
            f"the network has {len(inputs)} inputs ({_names(inputs)}), not one", place=path
        )
    taken = _chosen(list(model.graph.output), output, path)
    batch, height, width = _picture_shape(_shape(inputs[0]), path)
    return Graph(
        path=path,
        input_name=inputs[0].name,
        input_type=_element_type(inputs[0], path),
        size=_size(height, width),
        batch=batch or None,
        output_name=taken.name,
        dimension=(_shape(taken)[1:2] or [0])[0],
    )


def _size(height: int, width: int) -> tuple[int, int] | None:
    """The size a network is bound to; where one side is open, people are twice as high as wide."""
    if not height and not width:
        return None
    return height or 2 * width, width or max(1, height // 2)


LOOPS = frozenset({"Loop", "Scan", "SequenceMap"})
"""Operators that run a graph again and again; a network of pictures needs none, and such a graph
may never end."""

MOST_VALUES = 2**31
"""Values of one array inside a network for one picture (ours: 8 GiB of float32, a hundred times the
largest of a real one): more is a bomb in few bytes."""


def _refuse_endless(model: Any, path: Path) -> None:
    """Refuse graphs that loop, or make arrays that no memory holds, before a session computes them.

    Raises:
        CheckpointError: names the operator, or the array.
    """
    for node in _nodes(model.graph):
        if node.op_type in LOOPS:
            raise CheckpointError(
                f"the network loops ({node.op_type} {node.name!r}), and may never end",
                place=path,
                hint=_EXPORT,
            )
    for name, shape in _shapes(model):
        values = math.prod(size or 1 for size in shape)
        if values > MOST_VALUES:
            raise CheckpointError(
                f"the network makes an array of {values:,} values ({name})",
                place=path,
                hint=_EXPORT,
            )


def _nodes(graph: Any) -> Iterator[Any]:
    """All nodes of a graph and of the graphs inside them."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from _nodes(inner)


def _shapes(model: Any) -> Iterator[tuple[str, list[int]]]:
    """Name and shape of every array whose shape follows from the graph; nothing is computed."""
    import onnx

    try:
        inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    except Exception:  # of a graph that does not fit together; the session says so
        inferred = model
    for value in (*inferred.graph.value_info, *inferred.graph.output):
        yield value.name, _shape(value)


def new_session(graph: Graph, runtime: Runtime) -> Any:
    """An ONNX Runtime session for a graph, on the runtime's device and threads.

    Raises:
        BackboneError: the device is not available in this build of ONNX Runtime.
        CheckpointError: ONNX Runtime refuses the file.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = runtime.threads
    options.log_severity_level = 3  # errors only: warnings of the file are nothing to act upon
    # Threads that wait in a loop would take the cores from those that decode pictures.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(
            str(graph.path), options, providers=_providers(runtime.device)
        )
    except BackboneError:
        raise
    except Exception as error:
        raise CheckpointError(
            f"ONNX Runtime cannot run the network ({str(error).splitlines()[0]})", place=graph.path
        ) from error


def _providers(device: str) -> list[Any]:
    import onnxruntime

    if device in {"auto", "cpu"}:
        return ["CPUExecutionProvider"]
    kind, _, number = device.partition(":")
    if kind == "cuda" and "CUDAExecutionProvider" in onnxruntime.get_available_providers():
        return [("CUDAExecutionProvider", {"device_id": int(number or 0)}), "CPUExecutionProvider"]
    raise BackboneError(
        f"this build of ONNX Runtime cannot use the device {device}",
        hint="Use --device cpu, or install onnxruntime-gpu instead of onnxruntime.",
    )


def _loaded(path: Path) -> Any:
    import onnx

    try:
        model = onnx.load(str(path), load_external_data=False)
    except Exception as error:  # protobuf's own class has no types
        raise CheckpointError(
            "this is not an ONNX file, or it is cut short or damaged", place=path, hint=_EXPORT
        ) from error
    if not model.graph.node:
        raise CheckpointError(
            "this is not an ONNX file: it holds no network", place=path, hint=_EXPORT
        )
    return model


def _shape(value: Any) -> list[int]:
    """Sizes of a value; 0 where the graph leaves one open."""
    return [dim.dim_value for dim in value.type.tensor_type.shape.dim]


def _picture_shape(shape: list[int], path: Path) -> tuple[int, int, int]:
    if len(shape) == 4 and shape[1] in (0, 3) and not (shape[1] == 0 and shape[3] == 3):
        return shape[0], shape[2], shape[3]
    dimensions = " x ".join(str(size or "?") for size in shape)
    raise CheckpointError(
        f"the network takes {dimensions or 'no array'}, not RGB pictures as n x 3 x height x width",
        place=path,
        hint="Export it with the channels first.",
    )


def _element_type(value: Any, path: Path) -> str:
    import onnx

    try:
        kind: str = onnx.TensorProto.DataType.Name(value.type.tensor_type.elem_type).lower()
    except ValueError:  # a number that stands for no type
        kind = "unknown"
    if kind not in {"float", "float16"}:
        raise CheckpointError(
            f"the network takes {kind} numbers, not floating point",
            place=path,
            hint="Export it with pictures as float32.",
        )
    return kind


def _chosen(outputs: list[Any], asked: str, path: Path) -> Any:
    """The output asked for, the only one, or the only one that is a vector a picture."""
    outputs = [value for value in outputs if value.type.HasField("tensor_type")]
    if not outputs:
        raise CheckpointError(
            "the network gives lists or maps, not arrays",
            place=path,
            hint="Export the part that gives the vectors alone.",
        )
    named = [value for value in outputs if value.name == asked]
    vectors = [value for value in outputs if len(_shape(value)) == 2]
    for candidates in (named,) if asked else (outputs, vectors):
        if len(candidates) == 1:
            return candidates[0]
    wrong = f"no output named {asked}" if asked else f"{len(outputs)} outputs"
    raise CheckpointError(
        f"the network has {wrong}; there are: {_names(outputs)}",
        place=path,
        hint="Say which in a card file, such as: options: {output: " + outputs[0].name + "}",
    )


def _names(values: list[Any]) -> str:
    return ", ".join(value.name for value in values) or "none"
