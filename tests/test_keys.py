"""The page of keys says what the models of protocols and card files read."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.checkout


@pytest.fixture(scope="module")
def keys():
    spec = importlib.util.spec_from_file_location("keys", ROOT / "tools" / "keys.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(keys):
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == keys.keys_page(), (
        "run python tools/keys.py"
    )


def test_every_key_is_described(keys):
    for model, _ in keys.PARTS.values():
        told = keys.attributes_of(model)
        assert set(told) == set(model.model_fields)
        assert all(told.values())


def test_values_are_in_words(keys):
    assert keys.in_words(tuple[float, float, float]) == "list of three: number"
    assert keys.in_words(dict[str, int | None]) == "mapping of text to whole number"
    assert keys.default_of(keys.Protocol.model_fields["takes"]) == "`5`"
    assert keys.default_of(keys.Protocol.model_fields["name"]) == "needed"
