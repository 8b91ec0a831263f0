"""What PyYAML says, in plain words."""

from pathlib import Path

import pytest

from probe.errors import YamlError
from probe.files.strict_yaml import parse_yaml
from probe.files.yaml_faults import fault_in_words


@pytest.mark.parametrize(
    ("text", "place", "what"),
    [
        ("a: [1\nb: 2", "2:2", "a list [...] is not closed, or lacks a comma"),
        ("a: {b: 1\nc: 2", "2:2", "a mapping {...} is not closed, or lacks a comma"),
        ("a: 1\n- b", "2:1", "a list item stands where KEY: VALUE is expected"),
        ("a:\n    b: 1\n  c: 2", "3:3", "this line does not belong to the mapping above it"),
        ("- a\nb: 1", "2:1", "this line does not belong to the list above it"),
        ("a: b: c", "1:5", "a ':' stands where no key can be"),
        ("a: 1\nbc\nd: 2", "3:1", "a key without ':' behind it"),
        ("a:\n\tb: 1", "2:1", "a tab"),
        ("a: @b", "1:4", "a text cannot begin with '@'"),
        ("a: [", "1:5", "the file ends where a value is expected"),
        ("a: [,]", "1:5", "a value is missing before ','"),
        ("a: 'b", "1:6", "a quoted text is not closed"),
        ('a: "\\q"', "1:6", "a backslash before 'q'"),
        ("a: 1\n---\nb: 2", "2:1", "it holds several documents"),
        ("a: &x 1\nb: *x", "2:4", "aliases are not allowed"),
    ],
)
def test_the_place_stays_and_the_words_are_plain(text, place, what):
    with pytest.raises(YamlError) as caught:
        parse_yaml(text, Path("p.yaml"))
    message = str(caught.value)
    assert f"p.yaml:{place}: not readable as YAML: {what}" in message
    assert caught.value.hint
    for foreign in ("<block", "token", "scalar", "stream", "flow", "node"):
        assert foreign not in message


def test_a_character_that_no_text_has():
    with pytest.raises(YamlError, match=r"p\.yaml: .*a character that no text has \(character 4\)"):
        parse_yaml("a: \x00", Path("p.yaml"))


def test_what_is_not_known_here_keeps_its_words():
    assert fault_in_words("while reading", "a surprise") == ("while reading, a surprise", None)
