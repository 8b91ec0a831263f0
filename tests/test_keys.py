"""The page of keys says what the models of protocols and card files read."""

import importlib.util
from pathlib import Path

import pytest

from probe.contracts import BackboneCard
from probe.files.strict_yaml import parse_yaml
from probe.protocol.checked import protocol_of

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
    for model, _ in (keys.PARTS | keys.transform_parts()).values():
        told = keys.attributes_of(model)
        assert set(told) == set(model.model_fields)
        assert all(told.values())


def test_values_are_in_words(keys):
    assert keys.in_words(tuple[float, float, float]) == "list of three: number"
    assert keys.in_words(dict[str, int | None]) == "mapping of text to whole number"
    assert keys.default_of(keys.Protocol.model_fields["takes"]) == "`5`"
    assert keys.default_of(keys.Protocol.model_fields["name"]) == "needed"
    assert keys.limits_of(keys.Protocol.model_fields["takes"]) == ", 1 to 1,000"


def test_the_default_of_fit_is_what_pictures_get(keys):
    text = "name: a\ntitle: A\nquestion: A?\nfactors: [{name: x, levels: [u, v], standard: u}]\n"
    protocol = protocol_of(parse_yaml(text + "photos: {pattern: '{subject}/{x}.png'}", "a.yaml"))
    photographs, rendered = (protocol.fitted(source).fit for source in ("photos", "scene"))
    told = f"photographs: `{photographs}`; rendered people: `{rendered}`"
    assert keys.DEFAULTS["Protocol", "fit"] == told
    assert f"| {told} |" in keys.keys_page()


def test_a_card_that_says_no_fit_means_what_its_page_says(keys):
    row = next(line for line in keys.keys_page().splitlines() if "in training, `letterbox`" in line)
    assert f"`{BackboneCard('a').fit}` is meant" in row
