"""A graph that asks for too much is refused before anything is computed."""

import pytest
from onnx import TensorProto, helper

from probe.backbones.onnx.bounds import MOST_NODES
from probe.backbones.onnx.graph import read_graph
from probe.errors import CheckpointError

MEANS = helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0)


def doubling(count, first="Identity"):
    """Functions f0, f1, ... of which each calls the one before it twice."""
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid("f", 1)]
    for i in range(count):
        names = (first, "") if i == 0 else (f"f{i - 1}", "f")
        body = [
            helper.make_node(names[0], [taken], [given], domain=names[1])
            for taken, given in (("a", "t"), ("t", "b"))
        ]
        yield helper.make_function("f", f"f{i}", ["a"], ["b"], body, opsets)


def test_functions_that_double_are_counted_wherever_they_are_called(graph_file, tmp_path):
    for count, refused in ((16, False), (17, True), (45, True)):
        call = helper.make_node(f"f{count - 1}", ["m"], ["v"], domain="f")
        path = graph_file(tmp_path / f"{count}.onnx", [MEANS, call], functions=[*doubling(count)])
        assert (2**count > MOST_NODES) == refused
        if refused:
            with pytest.raises(CheckpointError, match=rf"has {2**count + 1:,} operators, more"):
                read_graph(path)
        else:
            read_graph(path)


def test_functions_that_call_themselves_are_refused(graph_file, tmp_path):
    call = helper.make_node("f0", ["m"], ["v"], domain="f")
    opsets = [helper.make_opsetid("f", 1)]
    body = [helper.make_node("f0", ["a"], ["b"], domain="f")]
    itself = helper.make_function("f", "f0", ["a"], ["b"], body, opsets)
    path = graph_file(tmp_path / "itself.onnx", [MEANS, call], functions=[itself])
    with pytest.raises(CheckpointError, match="call each other without end"):
        read_graph(path)


def test_a_loop_inside_a_function_is_named(graph_file, tmp_path):
    call = helper.make_node("f0", ["m"], ["v"], domain="f")
    path = graph_file(tmp_path / "l.onnx", [MEANS, call], functions=[*doubling(1, "Scan")])
    with pytest.raises(CheckpointError, match="the network loops"):
        read_graph(path)


def test_a_graph_of_too_many_operators_is_refused(graph_file, tmp_path):
    nodes = [MEANS]
    for i in range(MOST_NODES):
        nodes.append(helper.make_node("Relu", [f"r{i - 1}" if i else "m"], [f"r{i}"]))
    path = graph_file(
        tmp_path / "deep.onnx",
        [*nodes, helper.make_node("Identity", [nodes[-1].output[0]], ["v"])],
    )
    with pytest.raises(CheckpointError, match="has 100,002 operators"):
        read_graph(path)


def test_an_array_is_named_with_its_size(graph_file, tmp_path):
    shape = helper.make_tensor("s", TensorProto.INT64, [2], [2**16, 2**16])
    ones = helper.make_node("ConstantOfShape", ["s"], ["bomb"])
    given = helper.make_node("Identity", ["m"], ["v"])
    path = graph_file(tmp_path / "bomb.onnx", [MEANS, ones, given], [shape])
    with pytest.raises(CheckpointError, match=r"an array of 4,294,967,296 values \(bomb\)"):
        read_graph(path)
