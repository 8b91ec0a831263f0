"""OpenVINO's session: the same outputs by name, and a file that it cannot run."""

import numpy as np
import pytest
from onnx import TensorProto, helper, save

from probe.backbones.onnx.graph import Graph
from probe.backbones.onnx.openvino_session import OpenVinoSession
from probe.contracts import Runtime
from probe.errors import CheckpointError

pytest.importorskip("openvino")


def described(path):
    return Graph(path, "x", "float", None, None, "v", 3)


def test_outputs_are_taken_by_name(tmp_path):
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3])
    outputs = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["n", 3]) for n in ("u", "v")]
    nodes = [helper.make_node("Neg", ["x"], ["u"]), helper.make_node("Abs", ["x"], ["v"])]
    model = helper.make_model(
        helper.make_graph(nodes, "g", [taken], outputs),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=8,
    )
    save(model, tmp_path / "net.onnx")
    session = OpenVinoSession(described(tmp_path / "net.onnx"), Runtime(threads=1))
    (first,) = session.run(["v"], {"x": -np.ones((2, 3), np.float32)})
    (second,) = session.run(["u"], {"x": np.full((2, 3), 5, np.float32)})
    assert (first == 1).all()
    assert (second == -5).all()
    assert session.name.startswith("openvino 20")


def test_a_file_that_it_cannot_run_is_named(tmp_path):
    (tmp_path / "net.onnx").write_bytes(b"nothing")
    with pytest.raises(CheckpointError, match="OpenVINO cannot run the network") as caught:
        OpenVinoSession(described(tmp_path / "net.onnx"), Runtime())
    assert "onnxruntime" in caught.value.hint
