"""Every shipped architecture: its cards, its README, and that naming it imports no framework."""

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from probe import backbones
from probe.contracts import BackboneSpec
from probe.contracts.card import UNKNOWN
from probe.wording import wording_of

FOLDER = Path(backbones.__file__).parent
NAMES = sorted(
    p.parent.name for p in FOLDER.glob("*/__init__.py") if not p.parent.name.startswith("_")
)
SPECS = {
    name: module.spec
    for name in NAMES
    if isinstance(
        getattr(module := importlib.import_module(f"probe.backbones.{name}"), "spec", None),
        BackboneSpec,
    )
}


def test_card_names_are_unique():
    names = [card.name for spec in SPECS.values() for card in spec.cards]
    assert len(names) == len(set(names))
    assert {"stripes", "osnet_x0_25", "arcface", "moco", "strong_baseline", "ibn"} <= set(names)
    assert {spec.prefix for spec in SPECS.values()} >= {"timm", "onnx"}


@pytest.mark.parametrize("name", SPECS)
def test_readme_gives_source_licence_and_command(name):
    text = (FOLDER / name / "README.md").read_text()
    assert "--backbone" in text
    assert any(word in text.lower() for word in ("licence", "mit", "apache"))
    for card in SPECS[name].cards:
        assert f"`{card.architecture}`" in text or card.architecture == name


@pytest.mark.parametrize("name", SPECS)
def test_cards_are_complete(name):
    for card in SPECS[name].cards:
        assert card.summary
        assert card.feature
        assert card.licence != UNKNOWN
        assert card.dimension > 0 or "widths" in card.options  # of any width: known on loading
        assert card.input_size[0] >= card.input_size[1]


WORDS = ("summary", "feature", "training_data", "licence", "source", "demonstration")
SENTENCE = re.compile(r"(?<![\w./-])[a-z]{2,} [a-z]{2,} [a-z]{2,}(?![\w./-])")
"""Three English words in a row: no name, no address, no command of this program."""


@pytest.mark.parametrize("language", ["ja", "zh"])
@pytest.mark.parametrize("name", SPECS)
def test_cards_speak_every_language(name, language):
    words = wording_of(language)
    for card in SPECS[name].cards:
        for field in WORDS:
            told = words.either(getattr(card, field))
            assert not SENTENCE.search(told.replace("probe train", "")), (card.name, field, told)


def test_a_sentence_left_in_english_would_be_seen():
    assert SENTENCE.search("global average of the last map, 2048-d")
    assert not SENTENCE.search("github.com/openvinotoolkit/open_model_zoo, models/intel")


def test_importing_cards_imports_no_framework():
    lines = "; ".join(f"import probe.backbones.{name}" for name in SPECS)
    heavy = ("torch", "onnxruntime", "timm", "PIL")
    check = f"import sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", f"{lines}; {check}"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
