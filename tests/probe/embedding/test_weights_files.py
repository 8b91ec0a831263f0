"""Weights consist of every file that holds their numbers."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper

from probe.embedding.weights_files import UnknownFilesError, companions, files_digest
from probe.wording import wording_of


def external(name, location):
    """A tensor whose numbers lie in another file."""
    tensor = numpy_helper.from_array(np.zeros(3, np.float32), name)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    return tensor


def saved(path, *, initialisers=(), nodes=(), functions=()):
    graph = helper.make_graph(list(nodes), "g", [], [], initializer=list(initialisers))
    model = helper.make_model(graph, functions=list(functions))
    path.write_bytes(model.SerializeToString())
    return path


def test_a_file_that_stands_alone_has_no_companions(tmp_path):
    path = saved(tmp_path / "net.onnx")
    assert companions(path) == ()
    assert companions(tmp_path / "net.pth") == ()


def test_every_place_a_tensor_can_stand_in_is_looked_at(tmp_path):
    inner = helper.make_graph([], "inner", [], [], initializer=[external("d", "d.data")])
    nodes = [
        helper.make_node("Constant", [], ["c"], value=external("c", "c.data")),
        helper.make_node("If", ["c"], ["x"], then_branch=inner, else_branch=inner),
    ]
    inside = helper.make_node("Constant", [], ["e"], value=external("e", "sub/e.data"))
    opset = [helper.make_opsetid("", 18)]
    function = helper.make_function("own", "f", [], ["e"], [inside], opset)
    path = saved(
        tmp_path / "net.onnx",
        initialisers=[external("a", "a.data"), external("b", "a.data")],
        nodes=nodes,
        functions=[function],
    )
    names = [file.relative_to(tmp_path).as_posix() for file in companions(path)]
    assert names == ["a.data", "c.data", "d.data", "sub/e.data"]


def test_equal_graphs_with_other_numbers_differ(tmp_path):
    digests = set()
    for number in (1, 2):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = saved(folder / "net.onnx", initialisers=[external("a", "net.onnx.data")])
        (folder / "net.onnx.data").write_bytes(bytes([number] * 12))
        digests.add(files_digest([path]))
    assert len(digests) == 2


def test_where_files_lie_does_not_count(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.pth").write_bytes(b"weights")
    assert files_digest([tmp_path / "one.pth"]) == files_digest([tmp_path / "two.pth"])


def test_openvino_keeps_its_numbers_beside(tmp_path):
    path = tmp_path / "net.xml"
    path.write_text("<net/>")
    with pytest.raises(UnknownFilesError, match=r"net\.bin cannot be read"):
        files_digest([path])
    (tmp_path / "net.bin").write_bytes(b"1")
    first = files_digest([path])
    (tmp_path / "net.bin").write_bytes(b"2")
    assert files_digest([path]) != first


def test_a_damaged_graph_is_not_guessed_at(tmp_path):
    path = tmp_path / "net.onnx"
    path.write_bytes(b"\xff" * 40)
    with pytest.raises(UnknownFilesError, match=r"net\.onnx is no readable ONNX file"):
        companions(path)


@pytest.mark.parametrize("name", ["../secret.bin", "/etc/hostname"])
def test_numbers_outside_the_folder_of_a_graph_are_not_opened(tmp_path, name):
    path = tmp_path / "in" / "net.onnx"
    path.parent.mkdir()
    (tmp_path / "secret.bin").write_bytes(b"secret")
    saved(path, initialisers=[external("w", name)])
    with pytest.raises(UnknownFilesError) as caught:
        files_digest([path])
    assert "it names numbers outside its folder" in wording_of()(caught.value.reason)
