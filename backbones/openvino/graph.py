"""What a network in OpenVINO's form takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from probe.backbones.onnx.graph import Graph
from probe.backbones.onnx.openvino_session import openvino_package
from probe.errors import CheckpointError
from probe.files.neighbours import contents, neighbours
from probe.files.places import is_file, is_folder
from probe.wording import Message, nearest, refusal

TYPES = {"f32": "float", "f16": "float16"}
"""OpenVINO's names of element types -> those of a `Graph`."""


def read_network(path: Path, output: str = "") -> Graph:
    """Look into OpenVINO's `.xml`.

    Args:
        path: the file; its numbers lie beside it, in a `.bin` of the same name.
        output: name of the output to take, where there are several.

    Raises:
        BackboneError: OpenVINO is not installed.
        CheckpointError: a file is absent, or it is no network with one input of pictures.
    """
    _check_files(path)
    package = openvino_package()
    try:
        model = package.Core().read_model(str(path))
    except Exception as error:  # OpenVINO's own classes have no types
        raise refusal(
            CheckpointError,
            Message(
                "backbones-openvino-unreadable",
                {"detail": str(error).strip().splitlines()[-1][:200]},
            ),
            place=path,
            hint=Message("backbones-openvino-right-bin"),
        ) from None
    if len(model.inputs) != 1:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-inputs",
                {"inputs": len(model.inputs), "names": ", ".join(map(_name, model.inputs))},
            ),
            place=path,
        )
    (taken,) = model.inputs
    batch, height, width = _picture_shape(_sizes(taken), path)
    given = _chosen(model.outputs, output, path)
    return Graph(
        path=path,
        input_name=_name(taken),
        input_type=_element_type(taken, path),
        size=(height, width) if height and width else None,
        batch=batch or None,
        output_name=_name(given),
        dimension=(_sizes(given)[1:2] or [0])[0],
    )


def _check_files(path: Path) -> None:
    if not is_file(path):
        folder = is_folder(path)
        raise refusal(
            CheckpointError,
            Message("backbones-openvino-is-folder" if folder else "backbones-openvino-not-there"),
            place=path,
            hint=contents(path, "*.xml") if folder else neighbours(path),
        )
    numbers = path.with_suffix(".bin")
    if not is_file(numbers):
        raise refusal(
            CheckpointError,
            Message("backbones-openvino-no-bin", {"file": numbers.name}),
            place=path,
            hint=Message("backbones-openvino-put-bin"),
        )


def _name(port: Any) -> str:
    """The name of an input or output; that of its node where it has none of its own."""
    names = sorted(port.get_names())
    return str(names[0] if names else port.get_node().get_friendly_name())


def _sizes(port: Any) -> list[int]:
    """Its sizes; 0 where one is open, nothing where their number is."""
    shape = port.get_partial_shape()
    if not shape.rank.is_static:
        return []
    return [int(size.get_length()) if size.is_static else 0 for size in shape]


def _picture_shape(sizes: list[int], path: Path) -> tuple[int, int, int]:
    """Batch, height and width of `(n, 3, h, w)`; 0 where one is open."""
    if len(sizes) != 4 or sizes[1] not in (0, 3):
        raise refusal(
            CheckpointError,
            Message("backbones-openvino-shape", {"shape": str(sizes)}),
            place=path,
            hint=Message("backbones-openvino-channels"),
        )
    return sizes[0], sizes[2], sizes[3]


def _element_type(port: Any, path: Path) -> str:
    name = str(port.get_element_type().get_type_name())
    if name not in TYPES:
        raise refusal(
            CheckpointError,
            Message("backbones-openvino-type", {"type": name}),
            place=path,
            hint=Message("backbones-openvino-keep-type"),
        )
    return TYPES[name]


def _chosen(ports: Sequence[Any], output: str, path: Path) -> Any:
    """The output that is asked for, or the only one that is `n x d`.

    Raises:
        CheckpointError: there is none of this name, or none is told apart.
    """
    named = {_name(port): port for port in ports}
    if output:
        if output not in named:
            raise refusal(
                CheckpointError,
                Message("backbones-no-output", {"output": repr(output)}),
                place=path,
                hint=nearest(output, named),
            )
        return named[output]
    vectors = [port for port in ports if len(_sizes(port)) == 2]
    candidates = vectors or list(ports)
    if len(candidates) != 1:
        raise refusal(
            CheckpointError,
            Message(
                "backbones-openvino-outputs",
                {"outputs": len(candidates), "names": ", ".join(named)},
            ),
            place=path,
            hint=Message("backbones-openvino-choose"),
        )
    return candidates[0]
