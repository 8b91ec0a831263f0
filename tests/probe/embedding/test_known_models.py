"""A network whose vectors are all kept is not loaded; what it says of itself is."""

import dataclasses
import json
import subprocess
import sys

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.embedding.known_models import KnownBackbone, known_or_loaded
from probe.embedding.registry import find
from probe.embedding.repeatability import made_pictures

FACTS = ("card", "engine", "precision", "batch", "notes", "operations", "parts", "files")


@pytest.fixture
def runtime(tmp_path):
    return Runtime(device="cpu", threads=1, cache=tmp_path / "cache")


def kept(runtime):
    return sorted((runtime.cache / "models").glob("*.json"))


@pytest.mark.parametrize("name", ["moco.demo", "stripes"])
def test_a_known_model_says_and_gives_what_the_loaded_one_did(runtime, name):
    choice = find(name)
    loaded = known_or_loaded(choice, runtime)
    known = known_or_loaded(choice, runtime)
    assert not isinstance(loaded, KnownBackbone)
    assert isinstance(known, KnownBackbone)
    for fact in FACTS:
        assert getattr(known, fact) == getattr(loaded, fact), fact
    assert choice.key_of(known, runtime) == choice.key_of(loaded, runtime)
    assert not known.loaded
    pictures = made_pictures(loaded.card.input_size, 3)
    assert np.array_equal(known.embed(pictures), loaded.embed(pictures))
    assert known.loaded
    assert known.notes == loaded.notes


def test_evidence_of_a_known_model_is_the_networks(runtime):
    choice = find("moco.demo")
    loaded = known_or_loaded(choice, runtime)
    first, second = made_pictures(loaded.card.input_size, 2)[:, None]
    mine, given = (one.attend(first, second) for one in (known_or_loaded(choice, runtime), loaded))
    assert np.array_equal(mine.cosine, given.cosine)
    assert np.array_equal(mine.first, given.first)
    assert known_or_loaded(choice, runtime).attend_parts(first, second) == loaded.attend_parts(
        first, second
    )


def test_knowing_a_model_imports_no_framework(runtime):
    known_or_loaded(find("moco.demo"), runtime)
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from probe.contracts import Runtime\n"
        "from probe.embedding.known_models import known_or_loaded\n"
        "from probe.embedding.registry import find\n"
        f"runtime = Runtime(device='cpu', threads=1, cache=Path({str(runtime.cache)!r}))\n"
        "model = known_or_loaded(find('moco.demo'), runtime)\n"
        "print(type(model).__name__, sorted({'torch', 'onnxruntime'} & set(sys.modules)))\n"
    )
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert printed == "KnownBackbone []\n"


@pytest.mark.parametrize(
    "changed", [{"engine": "torch"}, {"threads": 2}, {"precision": "bfloat16"}]
)
def test_what_runs_otherwise_is_loaded(runtime, changed):
    choice = find("moco.demo")
    known_or_loaded(choice, runtime)
    other = known_or_loaded(choice, dataclasses.replace(runtime, **changed))
    assert not isinstance(other, KnownBackbone)
    assert len(kept(runtime)) == 2


def test_other_weights_under_the_same_name_are_loaded(runtime, tmp_path):
    from safetensors.numpy import load_file, save_file

    from probe.backbones.naming import shipped_weights

    choice = find("moco.demo")
    shipped = shipped_weights(choice.card, "probe.backbones.moco")
    tensors = load_file(shipped)
    mine = tmp_path / "mine.safetensors"
    save_file(tensors, mine)
    card = choice.card.of_own_weights(str(mine)).with_changes(tag="mine")
    own = dataclasses.replace(choice, card=card, weights=mine)
    first = known_or_loaded(own, runtime)
    assert isinstance(known_or_loaded(own, runtime), KnownBackbone)
    save_file({**tensors, "layer1.0.conv1.weight": tensors["layer1.0.conv1.weight"] * 2}, mine)
    second = known_or_loaded(own, runtime)
    assert not isinstance(second, KnownBackbone)
    assert second.card.sha256 != first.card.sha256


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"card": {}}', '{"card": {"architecture": "x", "more": 1}}', "\0"],
)
def test_facts_that_are_not_whole_are_no_facts(runtime, text):
    choice = find("stripes")
    known_or_loaded(choice, runtime)
    (file,) = kept(runtime)
    whole = json.loads(file.read_text())
    file.write_text(text)
    again = known_or_loaded(choice, runtime)
    assert not isinstance(again, KnownBackbone)
    assert json.loads(file.read_text()) == whole


def test_nothing_is_kept_without_a_cache_or_of_several_networks(runtime):
    known_or_loaded(find("stripes"), dataclasses.replace(runtime, cache=None))
    for _ in range(2):
        model = known_or_loaded(find("stripes+stripes"), runtime)
        assert not isinstance(model, KnownBackbone)
    assert kept(runtime) == []
