"""What a graph may ask for, as far as it can be told without computing anything."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from probe.errors import CheckpointError
from probe.wording import Message, refusal

EXPORT = Message("backbones-export-again")

LOOPS = frozenset({"Loop", "Scan", "SequenceMap"})
"""Operators that run a graph again and again; a network of pictures needs none, and such a graph
may never end."""

MOST_VALUES = 2**31
"""Values of one array inside a network for one picture (ours: 8 GiB of float32, a hundred times the
largest of a real one): more is a bomb in few bytes."""

MOST_NODES = 100_000
"""Operators of a graph, each function counted wherever it is called (ours: ten times a large
transformer's): functions that call functions twice each double with every one."""

DEEPEST = 50
"""Functions that call each other, one within the other (ours; exporters write two or three)."""


def refuse_unbounded(model: Any, path: Path) -> None:
    """Refuse graphs that loop, that grow without bound, or make arrays that no memory holds.

    Args:
        model: ONNX's own description of the file.
        path: of the file.

    Raises:
        CheckpointError: names the operator, or the array.
    """
    bodies = [model.graph.node, *(function.node for function in model.functions)]
    for node in (node for body in bodies for node in _nodes(body)):
        if node.op_type in LOOPS:
            raise _refused(
                Message(
                    "backbones-onnx-loops", {"operator": node.op_type, "name": repr(node.name)}
                ),
                path,
            )
    _refuse_many_nodes(model, path)
    for name, shape in _shapes(model):
        values = math.prod(size or 1 for size in shape)
        if values > MOST_VALUES:
            raise _refused(Message("backbones-onnx-array", {"values": values, "name": name}), path)


def _refuse_many_nodes(model: Any, path: Path) -> None:
    """Refuse a graph of too many operators, its functions written out."""
    functions = {(function.domain, function.name): function for function in model.functions}
    counts: dict[tuple[str, str], int] = {}

    def count(nodes: Any, depth: int) -> int:
        if depth > DEEPEST:
            raise _refused(Message("backbones-onnx-endless"), path)
        total = 0
        for node in _nodes(nodes):
            key = (node.domain, node.op_type)
            if key in functions and key not in counts:
                counts[key] = count(functions[key].node, depth + 1)
            total += counts.get(key, 1)
        return total

    if (total := count(model.graph.node, 0)) > MOST_NODES:
        found = {"operators": total, "most": MOST_NODES}
        raise _refused(Message("backbones-onnx-operators", found), path)


def _nodes(nodes: Any) -> Iterator[Any]:
    """Nodes and those of the graphs inside them."""
    for node in nodes:
        yield node
        for attribute in node.attribute:
            for inner in (attribute.g, *attribute.graphs):
                yield from _nodes(inner.node)


def _shapes(model: Any) -> Iterator[tuple[str, list[int]]]:
    """Name and shape of every array whose shape follows from the graph; nothing is computed."""
    import onnx

    try:
        inferred = onnx.shape_inference.infer_shapes(model, data_prop=True)
    except Exception:  # of a graph that does not fit together; the session says so
        inferred = model
    for value in (*inferred.graph.value_info, *inferred.graph.output):
        yield value.name, sizes_of(value)


def sizes_of(value: Any) -> list[int]:
    """Sizes of a value; 0 where the graph leaves one open."""
    return [dim.dim_value for dim in value.type.tensor_type.shape.dim]


def _refused(message: Message, path: Path) -> CheckpointError:
    return refusal(CheckpointError, message, place=path, hint=EXPORT)
