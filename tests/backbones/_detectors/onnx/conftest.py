"""Cards of small networks in ONNX that answer with constant numbers."""

import numpy as np
import onnx
import pytest
import yaml
from onnx import TensorProto, helper, numpy_helper

CARD = {
    "weights": "net.onnx", "input_size": [64, 96], "fit": "letterbox", "head": "yolo",
    "box": "centre", "unit": "pixels", "person": 1, "nms": 0.5,
}  # fmt: skip


def constant_network(path, size=(64, 96), **outputs):
    """A network that takes pictures and answers with these arrays, whatever it sees."""
    shape = [1, 3, *size]
    given = helper.make_tensor_value_info("images", TensorProto.FLOAT, shape)
    nodes, values = [], []
    for name, array in outputs.items():
        tensor = numpy_helper.from_array(np.asarray(array, np.float32), f"{name}_value")
        nodes.append(helper.make_node("Constant", [], [name], value=tensor))
        values.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, list(np.shape(array))))
    # The picture is taken notice of, so that the input stays in the graph.
    nodes.append(helper.make_node("Identity", ["images"], ["seen"]))
    values.append(helper.make_tensor_value_info("seen", TensorProto.FLOAT, shape))
    graph = helper.make_graph(nodes, "constant", [given], values)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(model, path)


@pytest.fixture
def card(tmp_path):
    """`card(outputs, **changes)`: path of a card and its network; None leaves a key out."""

    def made(outputs, size=(64, 96), **changes):
        constant_network(tmp_path / "net.onnx", size, **outputs)
        written = {**CARD, **changes}
        path = tmp_path / "card.yaml"
        path.write_text(yaml.safe_dump({k: v for k, v in written.items() if v != "left out"}))
        return path

    return made
