import sys

import pytest

from probe.contracts import BackboneSpec, Runtime
from probe.embedding.registry import cards, find, find_all, prefixes
from probe.errors import BackboneError, ProbeError


def test_every_shipped_backbone_has_a_sound_card():
    known = cards()
    assert "stripes" in known
    assert "osnet_x0_25" in known
    for name, (card, spec) in known.items():
        assert card.name == name
        assert isinstance(spec, BackboneSpec)
        assert card.summary
        assert min(card.input_size) > 0
        assert all(value > 0 for value in card.std)
        assert card.feature or not card.needs_weights


def test_open_ended_families():
    assert {"timm", "onnx"} <= set(prefixes())


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("stirpes", "did you mean 'stripes'"),
        ("osnet_x0_25", r"needs a weights file(.|\n)*--backbone osnet_x0_25=FILE"),
        ("osnet_x0_25=/no/such.pth", "no such weights file"),
        ("osnet_x0_25={folder}", r"this is a folder(.|\n)*it holds net\.pth: name one of them"),
        ("osnet_x0_25={folder}/nte.pth", r"no such weights file\n  did you mean 'net\.pth'"),
        ("osnet_x0_25={folder}/no/net.pth", r"no such weights file\n.*is not there either"),
        ("{folder}", r"this is a folder(.|\n)*it holds net\.pth: name one of them"),
        ("{folder}/nte.pth", r"nte\.pth: there is no such weights file\n  did you mean 'net\.pth'"),
        ("model.pth.tar", r"no such weights file\n.*it was looked for in"),
        ("Net.ONNX", "no such weights file"),
        ("onnx:", r"'onnx' is a family of networks(.|\n)*--backbone onnx:FILE"),
        ("onnx", r"'onnx' is a family of networks(.|\n)*--backbone onnx:FILE"),
        ("timm:", "'timm' is a family of networks"),
        ("timm", r"'timm' is a family of networks(.|\n)*such as timm:resnet50"),
        ("onnx:{folder}", r"this is a folder(.|\n)*it holds no \.onnx file"),
        ("onnx:{folder}/nte.pth", "no such ONNX file\n  did you mean 'net.pth'"),
        ("{folder}/net.pth", "the weights file is empty"),
        ("zzz", "and [0-9]+ more; `probe backbones` lists them"),
        ("no.module:spec", "cannot be imported"),
        ("json:loads", "a backbone is a BackboneSpec"),
        ("missing.yaml", "no such file"),
    ],
)
def test_what_cannot_be_used_is_refused(given, told, tmp_path):
    (tmp_path / "net.pth").write_bytes(b"")
    given = given.format(folder=tmp_path)
    with pytest.raises(BackboneError if ".yaml" not in given else Exception, match=told):
        find(given)


def test_the_folder_of_a_training_is_told_its_card(tmp_path):
    (tmp_path / "card.yaml").write_text("backbone: stripes\n")
    (tmp_path / "other.yaml").write_text("")
    with pytest.raises(BackboneError, match=r"this is a folder(.|\n)*did you mean '.*card\.yaml'"):
        find(str(tmp_path))


@pytest.mark.parametrize("given", ["a" * 1000, f"moco.lup={'a' * 1000}", f"onnx:{'a' * 1000}"])
def test_text_that_is_too_long_for_a_path_is_refused(given, tmp_path):
    with pytest.raises(BackboneError):
        find(given)
    (tmp_path / "card.yaml").write_text(f"backbone: {given}\n")
    with pytest.raises(BackboneError):
        find(str(tmp_path / "card.yaml"))


def test_weights_of_the_same_name_get_different_names(tmp_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "osnet_x0_25_mine.pth.tar-60").write_bytes(b"")
    given = [f"osnet_x0_25={tmp_path / f / 'osnet_x0_25_mine.pth.tar-60'}" for f in ("a", "b")]
    assert [c.name for c in find_all([*given, "stripes"])] == [
        "osnet_x0_25.mine",
        "osnet_x0_25.mine-2",
        "stripes",
    ]


def test_a_card_file_overrides_the_shipped_card(tmp_path):
    (tmp_path / "w.pth").write_bytes(b"")
    card = tmp_path / "card.yaml"
    card.write_text(
        "backbone: osnet_x0_25\nweights: w.pth\ntag: ours\ninput_size: [192, 64]\n"
        "mean: [0.5, 0.5, 0.5]\nfit: letterbox\n",
        encoding="utf-8",
    )
    choice = find(str(card))
    assert choice.name == "osnet_x0_25.ours"
    assert choice.card.input_size == (192, 64)
    assert choice.weights == tmp_path / "w.pth"
    assert choice.card.digest() != cards()["osnet_x0_25"][0].digest()


