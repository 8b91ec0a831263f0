"""A graph gives the vectors of its network, by itself and under the card of an architecture."""

import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
import yaml
from onnx import TensorProto, helper

from probe.backbones._torch.resnet import BasicBlock, ResNet
from probe.backbones._torch.resnet_shape import ResNetShape
from probe.backbones.ensemble.model import EnsembleNet, EnsembleShape
from probe.backbones.ibn.model import StrongBaseline
from probe.backbones.onnx import spec
from probe.backbones.onnx.session import is_onnx
from probe.cli import main
from probe.contracts import Runtime
from probe.embedding.registry import find
from probe.errors import BackboneError, CheckpointError, VectorError
from probe.wording import wording_of


def expected(network, images, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225)):
    x = (images / 255 - np.array(mean)) / np.array(std)
    with torch.inference_mode():
        return network(torch.from_numpy(x.transpose(0, 3, 1, 2)).float()).flatten(1).numpy()


@pytest.mark.parametrize("keep_map", [False, True])
@pytest.mark.parametrize(("dynamic", "count"), [(True, 1), (False, 1), (False, 4)])
def test_equals_the_network(small, dynamic, count, keep_map, saved, pictures):
    network = small(keep_map=keep_map).eval()
    path = saved(network, dynamic=dynamic, count=count)
    card = spec.from_argument(str(path))
    assert card.input_size == (64, 32)
    backbone = spec.load(card, None, Runtime(device="cpu"))
    assert backbone.card.dimension == 8
    images = pictures(21, (64, 32))
    np.testing.assert_allclose(backbone.embed(images), expected(network, images), atol=1e-5)


def test_card_changes_reach_the_network(small, saved, pictures):
    network = small().eval()
    card = spec.from_argument(str(saved(network)))
    card = card.with_changes(mean=(0.5,) * 3, std=(0.5,) * 3, channels="BGR")
    backbone = spec.load(card, None, Runtime(device="cpu"))
    images = pictures(3, (64, 32))
    wanted = expected(network, images[..., ::-1].copy(), (0.5,) * 3, (0.5,) * 3)
    np.testing.assert_allclose(backbone.embed(images), wanted, atol=1e-5)


def test_a_card_of_another_size_and_another_engine_are_refused(small, saved):
    path = saved(small().eval())
    card = spec.from_argument(str(path))
    with pytest.raises(CheckpointError, match="card says"):
        spec.load(card.with_changes(input_size=(32, 32)), path, Runtime(device="cpu"))
    with pytest.raises(BackboneError, match="PyTorch"):
        spec.load(card, None, Runtime(device="cpu", engine="torch"))


@pytest.mark.parametrize(("file", "answer"), [("a.onnx", True), ("a.ONNX", True), ("a.pth", False)])
def test_graphs_are_known_by_their_name(file, answer):
    assert is_onnx(Path(file)) == answer
    assert not is_onnx(None)


BLOCKS, WIDTHS = (1, 1, 1, 1), (4, 4, 8, 8)


def baseline():
    trunk = ResNet(1, block=BasicBlock, blocks=BLOCKS, widths=WIDTHS, ibn_a=True, stem_relu=True)
    return StrongBaseline(trunk)


def ensemble():
    trunk = ResNetShape(BasicBlock, BLOCKS, WIDTHS, ibn_a=False)
    return EnsembleNet(EnsembleShape(trunk, 3, last_stride=1, reduction=5))


NETWORKS = {"ibn": baseline, "ensemble": ensemble}

SIZES = {"ibn": (256, 128), "ensemble": (384, 128)}


@pytest.fixture(params=NETWORKS)
def files(request, tmp_path):
    """The name of an architecture, its weights as .pth and as .onnx."""
    torch.manual_seed(6)
    network = NETWORKS[request.param]().eval()
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.running_var, 0.5, 1.5)
            torch.nn.init.normal_(module.running_mean, 0, 0.3)
    torch.save({"state_dict": network.state_dict()}, tmp_path / "weights.pth")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network, (torch.zeros(2, 3, *SIZES[request.param]),), str(tmp_path / "weights.onnx"),
            dynamo=False, input_names=["x"], output_names=["feature"],
            dynamic_axes={"x": {0: "n"}, "feature": {0: "n"}},
        )  # fmt: skip
    return request.param, tmp_path / "weights.pth", tmp_path / "weights.onnx"


def test_a_graph_gives_the_vectors_of_its_weights(files, pictures):
    name, weights, graph = files
    shown = pictures(5, SIZES[name])
    eager = find(f"{name}={weights}").load(Runtime(device="cpu", engine="torch"))
    backbone = find(f"{name}={graph}").load(Runtime(device="cpu"))
    expected = eager.embed(shown)
    np.testing.assert_allclose(
        backbone.embed(shown), expected, rtol=0, atol=1e-5 * np.abs(expected).max()
    )
    assert backbone.card.architecture == name
    assert backbone.card.dimension == eager.card.dimension
    assert "output feature of an ONNX graph" in wording_of()(backbone.card.feature)
    assert not backbone.card.options


