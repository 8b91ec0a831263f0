"""What a card file may state, and where its file lies."""

import pytest

from probe.backbones._torch.torchvision_import import allow_torchvision
from probe.contracts.card import UNKNOWN
from probe.embedding.registry import find
from probe.errors import BackboneError
from probe.wording import Message, wording_of


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("maen: [1, 1, 1]", r"card\.yaml:2:.*(.|\n)*did you mean 'mean'"),
        ("std: [0, 1, 1]", "std: three numbers above 0 are needed"),
        ("fit: squeeze", r"fit is 'squeeze'(.|\n)*letterbox"),
        ("input_size: [0, 64]", "height and width"),
        ("input_size: [1000000, 1000000]", r"card\.yaml:2:\d+: input_size: at most 4096 pixels"),
        ("mean: blue", "mean"),
        ("backbone: stripes", "twice"),
    ],
)
def test_mistakes_in_a_card_file_name_the_line(tmp_path, line, told):
    card = tmp_path / "card.yaml"
    card.write_text(f"backbone: stripes\n{line}\n", encoding="utf-8")
    with pytest.raises(Exception, match=told):
        find(str(card))


def graph(path, outputs=2):
    """An ONNX graph of pictures 32x16 that gives their mean colour, under one name or several."""
    from onnx import TensorProto, helper

    names = [f"out{k}" for k in range(outputs)]
    taken = helper.make_tensor_value_info("x", TensorProto.FLOAT, ["n", 3, 32, 16])
    given = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", 3]) for name in names]
    mean = helper.make_node("ReduceMean", ["x"], ["mean"], axes=[2, 3], keepdims=0)
    nodes = [mean, *(helper.make_node("Identity", ["mean"], [name]) for name in names)]
    opset = [helper.make_opsetid("", 17)]
    made = helper.make_model(
        helper.make_graph(nodes, "g", [taken], given), opset_imports=opset, ir_version=8
    )
    path.write_bytes(made.SerializeToString())


@pytest.mark.parametrize("named", ["backbone: onnx:net.onnx", "backbone: onnx\nweights: net.onnx"])
def test_a_graph_lies_beside_its_card_and_its_options_are_read_first(named, tmp_path):
    (tmp_path / "cards").mkdir()
    graph(tmp_path / "cards" / "net.onnx")
    with pytest.raises(BackboneError, match=r"2 outputs(.|\n)*options: \{output: out0\}"):
        find(f"onnx:{tmp_path / 'cards' / 'net.onnx'}")
    card = tmp_path / "cards" / "card.yaml"
    card.write_text(f"{named}\nmean: [0.5, 0.5, 0.5]\noptions: {{output: out1}}\n")
    choice = find(str(card))
    assert (choice.name, wording_of()(choice.card.feature)) == (
        "onnx.net",
        "output out1 of the graph",
    )
    assert choice.card.mean == (0.5, 0.5, 0.5)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("backbone: onnx", r"family of networks(.|\n)*onnx:FILE"),
        ("backbone: onnx:a.onnx\nweights: b.onnx", r"card\.yaml:2:\d+: the card names two files"),
        ("backbone: onnx:../../a.onnx", r"no such file(.|\n)*from the folder of the card"),
        ("backbone: onnx:net.onxn", r"did you mean 'net\.onnx'"),
    ],
)
def test_a_graph_that_is_not_named_rightly(text, told, tmp_path):
    graph(tmp_path / "net.onnx")
    card = tmp_path / "card.yaml"
    card.write_text(f"{text}\n")
    with pytest.raises(BackboneError, match=told):
        find(str(card))


def test_weights_of_ones_own_carry_nothing_of_those_that_timm_has(tmp_path):
    allow_torchvision()
    pytest.importorskip("timm")
    (tmp_path / "resnet18-mine.pth").write_bytes(b"x")
    card = tmp_path / "card.yaml"
    card.write_text("backbone: timm:resnet18\nweights: resnet18-mine.pth\nlicence: ours\n")
    for given, licence in {
        f"timm:resnet18={tmp_path / 'resnet18-mine.pth'}": Message("card-licence-of-weights"),
        f"timm:resnet18.a1_in1k={tmp_path / 'resnet18-mine.pth'}": Message(
            "card-licence-of-weights"
        ),
        str(card): "ours",
    }.items():
        choice = find(given)
        assert choice.name == "timm:resnet18.mine"
        assert (choice.card.licence, choice.card.training_data) == (licence, UNKNOWN)
        assert choice.card.source.endswith("resnet18-mine.pth")


def test_what_a_card_says_may_stand_in_several_languages(tmp_path):
    card = tmp_path / "card.yaml"
    card.write_text(
        "backbone: stripes\nsummary: {en: by colour, ja: 色による}\nlicence: mine\n",
        encoding="utf-8",
    )
    found = find(str(card)).card
    said = [wording_of(language).either(found.summary) for language in ("en", "ja", "zh")]
    assert said == ["by colour", "色による", "by colour"]
    assert found.licence == "mine"
    one = tmp_path / "one.yaml"
    one.write_text("backbone: stripes\nfeature: {en: rows}\n", encoding="utf-8")
    alike = tmp_path / "alike.yaml"
    alike.write_text("backbone: stripes\nfeature: {en: rows, zh: 行}\n", encoding="utf-8")
    assert find(str(one)).card.digest() == find(str(alike)).card.digest(), "words decide nothing"
    card.write_text("backbone: stripes\nsummary: [by colour]\n", encoding="utf-8")
    with pytest.raises(BackboneError, match=r"card\.yaml:2:(.|\n)*codes to texts"):
        find(str(card))
