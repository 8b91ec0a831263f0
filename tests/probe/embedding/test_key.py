"""Everything that decides a figure is in the key, and nothing else."""

import functools
from pathlib import Path

import numpy as np
import pytest

from probe.backbones.stripes import spec as stripes
from probe.contracts import Backbone, BackboneCard, Masker, Runtime
from probe.embedding.key import for_loading, is_ours, key_of_ours, masker_key, model_key
from probe.embedding.loaded import under_contract
from probe.pictures.fitting import Fitting
from probe.wording import wording_of

CARD = BackboneCard("mean", needs_weights=False)
RUNTIME = Runtime(device="cpu")


class Mean(Backbone):
    """Code that is not ours: it stands in a test."""

    card = CARD

    def embed(self, images):
        return images.reshape(len(images), -1, 3).mean(1).astype(np.float32)


class Plain:
    """The same without our base class."""

    card = CARD
    embed = Mean.embed


def load(card, weights, runtime):
    return Mean()


@pytest.fixture(autouse=True)
def as_written(monkeypatch):
    """Tests are rewritten when they are imported: their source is not what runs."""
    monkeypatch.setattr("probe.embedding.source.check_as_imported", lambda name, file: None)


@pytest.fixture
def shipped():
    return stripes.load(stripes.cards[0], None, RUNTIME)


def test_shipped_models_are_known_by_their_card(shipped):
    assert is_ours(shipped, stripes.load)
    key = model_key(shipped, RUNTIME, stripes.load)
    assert key.digest
    assert key == key_of_ours(shipped)
    assert key.digest != shipped.card.digest()


def test_other_code_is_known_by_its_source():
    key = model_key(Mean(), RUNTIME, load)
    assert key.digest
    assert not key.reason
    assert not is_ours(Mean(), load)
    assert key_of_ours(Mean()).digest == ""


def test_an_adapted_object_is_known_by_its_own_class(monkeypatch):
    seen = []

    def digest(own, bases):
        seen.append((set(own), list(bases)))
        return "source"

    monkeypatch.setattr("probe.embedding.key.code_digest", digest)
    model_key(under_contract(Plain(), "plain"), RUNTIME, load)
    assert seen == [({__name__}, [__name__])]


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_what_the_runtime_asked_for_counts_for_other_code(precision):
    """A backbone may honour the precision without declaring it."""
    plain = model_key(Mean(), RUNTIME, load).digest
    asked = model_key(Mean(), Runtime(device="cpu", precision=precision), load).digest
    assert (asked == plain) == (precision == "float32")


def test_engine_and_precision_count_where_they_change_a_vector(shipped):
    def declared(**values):
        model = Mean()
        model.__class__ = type("Ours", (Mean,), {"__module__": "probe.backbones.mean"})
        vars(model).update(values)
        return model_key(model, RUNTIME).digest

    full = declared(engine="a")
    assert full == declared(engine="b")
    low = declared(precision="bfloat16", engine="a")
    assert len({full, low, declared(precision="bfloat16", engine="b")}) == 3


def test_weights_count_by_what_is_in_them(tmp_path):
    first, second = tmp_path / "a.pth", tmp_path / "b.pth"
    first.write_bytes(b"1")
    second.write_bytes(b"1")
    same = model_key(Mean(), RUNTIME, load, first)
    assert same == model_key(Mean(), RUNTIME, load, second)
    second.write_bytes(b"2")
    assert same != model_key(Mean(), RUNTIME, load, second)


def test_files_a_model_declares_count(tmp_path):
    class Reads(Mean):
        files = (tmp_path / "table.bin",)

    missing = model_key(Reads(), RUNTIME, load)
    assert missing.digest == ""
    assert "table.bin cannot be read" in wording_of()(missing.reason)
    (tmp_path / "table.bin").write_bytes(b"1")
    first = model_key(Reads(), RUNTIME, load)
    (tmp_path / "table.bin").write_bytes(b"2")
    assert first.digest != model_key(Reads(), RUNTIME, load).digest


def test_settings_of_a_loader_count():
    digests = {
        model_key(Mean(), RUNTIME, functools.partial(load, depth)).digest for depth in (1, 2, 2)
    }
    assert len(digests) == 2


def test_fitting_and_mask_make_spaces_of_one_key(shipped):
    key = model_key(shipped, RUNTIME)
    fitting = Fitting((16, 8))
    spaces = {key.space(fitting), key.space(Fitting((16, 8), "stretch")), key.space(fitting, "m")}
    assert len(spaces) == 3


def test_a_model_without_a_source_says_why():
    Typed = type("Typed", (Mean,), {"__module__": "typed_in"})
    key = model_key(Typed(), RUNTIME, load)
    assert key.digest == ""
    assert wording_of()(key.reason) == "the module typed_in has no source file"
    assert key.space(Fitting((16, 8))) == ""


def test_exported_graphs_of_other_code_have_a_folder_of_their_own(tmp_path):
    runtime = Runtime(cache=tmp_path)
    assert for_loading(runtime, stripes.load) == runtime
    own = for_loading(runtime, load).cache
    assert own is not None
    assert own != tmp_path
    assert own.is_relative_to(tmp_path)
    typed = eval("lambda card, weights, runtime: None", {"__name__": "typed_in"})  # noqa: S307
    assert for_loading(runtime, typed).cache is None
    assert for_loading(Runtime(), load) == Runtime()
    assert isinstance(own, Path)


class Everything(Masker):
    """A masker that is not ours."""

    name = "everything"


def test_a_masker_is_known_by_its_code(monkeypatch):
    masker = Everything()
    plain = masker_key(masker)
    assert plain == masker_key(masker) != masker.digest
    monkeypatch.setattr("probe.embedding.key.code_digest", lambda own, bases: "edited")
    assert masker_key(masker) != plain
    typed = type("Typed", (Everything,), {"__module__": "typed_in"})()
    monkeypatch.undo()
    assert masker_key(typed) != masker_key(typed)
    ours = type("Ours", (Everything,), {"__module__": "probe.masking.ours"})()
    assert masker_key(ours) == "everything"
