"""MeanVarianceNormalization taken apart: what the standard says, also where numbers are alike."""

import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import TensorProto, helper

from probe.backbones.onnx.batch_norms import NormInputs, graph_norms
from probe.backbones.onnx.first_fault import first_fault
from probe.backbones.onnx.graph import new_session, read_graph
from probe.backbones.onnx.variance_norms import names_operator, take_apart
from probe.contracts import Runtime

OPERATOR = "MeanVarianceNormalization"


def model_of(version, axes, *, outside=False):
    """Pictures `(n, 3, 4, 2)`, a ReLU, and the norm."""
    attributes = {} if axes is None else {"axes": axes}
    nodes = [
        helper.make_node("Relu", ["x"], ["positive"]),
        helper.make_node(OPERATOR, ["positive"], ["v"], **attributes),
    ]
    shape = ["n", 3, 4, 2]
    given = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in ("x", "v")]
    stored = onnx.numpy_helper.from_array(np.zeros(3, np.float32), "unused")
    if outside:
        stored.data_location = TensorProto.EXTERNAL
    graph = helper.make_graph(nodes, "g", given[:1], given[1:], initializer=[stored])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", version)], ir_version=8)


def apart(model):
    assert take_apart(model)
    return model.SerializeToString()


def run(content, pictures):
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    return session.run(None, {"x": pictures})[0]


@pytest.fixture
def pictures():
    values = np.random.default_rng(0).standard_normal((2, 3, 4, 2)).astype(np.float32)
    values[0, 1] = -1.0  # a channel that the ReLU makes all zero
    return values


@pytest.mark.parametrize("version", [9, 13, 18])
@pytest.mark.parametrize("axes", [[2, 3], [0, 2, 3], None, [1, 2, 3]])
def test_it_computes_what_the_standard_says(pictures, version, axes):
    over = tuple(axes or (0, 2, 3))
    positive = np.maximum(pictures, 0).astype(np.float64)
    gap = positive - positive.mean(over, keepdims=True)
    expected = gap / (np.sqrt((gap**2).mean(over, keepdims=True)) + 1e-9)
    computed = run(apart(model_of(version, axes)), pictures)
    np.testing.assert_allclose(computed, expected, atol=1e-5)


def test_numbers_that_are_all_alike_become_zero_and_not_none(pictures):
    computed = run(apart(model_of(9, [2, 3])), pictures)
    assert not computed[0, 1].any()
    assert np.isfinite(computed).all()


def test_a_network_of_the_disk_runs_so(tmp_path, pictures):
    path = tmp_path / "net.onnx"
    onnx.save(model_of(9, [2, 3]), str(path))
    assert names_operator(path)
    session = new_session(read_graph(path), (4, 2), Runtime(device="cpu"))
    assert np.isfinite(session.run(None, {"x": pictures})[0]).all()


def test_other_graphs_stay_as_they_are():
    plain = model_of(13, [2, 3])
    del plain.graph.node[1:]
    assert not take_apart(plain)
    assert [node.op_type for node in plain.graph.node] == ["Relu"]
    assert not take_apart(model_of(13, [2, 3], outside=True))


def test_what_looks_into_a_graph_sees_the_same(tmp_path, pictures):
    """The inputs of batch norms for `probe doctor`, and the node that a fault is blamed on."""
    model = model_of(13, [2, 3])
    stored = [onnx.numpy_helper.from_array(np.ones(3, np.float32), n) for n in "abcd"]
    model.graph.initializer.extend(stored)
    model.graph.node.append(helper.make_node("BatchNormalization", ["v", *"abcd"], ["normed"]))
    path = tmp_path / "net.onnx"
    onnx.save(model, str(path))
    (entering,) = NormInputs(path, "x", graph_norms(path), None)(pictures)
    assert np.isfinite(entering).all()
    assert first_fault(path, {"x": pictures}) == ""
