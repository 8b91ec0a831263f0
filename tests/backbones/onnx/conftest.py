"""A small network and its export."""

import warnings

import pytest
import torch
from onnx import TensorProto, helper


class SmallNetwork(torch.nn.Module):
    """A convolution and the mean of its map, twice with two outputs."""

    def __init__(self, outputs=1, keep_map=False):
        super().__init__()
        torch.manual_seed(1)
        self.convolution = torch.nn.Conv2d(3, 8, 5, 2)
        self.outputs = outputs
        self.keep_map = keep_map

    def forward(self, x):
        vector = self.convolution(x).mean((2, 3), keepdim=self.keep_map)
        return vector if self.outputs == 1 else (vector, vector * 2)


@pytest.fixture
def small():
    """The class of the network."""
    return SmallNetwork


@pytest.fixture
def saved(tmp_path):
    """`saved(network, size)`: its graph, with an open number of pictures unless said otherwise."""

    def save(network, size=(64, 32), *, dynamic=True, count=1):
        path = tmp_path / "net.onnx"
        names = [f"out{i}" for i in range(network.outputs)]
        axes = {name: {0: "n"} for name in ["x", *names]} if dynamic else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            torch.onnx.export(
                network,
                (torch.zeros(count, 3, *size),),
                str(path),
                dynamo=False,
                input_names=["x"],
                output_names=names,
                dynamic_axes=axes,
            )
        return path

    return save


def write_graph(path, nodes, initialisers=(), functions=()):
    """A graph of pictures `(n, 3, 32, 16)` to vectors `(n, 3)`."""
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, ["n", 3])
    graph = helper.make_graph(nodes, "g", [taken], [given], initializer=list(initialisers))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("f", 1)]
    path.write_bytes(
        helper.make_model(
            graph, opset_imports=opsets, ir_version=8, functions=functions
        ).SerializeToString()
    )
    return path


@pytest.fixture
def graph_file():
    """`graph_file(path, nodes, initialisers, functions)`: its file is written."""
    return write_graph
