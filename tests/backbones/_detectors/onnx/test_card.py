"""Cards: what they need, and what a wrong one is told."""

from pathlib import Path

import pytest
import yaml

from probe import backbones
from probe.backbones._detectors.onnx.card import DetectorCard, read_card
from probe.errors import DetectorError, YamlError

README = Path(backbones.__file__).parent / "_detectors" / "README.md"

CARDS = [part.split("```")[0] for part in README.read_text().split("```yaml\n")[1:]]


@pytest.mark.parametrize("text", CARDS, ids=lambda text: text.splitlines()[0][2:20])
def test_cards_of_the_readme_are_cards(text, tmp_path):
    path = tmp_path / "card.yaml"
    path.write_text(text)
    assert isinstance(read_card(path), DetectorCard)
    assert len(CARDS) == 4


GOOD = yaml.safe_load(CARDS[0])


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"colour": 1}, "colour"),
        ({"head": "yolov8"}, "head"),
        ({"person": -1}, "person"),
        ({"nms": 2}, "nms"),
        ({"input_size": [640]}, "input_size"),
        ({"std": [1, 0, 1]}, "std"),
        ({"head": "detr"}, "name of the output of boxes"),
        ({"head": "detr", "boxes": "b", "scores": "s", "objectness": True}, "objectness"),
        ({"activation": "softmax"}, "softmax"),
    ],
)
def test_what_is_refused(changes, message, tmp_path):
    path = tmp_path / "card.yaml"
    path.write_text(yaml.safe_dump({**GOOD, **changes}))
    with pytest.raises(DetectorError, match=message) as caught:
        read_card(path)
    assert caught.value.hint
    assert "card.yaml" in caught.value.place


def test_a_card_that_is_no_yaml(tmp_path):
    path = tmp_path / "card.yaml"
    path.write_text("weights: [")
    with pytest.raises(YamlError):
        read_card(path)
