"""Intel's networks for people: their cards, and both forms of their files."""

import numpy as np
import pytest
from onnx import TensorProto, helper, numpy_helper, save

from probe.backbones.retail_reid import MARKET, spec
from probe.contracts import Runtime
from probe.embedding.registry import cards, find
from probe.errors import BackboneError
from probe.wording import wording_of

CPU = Runtime(device="cpu", threads=1)
MEAN, STD = np.array((0.485, 0.456, 0.406)), np.array((0.229, 0.224, 0.225))


@pytest.fixture
def images():
    return np.random.default_rng(0).integers(0, 256, (3, 256, 128, 3), np.uint8)


@pytest.fixture
def graph(tmp_path):
    """Of the mean of each plane, one picture at a time, as Intel's files are."""
    taken = helper.make_tensor_value_info("data", TensorProto.FLOAT, [1, 3, 256, 128])
    given = helper.make_tensor_value_info("reid_embedding", TensorProto.FLOAT, [1, 3])
    axes = numpy_helper.from_array(np.array([2, 3]), "axes")
    node = helper.make_node("ReduceMean", ["data", "axes"], ["reid_embedding"], keepdims=0)
    drawn = helper.make_graph([node], "g", [taken], [given], initializer=[axes])
    model = helper.make_model(drawn, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)
    save(model, tmp_path / "person.onnx")
    return tmp_path / "person.onnx"


def test_every_network_has_a_card_with_its_address_licence_and_figures():
    named, words = cards(), wording_of("en")
    for tag, (rank, precision, file) in MARKET.items():
        card = named[f"retail_reid.{tag}"][0]
        assert f"rank 1 {rank:.1%}, mAP {precision:.1%}" in words(card.summary).replace("\xa0", "")
        assert card.licence.startswith("Apache-2.0")
        assert card.url.endswith(file)
        assert bool(card.url) == bool(file)


def test_the_onnx_file_takes_rgb_normalised_as_osnet_does(graph, images):
    model = find(f"retail_reid.0287={graph}").load(CPU)
    wanted = (images.mean((1, 2)) / 255 - MEAN) / STD
    np.testing.assert_allclose(model.embed(images), wanted, atol=1e-4)
    assert model.card.name == "retail_reid.0287"


def test_openvinos_form_takes_bgr_as_it_is(graph, images):
    openvino = pytest.importorskip("openvino")
    path = graph.with_suffix(".xml")
    openvino.save_model(openvino.convert_model(str(graph)), path, compress_to_fp16=False)
    model = find(f"retail_reid.0288={path}").load(CPU)
    np.testing.assert_allclose(model.embed(images), images.mean((1, 2))[:, ::-1], rtol=1e-4)


def test_a_file_of_another_kind_is_refused(tmp_path):
    (tmp_path / "weights.pth").write_bytes(b"nothing")
    with pytest.raises(BackboneError, match=r"is an ONNX file, or an \.xml"):
        spec.load(spec.cards[0], tmp_path / "weights.pth", CPU)
