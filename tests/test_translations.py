"""Every language says what the English catalogue says, in a file that can be read."""

import importlib.util
from pathlib import Path

import pytest

from probe.wording import languages
from probe.wording.fluent import Bundle

FILE = Path(__file__).parents[1] / "tools" / "translations.py"

pytestmark = pytest.mark.checkout

ENGLISH = """
rate = { PERCENT($rate) } with { $model }{ $held ->
    [yes] { "" }
   *[no] , not held
}
people = { COUNT($people) } { $people ->
    [one] person
   *[other] people
}
names = { LIST($names) }
"""


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("translations", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", [code for code in languages() if code != "en"])
def test_a_language_says_what_english_says(tool, language):
    text = tool.text_of(language)
    assert sorted(tool.differences(tool.text_of("en"), text)) == []
    assert Bundle(language, text).ids >= Bundle("en", tool.text_of("en")).ids


def test_order_plurals_and_how_lists_are_set_are_free(tool):
    other = (
        "number-point = ,\n"
        "rate = { $model }: { $held ->\n    [yes] a\n   *[no] b\n} { PERCENT($rate) }\n"
        'people = { COUNT($people) }\nnames = { JOIN($names, with: "/") }\n'
    )
    assert list(tool.differences(ENGLISH, other)) == []


def test_what_is_lacking_or_printed_otherwise_is_named(tool):
    other = "rate = { UNIT($rate) } { $moddel }\npeople = { COUNT($people) }\nnouns = x\n"
    assert sorted(tool.differences(ENGLISH, other)) == [
        "names: missing",
        "nouns: unknown",
        "rate: $moddel is not in the English one",
        "rate: does not print $model",
        "rate: does not print PERCENT($rate)",
        "rate: does not tell by $held",
        "rate: prints UNIT($rate)",
    ]


@pytest.mark.parametrize("language", [code for code in languages() if code != "en"])
def test_no_english_sentence_has_changed_since_it_was_translated(tool, language):
    """Translate the sentences named, then: python tools/translations.py LANGUAGE --accept."""
    assert list(tool.behind(language, tool.text_of("en"))) == []


def test_a_changed_sentence_is_behind_and_another_layout_is_not(tool, tmp_path, monkeypatch):
    monkeypatch.setattr(tool, "RECORD", tmp_path / "translated.json")
    monkeypatch.setattr(tool, "text_of", lambda language: ENGLISH)
    tool.accept("xx")
    assert list(tool.behind("xx", ENGLISH)) == []
    assert list(tool.behind("xx", "# A comment.\n" + ENGLISH.replace("    *[", "  *["))) == []
    changed = ENGLISH.replace("not held", "open") + "new = x\n"
    assert list(tool.behind("xx", changed)) == [
        "rate: the English has changed since it was translated",
        "new: not noted as translated",
    ]
