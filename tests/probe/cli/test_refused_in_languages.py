"""Typical faults, refused in Japanese and Chinese: names stay, no English sentence is left."""

import re
from pathlib import Path

import pytest

from probe.cli import main

ENGLISH = re.compile(r"(?<![\w-])(?!probe |pip )[A-Za-z]+ (?:[a-z]{2,}|a)\b")
"""Two words in a row, the second in small letters; commands and flags to type are none."""

SCRIPT = {"ja": re.compile("[\u3040-\u30ff]"), "zh": re.compile("[\u4e00-\u9fff]")}
"""Kana; Chinese characters."""


def without_names(text):
    """What is said around code to type, quoted names and paths."""
    text = re.sub(r"`[^`]*`", "", text)
    text = re.sub(r"'[^']*'", "", text)
    return re.sub(r"\S*/\S*", "", text)


def lacking_a_key(protocol):
    text = protocol.read_text("utf-8")
    protocol.write_text(re.sub(r"^question:.*\n", "", text, flags=re.M), "utf-8")
    return ["validate", str(protocol)]


def with_an_unknown_key(protocol):
    protocol.write_text(protocol.read_text("utf-8").replace("takes:", "tkes:"), "utf-8")
    return ["validate", str(protocol)]


def with_an_unknown_level(protocol):
    text = protocol.read_text("utf-8")
    protocol.write_text(text.replace("standard: 180", "standard: 135"), "utf-8")
    return ["validate", str(protocol)]


def with_another_kind_of_value(protocol):
    text = protocol.read_text("utf-8")
    protocol.write_text(text.replace("takes: 3", "takes: many"), "utf-8")
    return ["validate", str(protocol)]


def unreadable(protocol):
    text = protocol.read_text("utf-8")
    protocol.write_text(text.replace("name: turn", "name: [turn"), "utf-8")
    return ["validate", str(protocol)]


FAULTS = {
    "key missing": lacking_a_key,
    "key unknown": with_an_unknown_key,
    "level unknown": with_an_unknown_level,
    "kind of value": with_another_kind_of_value,
    "not YAML": unreadable,
    "protocol": lambda protocol: ["plan", "orientatoin"],
    "backbone": lambda protocol: ["backbones", "strpes"],
    "no folder": lambda protocol: ["init", "nowhere"],
    "no run": lambda protocol: ["report", "nowhere"],
    "no site": lambda protocol: ["report", str(protocol)],
    "option value": lambda protocol: ["run", str(protocol), "--engine", "torhc"],
    "no number": lambda protocol: ["run", str(protocol), "--subjects", "few"],
    "option": lambda protocol: ["run", str(protocol), "--subject", "3"],
    "option of another": lambda protocol: ["run", str(protocol), "--tables", "xx"],
    "argument missing": lambda protocol: ["plan"],
    "command": lambda protocol: ["rnu"],
    "mask of photographs": lambda protocol: [
        "run", str(protocol), "--photos", str(protocol.parent), "--mask", "scene",
    ],
    "device": lambda protocol: ["run", str(protocol), "--device", "gpu"],
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("language", SCRIPT)
def test_a_fault_is_told_in_the_users_language(
    fault, language, protocol_file, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    protocol = Path(protocol_file)
    try:
        code = main([*FAULTS[fault](protocol), "--language", language])
    except SystemExit as ended:
        code = ended.code
    assert code == 2
    printed = capsys.readouterr().err
    print(printed)
    assert SCRIPT[language].search(printed)
    assert ENGLISH.findall(without_names(printed)) == []


def test_an_english_sentence_would_be_seen():
    assert ENGLISH.findall(without_names("probe: `run it` a/b: there is no 'x' here")) == [
        "there is"
    ]
