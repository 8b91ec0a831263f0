"""MeanVarianceNormalization in steps that ONNX Runtime computes as the standard defines it.

ONNX Runtime (1.31, CPU) divides by the bare deviation: where a group of numbers is all alike, such
as the zeros behind a ReLU, it gives no number. The standard adds 1e-9 (ONNX, operator
MeanVarianceNormalization, function body), and so such a group becomes 0. Intel's
person-reidentification-retail-0267.onnx has twelve of these nodes and gives nothing else.
"""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Any

OPERATOR = "MeanVarianceNormalization"

EPSILON = 1e-9
"""Added to the deviation, by the standard."""

AXES = (0, 2, 3)
"""Axes over which a node without `axes` normalises, by the standard."""

AXES_ARE_AN_INPUT = 18
"""Version of the operators from which `ReduceMean` takes its axes as an input."""


def names_operator(path: Path) -> bool:
    """Whether a file may hold such nodes: their name stands in it."""
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return content.find(OPERATOR.encode()) >= 0


def take_apart(model: Any) -> bool:
    """Take such nodes of a graph apart; whether there were any.

    Nothing is changed where numbers lie in another file, which a graph in memory does not find, or
    are half as long, in which 1e-9 is 0.

    Args:
        model: `onnx.ModelProto`; changed.
    """
    from onnx import TensorProto

    graph, nodes = model.graph, list(model.graph.node)
    outside = any(t.data_location == TensorProto.EXTERNAL for t in graph.initializer)
    kinds = {value.type.tensor_type.elem_type for value in graph.input}
    if outside or TensorProto.FLOAT16 in kinds:
        return False
    if not any(node.op_type == OPERATOR and not node.domain for node in nodes):
        return False
    version = max((each.version for each in model.opset_import if not each.domain), default=1)
    steps: list[Any] = []
    for number, node in enumerate(nodes):
        taken_apart = node.op_type == OPERATOR and not node.domain
        steps += _steps(node, f"{OPERATOR}.{number}", version) if taken_apart else [node]
    del model.graph.node[:]
    model.graph.node.extend(steps)
    return True


def _steps(node: Any, name: str, version: int) -> list[Any]:
    """`(x - mean) / (sqrt(mean((x - mean)^2)) + epsilon)` in the operators of a version."""
    from onnx import TensorProto, helper

    axes = next((list(a.ints) for a in node.attribute if a.name == "axes"), list(AXES))
    entering, leaving = node.input[0], node.output[0]

    def step(operator: str, takes: list[str], gives: str, **attributes: Any) -> Any:
        return helper.make_node(operator, takes, [f"{name}.{gives}"], **attributes)

    def mean(takes: str, gives: str) -> Any:
        if version < AXES_ARE_AN_INPUT:
            return step("ReduceMean", [takes], gives, axes=axes, keepdims=1)
        return step("ReduceMean", [takes, f"{name}.axes"], gives, keepdims=1)

    def constant(gives: str, kind: int, values: list[Any], shape: list[int]) -> Any:
        value = helper.make_tensor(f"{name}.{gives}.value", kind, shape, values)
        return step("Constant", [], gives, value=value)

    part = {each: f"{name}.{each}" for each in ("mean", "gap", "square", "variance", "deviation")}
    return [
        constant("axes", TensorProto.INT64, axes, [len(axes)]),
        constant("epsilon", TensorProto.FLOAT, [EPSILON], []),
        mean(entering, "mean"),
        step("Sub", [entering, part["mean"]], "gap"),
        step("Mul", [part["gap"], part["gap"]], "square"),
        mean(part["square"], "variance"),
        step("Sqrt", [part["variance"]], "deviation"),
        step("Add", [part["deviation"], f"{name}.epsilon"], "divisor"),
        helper.make_node("Div", [part["gap"], f"{name}.divisor"], [leaving]),
    ]
