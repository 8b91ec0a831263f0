"""The batch norms that an ONNX graph still has: what training left in them, and what enters them.

Exporters usually fold a batch norm into the convolution before it. Then nothing is left of what
training saw, and there is nothing to compare pictures with.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probe.backbones.onnx.variance_norms import take_apart


@dataclass(frozen=True, eq=False)
class GraphNorm:
    """A batch norm of maps.

    Attributes:
        enters: name of the tensor that enters it.
        mean: of training, `float64 (channels,)`.
        variance: of training, `float64 (channels,)`.
        epsilon: added to the variance.
    """

    enters: str
    mean: NDArray[np.float64]
    variance: NDArray[np.float64]
    epsilon: float

    @property
    def untrained(self) -> bool:
        """Whether it holds what it was made with: mean 0 and variance 1, or no variance."""
        fresh = not self.mean.any() and bool((self.variance == 1).all())
        return fresh or not self.variance.any()


def graph_norms(path: Path) -> list[GraphNorm]:
    """The batch norms of a graph in the order of its nodes, those with stored statistics.

    Args:
        path: of the graph. One whose numbers lie in another file gives none.
    """
    import onnx

    model = onnx.load(str(path), load_external_data=False)
    stored = {tensor.name: tensor for tensor in model.graph.initializer}
    if any(tensor.data_location == onnx.TensorProto.EXTERNAL for tensor in stored.values()):
        return []
    aliases = {n.output[0]: n.input[0] for n in model.graph.node if n.op_type == "Identity"}
    norms = []
    for node in model.graph.node:
        if node.op_type != "BatchNormalization" or len(node.input) < 5:
            continue
        names = [_aliased(name, aliases) for name in node.input[3:5]]
        if not all(name in stored for name in names):
            continue  # computed by the graph itself, from the batch
        mean, variance = (
            onnx.numpy_helper.to_array(stored[name]).astype(np.float64) for name in names
        )
        epsilon = next((a.f for a in node.attribute if a.name == "epsilon"), 1e-5)
        norms.append(GraphNorm(node.input[0], mean, variance, float(epsilon)))
    return norms


def _aliased(name: str, aliases: dict[str, str]) -> str:
    """What a name stands for: an exporter stores equal tensors once, behind Identity nodes."""
    for _ in range(len(aliases)):
        if name not in aliases:
            break
        name = aliases[name]
    return name


class NormInputs:
    """Runs a graph up to some of its batch norms.

    Args:
        path: of the graph.
        input_name: of the network.
        norms: whose inputs are wanted.
        batch: pictures that the graph takes at a time; None for any number.
    """

    def __init__(
        self, path: Path, input_name: str, norms: list[GraphNorm], batch: int | None
    ) -> None:
        import onnx
        import onnxruntime

        model = onnx.load(str(path), load_external_data=False)
        take_apart(model)
        self._input, self._batch = input_name, batch
        self._names = [norm.enters for norm in norms]
        named = {value.name for value in model.graph.output} | {input_name}
        model.graph.output.extend(
            onnx.ValueInfoProto(name=name) for name in dict.fromkeys(self._names)
            if name not in named
        )  # fmt: skip
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4
        # Fusing would take the tensors that are asked for out of the graph.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, planes: NDArray[Any]) -> list[NDArray[Any]]:
        """What enters each norm, `(n, channels, h, w)`, of normalised pictures `(n, 3, h, w)`.

        Pictures over a multiple of the batch are left out; too few for one are repeated.
        """
        step = self._batch or len(planes)
        planes = np.resize(planes, (max(step, len(planes) // step * step), *planes.shape[1:]))
        wanted = [name for name in dict.fromkeys(self._names) if name != self._input]
        parts: dict[str, list[NDArray[Any]]] = {name: [] for name in wanted}
        for start in range(0, len(planes), step):
            computed = self._session.run(wanted, {self._input: planes[start : start + step]})
            for name, values in zip(wanted, computed, strict=True):
                parts[name].append(values)
        seen = {name: np.concatenate(values) for name, values in parts.items()}
        return [planes if name == self._input else seen[name] for name in self._names]