OWN = """
import numpy as np
from probe.contracts import BackboneCard, BackboneSpec

class Grey:
    def __init__(self, card):
        self.card = card

    def embed(self, images):
        return images.mean(axis=(2, 3)).astype(np.float32)

def load(card, weights, runtime):
    return Grey(card)

card = BackboneCard("grey", input_size=(8, 4), needs_weights=False)
spec = BackboneSpec(cards=(card,), load=load)
"""


def test_a_card_file_never_imports_a_module(tmp_path, monkeypatch):
    (tmp_path / "own_code.py").write_text("raise SystemExit('it ran')", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    card = tmp_path / "card.yaml"
    card.write_text("tag: x\nbackbone: own_code:spec\n", encoding="utf-8")
    with pytest.raises(BackboneError, match=r"card\.yaml:2:11: a card file does not import") as e:
        find(str(card))
    assert "--backbone own_code:spec" in e.value.hint
    assert "own_code" not in sys.modules


@pytest.mark.parametrize("name", ["../private", "../private/my dairy.txt", "../nowhere/x.pth"])
def test_what_lies_outside_the_folder_of_a_card_is_neither_listed_nor_quoted(name, tmp_path):
    """Weights may lie anywhere; the folders there are not told to who reads the message."""
    private, mine = tmp_path / "private", tmp_path / "mine"
    private.mkdir()
    mine.mkdir()
    (private / "my diary.txt").write_text("SECRET")
    for written in (name, str(mine / name)):
        (mine / "card.yaml").write_text(f"backbone: osnet_x0_25\nweights: {written}\n")
        with pytest.raises(BackboneError, match="weights file") as refused:
            find(str(mine / "card.yaml"))
        assert "diary" not in str(refused.value)
    (mine / "card.yaml").write_text("backbone: osnet_x0_25\nweights: wieghts.pth\n")
    (mine / "weights.pth").write_bytes(b"")
    with pytest.raises(BackboneError, match=r"did you mean 'weights\.pth'"):
        find(str(mine / "card.yaml"))


@pytest.mark.parametrize(
    "content",
    [
        b"SECRET\n",
        b"\x80\x04SECRET",
        b"\x10\0\0\0\0\0\0\0{'SECRET': 0}",
        b'\x19\0\0\0\0\0\0\0{"a":{"dtype":"SECRET"}}  ',
        b"PK\x03\x04SECRET",
    ],
)
def test_a_file_that_a_card_names_is_not_quoted(content, tmp_path):
    path = tmp_path / "private.pth"
    path.write_bytes(content)
    (tmp_path / "cards").mkdir()
    card = tmp_path / "cards" / "card.yaml"
    card.write_text(f"backbone: osnet_x0_25\nweights: {path}\n")
    with pytest.raises(ProbeError) as refused:
        find(str(card)).load(Runtime(device="cpu"))
    assert "SECRET" not in str(refused.value)


def test_a_card_file_may_name_an_open_ended_family(tmp_path):
    card = tmp_path / "card.yaml"
    card.write_text("backbone: timm:resnet18\ntag: plain\n", encoding="utf-8")
    assert find(str(card)).card.tag == "plain"


def test_ones_own_module_needs_no_packaging(tmp_path, monkeypatch):
    (tmp_path / "own_grey.py").write_text(OWN, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [p for p in sys.path if p not in {"", str(tmp_path)}])
    monkeypatch.chdir(tmp_path)
    choice = find("own_grey:spec")
    assert choice.name == "grey"
    assert choice.load(Runtime()).card.input_size == (8, 4)
    sys.modules.pop("own_grey")


def test_a_card_beside_the_weights_that_says_otherwise_is_told(tmp_path):
    weights = tmp_path / "own.pth"
    weights.touch()
    card = tmp_path / "card.yaml"
    card.write_text(
        "backbone: osnet_x0_25\nweights: own.pth\ninput_size: [128, 64]\nfit: letterbox\n"
    )
    given = f"osnet_x0_25={weights}"
    (note,) = find(given).notes
    assert note.values["keys"] == ("input_size", "fit")
    assert note.values["card"] == "card.yaml"  # reports leave out where files lie
    assert find(str(card)).notes == find(str(weights)).notes == ()
    assert find(f"{given}+{given}").notes == (note, note)
    card.write_text("backbone: osnet_x0_25\nweights: own.pth\ntag: own\n")
    assert find(given).notes == ()
    card.write_text("backbone: osnet_x0_5\nweights: own.pth\ninput_size: [128, 64]\n")
    assert find(given).notes == ()