def test_a_card_file_prepares_pictures_for_a_graph(files, pictures, tmp_path):
    """Mean and spread of a card file reach the graph, as they reach the weights."""
    name, weights, graph = files
    shown = pictures(3, SIZES[name])
    vectors = []
    for file, engine in ((weights, "torch"), (graph, "auto")):
        card = {"backbone": name, "weights": file.name, "mean": [0.5] * 3, "std": [0.2] * 3}
        (tmp_path / "card.yaml").write_text(yaml.safe_dump(card))
        backbone = find(str(tmp_path / "card.yaml")).load(Runtime(device="cpu", engine=engine))
        vectors.append(backbone.embed(shown))
    np.testing.assert_allclose(*vectors, rtol=0, atol=1e-5 * np.abs(vectors[0]).max())


def test_a_graph_of_another_size_says_what_to_write(files, tmp_path):
    name, _, graph = files
    card = {"backbone": name, "weights": graph.name, "input_size": [128, 64]}
    (tmp_path / "card.yaml").write_text(yaml.safe_dump(card))
    with pytest.raises(CheckpointError, match="the card says") as caught:
        find(str(tmp_path / "card.yaml")).load(Runtime(device="cpu"))
    assert f"input_size: {list(SIZES[name])}" in caught.value.hint


MEANS = helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0)


def test_batch_norm_in_training_mode_and_chance_are_refused_when_a_graph_is_loaded(
    graph_file, tmp_path
):
    sound = graph_file(tmp_path / "sound.onnx", [MEANS, helper.make_node("Identity", ["m"], ["v"])])
    assert find(f"onnx:{sound}").load(Runtime()).card.dimension == 3
    numbers = [
        helper.make_tensor(name, TensorProto.FLOAT, [3], [value] * 3)
        for name, value in (("s", 1.0), ("b", 0.0), ("mean", 0.0), ("var", 1.0))
    ]
    norm = helper.make_node(
        "BatchNormalization", ["m", "s", "b", "mean", "var"], ["v", "mo", "vo"], training_mode=1
    )
    trained = graph_file(tmp_path / "training.onnx", [MEANS, norm], numbers)
    with pytest.raises(BackboneError, match=r"other pictures of its batch|the second time"):
        find(f"onnx:{trained}").load(Runtime())
    noise = helper.make_node("RandomNormalLike", ["m"], ["r"])
    random = graph_file(
        tmp_path / "random.onnx", [MEANS, noise, helper.make_node("Add", ["m", "r"], ["v"])]
    )
    with pytest.raises(BackboneError, match="another vector the second time"):
        find(f"onnx:{random}").load(Runtime())


def test_the_doctor_looks_at_a_graph(graph_file, tmp_path, capsys, people):
    sound = graph_file(tmp_path / "sound.onnx", [MEANS, helper.make_node("Identity", ["m"], ["v"])])
    main(["doctor", f"onnx:{sound}", "--photos", str(people)])
    printed = capsys.readouterr().out
    assert "repeatable" in printed
    assert "mirror image" in printed


def test_a_size_that_is_half_open_is_filled_in_and_errors_at_run_time_are_named(
    graph_file, tmp_path
):
    path = graph_file(tmp_path / "net.onnx", [MEANS, helper.make_node("Identity", ["m"], ["v"])])
    model = onnx.load(str(path))
    sides = model.graph.input[0].type.tensor_type.shape.dim
    sides[3].ClearField("dim_value")
    onnx.save(model, str(path))
    assert find(f"onnx:{path}").card.input_size == (32, 16)
    sides[3].dim_value, sides[2].dim_value = 16, 0
    sides[2].ClearField("dim_value")
    onnx.save(model, str(path))
    assert find(f"onnx:{path}").card.input_size == (32, 16)
    shape = helper.make_tensor("s", TensorProto.INT64, [2], [-1, 7])
    broken = graph_file(
        tmp_path / "broken.onnx", [MEANS, helper.make_node("Reshape", ["m", "s"], ["v"])], [shape]
    )
    with pytest.raises((BackboneError, CheckpointError), match="ONNX Runtime cannot run"):
        find(f"onnx:{broken}").load(Runtime())


def test_loops_bombs_and_lists_are_refused_before_anything_is_computed(graph_file, tmp_path):
    body = helper.make_graph(
        [helper.make_node("Identity", ["c"], ["o"])], "body",
        [helper.make_tensor_value_info("i", TensorProto.INT64, []),
         helper.make_tensor_value_info("c", TensorProto.BOOL, [])],
        [helper.make_tensor_value_info("o", TensorProto.BOOL, [])],
    )  # fmt: skip
    loop = helper.make_node("Loop", ["", "t"], [], body=body, name="endless")
    true = helper.make_tensor("t", TensorProto.BOOL, [], [True])
    identity = helper.make_node("Identity", ["m"], ["v"])
    endless = graph_file(tmp_path / "endless.onnx", [MEANS, loop, identity], [true])
    with pytest.raises(CheckpointError, match="the network loops"):
        find(f"onnx:{endless}")
    huge = helper.make_tensor("s", TensorProto.INT64, [3], [1_000_000, 1_000_000, 100])
    ones = helper.make_node("ConstantOfShape", ["s"], ["bomb"])
    bomb = graph_file(tmp_path / "bomb.onnx", [MEANS, ones, identity], [huge])
    with pytest.raises(CheckpointError, match="an array of 100,000,000,000,000 values"):
        find(f"onnx:{bomb}")
    path = graph_file(
        tmp_path / "list.onnx", [MEANS, helper.make_node("SequenceConstruct", ["m"], ["v"])]
    )
    model = onnx.load(str(path))
    model.graph.output[0].CopyFrom(
        helper.make_tensor_sequence_value_info("v", TensorProto.FLOAT, ["n", 3])
    )
    onnx.save(model, str(path))
    with pytest.raises(CheckpointError, match="gives lists or maps, not arrays"):
        find(f"onnx:{path}")


