"""A network whose vectors are all kept is not loaded; what it says of itself is."""

import dataclasses
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from probe.contracts import Runtime
from probe.embedding import known_models
from probe.embedding.known_models import (
    LARGEST,
    KnownBackbone,
    _checksum,
    _read,
    known_or_loaded,
)
from probe.embedding.registry import find
from probe.embedding.repeatability import made_pictures
from probe.errors import BackboneError

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


@pytest.fixture
def own_weights(tmp_path):
    """The demonstration model's weights as a user's file, its tensors, and what writes others."""
    from safetensors.numpy import load_file, save_file

    from probe.backbones.naming import shipped_weights

    choice = find("moco.demo")
    tensors = load_file(shipped_weights(choice.card, "probe.backbones.moco"))
    mine = tmp_path / "mine.safetensors"
    save_file(tensors, mine)
    card = choice.card.of_own_weights(str(mine)).with_changes(tag="mine")
    own = dataclasses.replace(choice, card=card, weights=mine)
    return own, tensors, lambda changed: save_file(changed, mine)


def test_other_weights_under_the_same_name_are_loaded(own_weights, runtime):
    own, tensors, save = own_weights
    first = known_or_loaded(own, runtime)
    assert isinstance(known_or_loaded(own, runtime), KnownBackbone)
    save(other_weights(tensors))
    second = known_or_loaded(own, runtime)
    assert not isinstance(second, KnownBackbone)
    assert second.card.sha256 != first.card.sha256


def content(file):
    return json.loads(file.read_bytes().partition(b"\n")[2])


def stated(file, told):
    """Write facts with the checksum that belongs to them."""
    text = told if isinstance(told, bytes) else json.dumps(told).encode()
    file.write_bytes(_checksum(file, text) + b"\n" + text)


CRAFTED = (
    b"", b"[]", b"{}", b'{"card": {}}', b'{"card": {"architecture": "x", "more": 1}}', b"\0",
    b"[" * 100_000,
    {"batch": 0}, {"batch": -5}, {"batch": float("inf")}, {"batch": None},
    {"operations": float("inf")}, {"operations": 10**400}, {"notes": [{}]}, {"parts": [{}]},
)  # fmt: skip


@pytest.mark.parametrize("made", CRAFTED, ids=lambda made: str(made)[:40])
def test_facts_that_no_model_says_are_no_facts(runtime, made):
    choice = find("stripes")
    known_or_loaded(choice, runtime)
    (file,) = kept(runtime)
    whole = content(file)
    stated(file, made if isinstance(made, bytes) else whole | made)
    again = known_or_loaded(choice, runtime)
    assert not isinstance(again, KnownBackbone)
    assert content(file) == whole


def test_a_flipped_bit_counts_as_absent(runtime):
    choice = find("stripes")
    known_or_loaded(choice, runtime)
    (file,) = kept(runtime)
    whole = file.read_bytes()
    for at in range(0, len(whole), 37):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert _read(file) is None, at
    file.write_bytes(whole[:-10])
    assert _read(file) is None
    file.write_bytes(whole)
    assert _read(file) is not None


def test_facts_of_another_model_under_the_name_count_as_absent(runtime):
    """They would name the vectors of the other model."""
    stripes, demo = find("stripes"), find("moco.demo")
    known_or_loaded(demo, runtime)
    (file,) = kept(runtime)
    known_or_loaded(stripes, runtime)
    (other,) = set(kept(runtime)) - {file}
    file.write_bytes(other.read_bytes())
    assert known_or_loaded(demo, runtime).card.name == "moco.demo"


def test_what_is_no_file_of_a_models_size_is_not_read(runtime):
    choice = find("stripes")
    known_or_loaded(choice, runtime)
    (file,) = kept(runtime)
    with file.open("ab") as longer:
        longer.truncate(LARGEST + 1)
    assert _read(file) is None
    file.unlink()
    os.mkfifo(file)
    assert _read(file) is None


def test_the_code_is_known_by_its_content(runtime, tmp_path, monkeypatch):
    """Files of two wheels may have the same size and time."""
    source = tmp_path / "room" / "a.py"
    source.parent.mkdir()
    known_models._code.cache_clear()
    monkeypatch.setattr(known_models.resources, "files", lambda room: source.parent)
    digests = set()
    for text in ("A = 1", "A = 2"):
        source.write_text(text)
        os.utime(source, (1, 1))
        digests.add(known_models._code())
        known_models._code.cache_clear()
    assert len(digests) == 2
    source.unlink()
    known_or_loaded(find("stripes"), runtime)
    known_models._code.cache_clear()
    assert kept(runtime) == []


def other_weights(tensors):
    return {**tensors, "layer1.0.conv1.weight": tensors["layer1.0.conv1.weight"] * 2}


def test_weights_that_change_after_a_model_was_known_are_refused(own_weights, runtime):
    own, tensors, save = own_weights
    first = known_or_loaded(own, runtime)
    known = known_or_loaded(own, runtime)
    save(other_weights(tensors))
    pictures = made_pictures(first.card.input_size, 2)
    with pytest.raises(BackboneError, match="written anew while the study ran") as caught:
        known.embed(pictures)
    assert caught.value.place == own.name
    save(tensors)
    assert np.array_equal(known.embed(pictures), first.embed(pictures))


def test_weights_that_are_written_while_they_are_loaded_are_not_kept(own_weights, runtime):
    own, tensors, save = own_weights

    def load(card, weights, runtime):
        model = own.spec.load(card, weights, runtime)
        save(other_weights(tensors))
        return model

    load.__module__ = own.spec.load.__module__
    spec = dataclasses.replace(own.spec, load=load)
    known_or_loaded(dataclasses.replace(own, spec=spec), runtime)
    assert kept(runtime) == []


def test_processes_that_keep_and_read_at_once_know_the_same(runtime):
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from probe.contracts import Runtime\n"
        "from probe.embedding.known_models import _file, _keep, _read, known_or_loaded\n"
        "from probe.embedding.registry import find\n"
        f"runtime = Runtime(device='cpu', threads=1, cache=Path({str(runtime.cache)!r}))\n"
        "choice = find('stripes')\n"
        "file, model = _file(choice, runtime), choice.load(runtime)\n"
        "for _ in range(100):\n"
        "    _keep(model, choice, file)\n"
        "    assert _read(file).card == model.card\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", program], stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    assert [process.communicate()[1] for process in running] == ["", ""]
    assert [process.returncode for process in running] == [0, 0]
    assert sorted(path.name for path in (runtime.cache / "models").iterdir()) == [
        path.name for path in kept(runtime)
    ]
    assert len(kept(runtime)) == 1


def test_nothing_is_kept_without_a_cache_or_of_several_networks(runtime):
    known_or_loaded(find("stripes"), dataclasses.replace(runtime, cache=None))
    for _ in range(2):
        model = known_or_loaded(find("stripes+stripes"), runtime)
        assert not isinstance(model, KnownBackbone)
    assert kept(runtime) == []
