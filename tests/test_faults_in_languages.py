"""Typical faults, as a Japanese or Chinese user meets them: no English sentence is told."""

import re

import numpy as np
import pytest
from PIL import Image

from probe.cli import main

pytestmark = pytest.mark.checkout

SENTENCE = re.compile(r"(?<![\w./-])[A-Za-z]+(?: [a-z]+){2,}(?![\w./-])")
"""Three words of English in a row."""

TYPED = re.compile(r"`[^`]*`|--[a-z-]+(?: (?=[A-Z])[A-Z]\S*)?|pip install \S+|torch\.save\(.*\)")
"""What a user types, which is the same in every language."""


def english_in(text, names):
    """Sentences of English in what was printed, names and what is typed left out."""
    for name in sorted(map(str, names), key=len, reverse=True):
        text = text.replace(name, " · ")
    return SENTENCE.findall(TYPED.sub(" · ", text))


def test_english_is_seen():
    assert english_in("a.pth: the weights file is empty", ["a.pth"]) == [
        "the weights file is empty"
    ]
    assert english_in("a.pth：重みファイルが空です", ["a.pth"]) == []
    assert english_in("`probe init FOLDER proposes one`を使う", []) == []


@pytest.fixture
def no_weights(tmp_path):
    """A text under the name of weights."""
    path = tmp_path / "w.pth"
    path.write_text("no weights", "utf-8")
    return path


@pytest.fixture
def other_network(tmp_path):
    """Tensors of a network that is none of ours."""
    torch = pytest.importorskip("torch")
    path = tmp_path / "other.pth"
    torch.save({"layers.0.weight": torch.zeros(4, 4), "layers.0.bias": torch.zeros(4)}, path)
    return path


@pytest.fixture
def folder(tmp_path):
    """Pictures whose names say nobody, one of them broken."""
    folder = tmp_path / "snaps"
    folder.mkdir()
    for number in range(3):
        picture = np.full((64, 32, 3), 40 * number, np.uint8)
        picture[10:20] = 200
        Image.fromarray(picture).save(folder / f"{number}q.png")
    (folder / "x.png").write_bytes(b"no picture")
    return folder


@pytest.fixture
def no_video(tmp_path):
    """A text under the name of a video."""
    path = tmp_path / "film.mp4"
    path.write_text("no video", "utf-8")
    return path


@pytest.fixture
def faults(no_weights, other_network, folder, no_video, photos, protocol_file, tmp_path):
    """Name -> command with a typical fault."""
    boxes = tmp_path / "boxes.csv"
    boxes.write_text("frame,x,y,width,height\n0,1,1,5,9\n", "utf-8")
    box = ["crop", "--out", str(tmp_path / "out"), "--detector", f"boxes={boxes}"]
    shown = [str(protocol_file), "--photos", str(photos), "--out", str(tmp_path / "runs")]
    run = ["run", *shown, "--backbone"]
    return {
        "names that say nobody": ["init", str(folder), "--out", str(tmp_path / "p.yaml")],
        "no weights": [*run, f"osnet_x0_25={no_weights}"],
        "another network": [*run, f"osnet_x0_25={other_network}"],
        "weights of nobody": [*run, str(other_network)],
        "no such backbone": [*run, "osnet_x0_26"],
        "no name of a form": ["evaluate", "--data", "market1501", "--backbone", "stripes"],
        "no people": ["evaluate", "--data", f"identity_folders={folder}", "--backbone", "stripes"],
        "no video": [*box, str(no_video)],
        "no such recipe": ["train", "stripes.tiny", "--out", str(tmp_path / "t")],
        "settings of the recipe": [
            "train", "moco.demo", "--out", str(tmp_path / "t"), "--set", "optimiser.rat=1",
        ],
    }  # fmt: skip


NAMES = ("PyTorch", "OpenCV", "ffmpeg -i VIDEO -c:v libx264 copy.mp4")


@pytest.mark.parametrize("language", ["ja", "zh"])
def test_typical_faults_are_told_without_an_english_sentence(faults, language, tmp_path, capsys):
    left = {}
    for fault, command in faults.items():
        code = main([*command, "--language", language])
        told = capsys.readouterr().err
        assert code == 2, (fault, told)
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", told), fault
        if english := english_in(told, [tmp_path, *NAMES]):
            left[fault] = english, told
    assert left == {}
