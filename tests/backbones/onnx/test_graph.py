"""What an ONNX file takes and gives; files that are no network of pictures are refused."""

import runpy
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from probe.backbones.onnx import spec
from probe.backbones.onnx.graph import new_session, read_graph
from probe.contracts import Runtime
from probe.errors import BackboneError, CheckpointError


def test_several_outputs_are_asked_about(small, saved):
    path = saved(small(outputs=2).eval())
    with pytest.raises(CheckpointError, match="out0, out1") as caught:
        spec.from_argument(str(path))
    assert "output:" in caught.value.hint


def test_what_is_refused(small, saved, tmp_path):
    (tmp_path / "text.onnx").write_text("no network")
    (tmp_path / "empty.onnx").write_bytes(b"")
    for name, words in {"none.onnx": "no such", "text.onnx": "ONNX", "empty.onnx": "ONNX"}.items():
        with pytest.raises(CheckpointError, match=words):
            spec.from_argument(str(tmp_path / name))
    path = saved(small().eval())
    cut = path.read_bytes()
    path.write_bytes(cut[: len(cut) // 2])
    with pytest.raises(CheckpointError, match=r"cut short|cannot run"):
        spec.load(spec.from_argument(str(path)), None, Runtime(device="cpu"))


@pytest.mark.parametrize("dynamic", [True, False])
def test_the_picture_input_and_the_embedding_are_found(dynamic, small, saved):
    graph = read_graph(saved(small().eval(), (48, 24), dynamic=dynamic, count=2))
    assert (graph.input_name, graph.input_type, graph.output_name) == ("x", "float", "out0")
    assert graph.size == (48, 24)
    assert graph.batch == (None if dynamic else 2)
    assert graph.dimension == 8


def test_an_output_is_taken_by_name_or_because_it_alone_is_a_vector(small, saved):
    path = saved(small(outputs=2).eval())
    assert read_graph(path, "out1").output_name == "out1"
    with pytest.raises(CheckpointError, match="no output named out2; there are: out0, out1"):
        read_graph(path, "out2")

    class WithMap(small):
        def forward(self, x):
            return self.convolution(x), self.convolution(x).mean((2, 3))

    assert read_graph(saved(WithMap(outputs=2).eval())).output_name == "out1"


@pytest.mark.parametrize(
    ("shape", "kind", "message"),
    [
        (["n", 64, 32, 3], TensorProto.FLOAT, r"takes \? x 64 x 32 x 3, not RGB"),
        (["n", 1, 64, 32], TensorProto.FLOAT, r"takes \? x 1 x 64 x 32, not RGB"),
        (["n", 512], TensorProto.FLOAT, r"takes \? x 512, not RGB"),
        (["n", 3, 64, 32], TensorProto.UINT8, "takes uint8 numbers"),
    ],
)
def test_other_inputs_are_named(shape, kind, message, tmp_path):
    given = helper.make_tensor_value_info("x", kind, shape)
    out = helper.make_tensor_value_info("y", kind, shape)
    node = helper.make_node("Identity", ["x"], ["y"])
    graph = helper.make_graph([node], "identity", [given], [out])
    onnx.save(helper.make_model(graph), str(tmp_path / "net.onnx"))
    with pytest.raises(CheckpointError, match=message):
        read_graph(tmp_path / "net.onnx")


def test_a_device_that_the_build_lacks_is_refused(small, saved):
    graph = read_graph(saved(small().eval()))
    with pytest.raises(BackboneError, match="cannot use the device tpu") as caught:
        new_session(graph, (64, 32), Runtime(device="tpu"))
    assert "--device cpu" in caught.value.hint


GUIDE = (Path(__file__).parents[3] / "docs" / "onnx.md").read_text("utf-8")


def snippet(heading):
    """The Python code below a heading of the guide."""
    return GUIDE.partition(f"## {heading}\n")[2].partition("```python\n")[2].partition("```")[0]


def odd_graph(path, inputs, nodes):
    given = helper.make_tensor_value_info("v", TensorProto.FLOAT, ["n", 3])
    graph = helper.make_graph(nodes, "g", inputs, [given])
    opset = [helper.make_opsetid("", 17)]
    path.write_bytes(
        helper.make_model(graph, opset_imports=opset, ir_version=8).SerializeToString()
    )


@pytest.mark.checkout
@pytest.mark.parametrize(
    ("heading", "before", "after", "told"),
    [
        ("Channels last", "nhwc", "nchw", r"takes \? x 32 x 16 x 3, not RGB"),
        ("Several inputs", "two_inputs", "one_input", r"has 2 inputs \(x, camera\)"),
    ],
)
def test_the_guide_makes_graphs_of_other_shapes_run(
    heading, before, after, told, pictures, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 32, 16, 3])
    nodes = [helper.make_node("ReduceMean", ["x"], ["v"], axes=[1, 2], keepdims=0)]
    if heading == "Several inputs":
        taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
        nodes = [
            helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0),
            helper.make_node("Cast", ["camera"], ["c"], to=TensorProto.FLOAT),
            helper.make_node("Add", ["m", "c"], ["v"]),
        ]
    inputs = [taken]
    if heading == "Several inputs":
        inputs.append(helper.make_tensor_value_info("camera", TensorProto.INT64, [1]))
    odd_graph(tmp_path / f"{before}.onnx", inputs, nodes)
    with pytest.raises(CheckpointError, match=told) as caught:
        spec.from_argument(f"{before}.onnx")
    assert "docs/onnx.md" in caught.value.hint
    (tmp_path / "turn.py").write_text(snippet(heading))
    runpy.run_path("turn.py")
    card = spec.from_argument(f"{after}.onnx").with_changes(mean=(0, 0, 0), std=(1, 1, 1))
    images = pictures(2, (32, 16))
    vectors = spec.load(card, None, Runtime(device="cpu")).embed(images)
    np.testing.assert_allclose(vectors, images.mean((1, 2)) / 255, atol=1e-5)


@pytest.mark.parametrize("name", [b"xname", b"middle", b"vname", b"Identity"])
def test_a_name_that_is_no_text_is_refused(name, tmp_path):
    taken = helper.make_tensor_value_info("xname", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = helper.make_tensor_value_info("vname", TensorProto.FLOAT, ["n", 3, 32, 16])
    nodes = [
        helper.make_node("Identity", ["xname"], ["middle"]),
        helper.make_node("Identity", ["middle"], ["vname"]),
    ]
    graph = helper.make_graph(nodes, "g", [taken], [given])
    path = tmp_path / "net.onnx"
    content = helper.make_model(graph).SerializeToString()
    path.write_bytes(content.replace(name, b"\xff" + name[1:]))
    with pytest.raises(CheckpointError, match=r"a name in the network is no text"):
        read_graph(path)
