"""Strict YAML: plain data with places, and everything else refused."""

import pytest

from probe.errors import YamlError
from probe.files.strict_yaml import load_yaml


def write(tmp_path, text):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_values_keep_their_places(tmp_path):
    file = load_yaml(write(tmp_path, "a: 1\nb:\n  - x\n  - c: 2.5\n"))
    assert file.data == {"a": 1, "b": ["x", {"c": 2.5}]}
    assert file.place(("b", 1, "c")).endswith("file.yaml:4:8")
    assert file.place(("b", 1, "missing")).endswith("file.yaml:4:5")


def test_plain_words_stay_words(tmp_path):
    data = load_yaml(
        write(tmp_path, "a: [no, on, yes, 1:30, 2020-01-01, true, null, 1e3, 007]")
    ).data
    assert data["a"] == ["no", "on", "yes", "1:30", "2020-01-01", True, None, 1000.0, "007"]


def test_a_duplicate_key_names_both_lines(tmp_path):
    with pytest.raises(
        YamlError, match=r"file\.yaml:3:1: the key 'a' stands twice \(first at line 1"
    ):
        load_yaml(write(tmp_path, "a: 1\nb: 2\na: 3\n"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a: !!python/object/apply:os.system ['true']", "not plain data"),
        ("a: !x 1", "not plain data"),
        ("a: &x [1]\nb: *x\n", "aliases are not allowed"),
        ("a: [1, 2", "not readable as YAML"),
        ("", "empty"),
        ("a: 1\n\tb: 2", "not readable as YAML"),
    ],
)
def test_what_is_not_plain_data_is_refused(tmp_path, text, told):
    with pytest.raises(YamlError, match=told):
        load_yaml(write(tmp_path, text))


def test_a_tab_is_answered_with_spaces(tmp_path):
    with pytest.raises(YamlError, match=r"file.yaml:2:1: .*\n  indent with spaces"):
        load_yaml(write(tmp_path, "a:\n\tb: 1\n"))


def test_missing_binary_and_huge_files_are_refused(tmp_path):
    with pytest.raises(YamlError, match="no such file"):
        load_yaml(tmp_path / "none.yaml")
    with pytest.raises(YamlError, match="folder"):
        load_yaml(tmp_path)
    binary = tmp_path / "b.yaml"
    binary.write_bytes(b"a: \xff\xfe")
    with pytest.raises(YamlError, match="UTF-8"):
        load_yaml(binary)
    with pytest.raises(YamlError, match="larger than"):
        load_yaml(write(tmp_path, "a: " + "x" * 1_000_001))


@pytest.mark.parametrize("number", ["1" * 401, "1e999", "-1e999", "12345678901234567"])
def test_a_number_that_is_too_large_names_its_place(tmp_path, number):
    with pytest.raises(YamlError, match=r"file\.yaml:1:4: .* is too large a number"):
        load_yaml(write(tmp_path, f"a: {number}\n"))


def test_half_a_character_is_refused(tmp_path):
    with pytest.raises(YamlError, match="half a character"):
        load_yaml(write(tmp_path, 'a: "\\ud800"\n'))
