"""Which node of an ONNX graph is the first to give numbers that are not finite."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones.onnx.variance_norms import take_apart


def first_fault(path: Path, inputs: Mapping[str, NDArray[Any]]) -> str:
    """Operator and name of the first node with NaN or infinity in its output; empty: none found.

    The graph is run once more with the output of every node; so it is for one picture that has
    failed, not for a study.

    Args:
        path: of the graph.
        inputs: of the network, by name.
    """
    import onnx
    import onnxruntime

    model = onnx.load(str(path), load_external_data=False)
    take_apart(model)
    named = {value.name for value in model.graph.output}
    nodes = [(node, name) for node in model.graph.node for name in node.output if name]
    model.graph.output.extend(
        onnx.ValueInfoProto(name=name) for _, name in nodes if name not in named
    )
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )
        computed = session.run([name for _, name in nodes], dict(inputs))
    except Exception:  # a graph with numbers in another file, or of a kind that is no array
        return ""
    for (node, _), values in zip(nodes, computed, strict=True):
        if _is_floating(values) and not np.isfinite(values).all():
            return f"{node.op_type} {node.name}".strip()
    return ""


def _is_floating(values: object) -> bool:
    return isinstance(values, np.ndarray) and bool(np.issubdtype(values.dtype, np.floating))
