"""Odd networks: checkpoints of odd tensors and names, ONNX graphs of odd operators and sizes."""

from __future__ import annotations

import argparse
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from fuzz_changes import Draw

NAMES = (
    "0.weight", "0.bias", "module.0.weight", "model.0.weight", "model.0.bias", "module.0.bias", "",
    "0", "epoch", "classifier.weight", "num_batches_tracked", "ü", "a" * 300, "..",
)  # fmt: skip
WRAPPERS = ("state_dict", "model", "net", "model_ema", "teacher", "optimizer", "", "0")
OPERATORS = (
    "Relu", "Loop", "If", "RandomNormal", "RandomUniformLike", "Reshape", "Expand", "Tile", "Shape",
    "ConstantOfShape", "Resize", "Pad", "BatchNormalization", "Dropout", "Identity", "Gather",
    "NonZero", "Range", "Concat", "MatMul", "Gemm", "MaxPool", "SequenceConstruct", "Cast", "Nix",
)  # fmt: skip
SIZES = (0, 1, -1, 3, 7, 2**20, 2**31, 2**40, -(2**40))


def odd_checkpoint(draw: Draw) -> Any:
    """What a file of PyTorch may hold: tensors of odd kinds, odd names, wrappers in wrappers."""
    import torch

    def value() -> Any:
        kinds: tuple[Callable[[], Any], ...] = (
            lambda: torch.ones(3, 4), lambda: torch.zeros(3), lambda: torch.ones(3, 4),
            lambda: torch.zeros(3), lambda: torch.ones(4, 3).T, lambda: torch.tensor(1.0),
            lambda: torch.empty(0), lambda: torch.full((3, 4), float("nan")),
            lambda: torch.ones(3, 4, dtype=torch.complex64), lambda: torch.ones(3, 4).to_sparse(),
            lambda: torch.ones(3, 4).to(torch.float8_e4m3fn), lambda: torch.ones(1).expand(2**40),
            lambda: torch.ones(3, 4, device="meta"), lambda: torch.ones(3, dtype=torch.int64),
            lambda: torch.ones(3, 4, dtype=torch.bool), lambda: torch.ones(3, 4).half(),
            lambda: torch.quantize_per_tensor(torch.ones(3, 4), 0.1, 0, torch.qint8),
            lambda: torch.nn.Parameter(torch.ones(3, 4)), lambda: argparse.Namespace(a=1),
            lambda: PurePosixPath("/x"), lambda: defaultdict(list), lambda: slice(3), lambda: None,
            lambda: [torch.ones(3)], lambda: "text", lambda: 1, lambda: torch.device("cpu"),
            lambda: OrderedDict(a=torch.ones(3)), lambda: torch.ones(3, 4).numpy(), lambda: {1, 2},
        )  # fmt: skip
        return kinds[int(draw.integers(len(kinds)))]()

    content: Any = {_of(NAMES, draw): value() for _ in range(int(draw.integers(1, 6)))}
    if draw.integers(3) == 0:
        content = {"0.weight": torch.ones(3, 4), "0.bias": torch.zeros(3), **content}
    for _ in range(int(draw.integers(3))):
        content = {_of(WRAPPERS, draw): content, _of(WRAPPERS, draw): value()}
    return content if draw.integers(20) else [content]


def changed_model(model: Any, draw: Draw) -> Any:
    """An ONNX model of which a few operators, sizes, types and names were changed."""
    for _ in range(int(draw.integers(1, 4))):
        way = int(draw.integers(6))
        node = model.graph.node[int(draw.integers(len(model.graph.node)))]
        if way == 0:
            node.op_type = _of(OPERATORS, draw)
        elif way == 1 and node.attribute:
            attribute = node.attribute[int(draw.integers(len(node.attribute)))]
            attribute.ints[:] = [_of(SIZES, draw) for _ in range(int(draw.integers(4)))]
        elif way == 2:
            side = (model.graph.input, model.graph.output)[int(draw.integers(2))]
            sizes = side[0].type.tensor_type.shape.dim
            sizes[int(draw.integers(len(sizes)))].dim_value = _of(SIZES, draw)
        elif way == 3:
            weights = model.graph.initializer[0]
            weights.dims[int(draw.integers(len(weights.dims)))] = _of(SIZES, draw)
        elif way == 4:
            model.graph.input[0].type.tensor_type.elem_type = int(draw.integers(25))
        else:
            node.input[:] = [_of(("x", "w", "c", "r", ""), draw) for _ in node.input]
    return model


def _of(choices: tuple[Any, ...], draw: Draw) -> Any:
    return choices[int(draw.integers(len(choices)))]