def test_a_path_of_a_graph_may_hold_an_equals_sign(graph_file, tmp_path):
    path = tmp_path / "size=32.onnx"
    graph_file(path, [MEANS, helper.make_node("Identity", ["m"], ["v"])])
    assert find(f"onnx:{path}").load(Runtime()).card.dimension == 3


def dark_is_nan(graph_file, path):
    """A graph whose vectors are NaN for dark pictures, by its node `root`."""
    shift = helper.make_tensor("c", TensorProto.FLOAT, [1], [1.0])
    brighter = helper.make_node("Add", ["m", "c"], ["b"])
    root = helper.make_node("Sqrt", ["b"], ["r"], name="root")
    out = helper.make_node("Mul", ["r", "c"], ["v"], name="after")
    return graph_file(path, [MEANS, brighter, root, out], [shift])


def test_a_vector_that_is_not_finite_names_picture_and_node(graph_file, tmp_path):
    backbone = find(f"onnx:{dark_is_nan(graph_file, tmp_path / 'net.onnx')}").load(Runtime())
    noise = np.random.default_rng(1).integers(0, 256, (3, 32, 16, 3), np.uint8)
    assert np.isfinite(backbone.embed(noise)).all()
    noise[1] = 3
    with pytest.raises(
        VectorError, match=r"picture 1 of the batch: .* its node Sqrt root"
    ) as caught:
        backbone.embed(noise)
    assert caught.value.picture == 1


def test_a_graph_that_never_gives_numbers_is_refused_before_any_picture(graph_file, tmp_path):
    shift = helper.make_tensor("c", TensorProto.FLOAT, [1], [-90.0])
    nodes = [
        MEANS,
        helper.make_node("Add", ["m", "c"], ["b"]),
        helper.make_node("Log", ["b"], ["v"]),
    ]
    path = graph_file(tmp_path / "net.onnx", nodes, [shift])
    with pytest.raises(VectorError, match=r"a made picture of noise, before any of yours: .* Log"):
        find(f"onnx:{path}").load(Runtime())


def test_openvino_runs_a_graph_where_it_is_asked_for(small, saved, pictures):
    pytest.importorskip("openvino")
    path = saved(small().eval())
    card = spec.from_argument(str(path))
    vectors = {}
    for engine in ("onnxruntime", "openvino"):
        backbone = spec.load(card, None, Runtime(device="cpu", engine=engine))
        assert backbone.engine.startswith(engine)
        vectors[engine] = backbone.embed(pictures(21, (64, 32)))
    np.testing.assert_allclose(*vectors.values(), atol=1e-5)


def test_openvino_that_is_not_there_is_said(small, saved, monkeypatch):
    monkeypatch.setitem(sys.modules, "openvino", None)
    card = spec.from_argument(str(saved(small().eval())))
    with pytest.raises(BackboneError, match="OpenVINO is not installed"):
        spec.load(card, None, Runtime(engine="openvino"))
    with pytest.raises(BackboneError, match="on the CPU here, not on cuda"):
        spec.load(card, None, Runtime(device="cuda", engine="openvino"))


@pytest.mark.parametrize(
    ("nodes", "said"),
    [
        ([helper.make_node("ReduceMean", ["x"], ["v"], keepdims=0)], "a single number for"),
        (
            [
                helper.make_node("Cast", ["x"], ["s"], to=TensorProto.STRING),
                helper.make_node("Identity", ["s"], ["v"]),
            ],
            "no numbers for",
        ),
    ],
)
def test_an_output_that_is_no_vector_is_refused(nodes, said, tmp_path):
    kind = TensorProto.STRING if "no" in said.split() else TensorProto.FLOAT
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = helper.make_tensor_value_info("v", kind, None)
    graph = helper.make_graph(nodes, "g", [taken], [given])
    opsets = [helper.make_opsetid("", 17)]
    model = helper.make_model(graph, opset_imports=opsets, ir_version=8)
    path = tmp_path / "net.onnx"
    path.write_bytes(model.SerializeToString())
    card = tmp_path / "card.yaml"
    card.write_text("backbone: onnx:net.onnx\ninput_size: [32, 16]\n")
    with pytest.raises(BackboneError, match=said):
        find(str(card)).load(Runtime())
