"""Errors of plug-ins become ours, with the backbone and the line."""

import pytest

from probe.contracts import Runtime
from probe.embedding.foreign_code import named_errors
from probe.embedding.registry import find
from probe.errors import BackboneError, UsageError


def test_an_error_of_another_names_the_backbone_and_the_line():
    failed = "the code of this backbone failed: ZeroDivisionError: by zero"
    with pytest.raises(BackboneError, match=failed) as caught, named_errors("mine.tag"):
        raise ZeroDivisionError("by zero")
    assert caught.value.place == "mine.tag"
    assert "test_foreign_code.py:" in caught.value.hint
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


@pytest.mark.parametrize("error", [UsageError("ours"), OSError(28, "No space left on device")])
def test_ours_and_the_systems_pass(error):
    with pytest.raises(type(error)) as caught, named_errors("mine.tag"):
        raise error
    assert caught.value is error


@pytest.mark.parametrize("where", ["load", "embed"])
def test_a_plug_in_that_raises_while_it_is_loaded_is_named(tmp_path, monkeypatch, where):
    (tmp_path / f"broken_{where}.py").write_text(
        "from probe import Backbone, BackboneCard, BackboneSpec\n"
        "class Broken(Backbone):\n"
        "    card = BackboneCard('broken', input_size=(8, 4), needs_weights=False)\n"
        "    def embed(self, images):\n"
        "        return images.no_such_thing\n"
        "def load(card, weights, runtime):\n"
        + ("    raise KeyError('x')\n" if where == "load" else "    return Broken()\n")
        + "spec = BackboneSpec(cards=(Broken.card,), load=load)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(BackboneError, match="the code of this backbone failed") as caught:
        find(f"broken_{where}:spec").load(Runtime())
    assert caught.value.place == "broken"
    assert f"broken_{where}.py:" in caught.value.hint
