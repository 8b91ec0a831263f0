"""The node where numbers that are not finite begin."""

import numpy as np
from onnx import TensorProto, helper, save

from probe.backbones.onnx.first_fault import first_fault


def graph(path, nodes):
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3])
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, ["n", 3])
    made = helper.make_graph(nodes, "g", [taken], [given])
    save(helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    return path


def node(operator, taken, given, name):
    return helper.make_node(operator, [taken], [given], name=name)


def test_the_first_of_several_is_named_and_none_where_all_are_finite(tmp_path):
    nodes = [
        node("Neg", "x", "a", "turn"),
        node("Log", "a", "b", "bad"),
        node("Exp", "b", "v", "z"),
    ]
    path = graph(tmp_path / "net.onnx", nodes)
    assert first_fault(path, {"x": np.ones((1, 3), np.float32)}) == "Log bad"
    assert first_fault(path, {"x": -np.ones((1, 3), np.float32)}) == ""


def test_a_graph_that_cannot_be_run_so_names_nothing(tmp_path):
    path = graph(tmp_path / "net.onnx", [node("Neg", "x", "v", "turn")])
    assert first_fault(path, {"other": np.ones((1, 3), np.float32)}) == ""
