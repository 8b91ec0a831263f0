"""The language of commands: asked for, or the user's."""

import re

import pytest

from probe.cli import COMMANDS, main
from probe.cli.language import LOCALE, VARIABLE, asked_language, language_of_words
from probe.errors import UsageError
from probe.wording import languages, spoken_language

SCRIPTS = {"ja": re.compile("[\u3040-\u30ff]"), "zh": re.compile("[\u4e00-\u9fff]")}
"""Kana; Chinese characters."""


@pytest.mark.parametrize("code", ["en", "ja", "zh"])
def test_there_are_words_in(code):
    assert code in languages()


@pytest.mark.parametrize(
    ("asked", "environment", "language"),
    [
        (None, {}, "en"),
        (None, {"LANG": "ja_JP.UTF-8"}, "ja"),
        (None, {"LANG": "zh_CN.GB18030"}, "zh"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "en"),
        (None, {"LANG": "JA"}, "ja"),
        (None, {"LC_ALL": "en_GB.UTF-8", "LANG": "ja_JP.UTF-8"}, "en"),
        (None, {"LC_ALL": "", "LC_MESSAGES": "zh_TW", "LANG": "ja_JP.UTF-8"}, "zh"),
        (None, {VARIABLE: "zh", "LC_ALL": "ja_JP.UTF-8"}, "zh"),
        (None, {VARIABLE: "", "LANG": "ja_JP.UTF-8"}, "ja"),
        ("en", {VARIABLE: "zh", "LC_ALL": "ja_JP.UTF-8"}, "en"),
    ],
)
def test_the_nearest_of_option_variable_and_locale_counts(asked, environment, language):
    assert asked_language(asked, environment) == language


@pytest.mark.parametrize(
    ("asked", "environment", "place"),
    [("jp", {VARIABLE: "ja"}, "--language"), (None, {VARIABLE: "jp"}, VARIABLE)],
)
def test_a_language_without_words_is_refused_with_where_it_is_asked_for(asked, environment, place):
    with pytest.raises(UsageError, match=f"{place}: there are no words in the language 'jp'"):
        asked_language(asked, environment)


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        (["run", "--language", "ja"], {}, "ja"),
        (["run", "--language=zh", "--fmr"], {VARIABLE: "ja"}, "zh"),
        (["run", "--language"], {}, "en"),
        (["run", "--language", "jq"], {VARIABLE: "ja"}, "en"),
        (["run"], {"LANG": "ja_JP.UTF-8"}, "ja"),
    ],
)
def test_it_is_known_before_arguments_are_parsed(words, environment, language):
    assert language_of_words(words, environment) == language


def test_a_command_speaks_it_and_no_longer(capsys, monkeypatch):
    assert main(["cache", "--language", "ja"]) == 0
    japanese = capsys.readouterr().out
    assert main(["cache"]) == 0
    english = capsys.readouterr().out
    assert japanese != english
    assert any("\u3040" <= character <= "\u30ff" for character in japanese), "kana"
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    for name in (VARIABLE, *LOCALE[:2]):
        monkeypatch.delenv(name, raising=False)
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == japanese
    assert spoken_language() == "en"


def test_an_unknown_one_ends_the_command_with_the_nearest(capsys):
    assert main(["cache", "--language", "jq"]) == 2
    printed = capsys.readouterr().err
    assert "no words in the language 'jq'" in printed
    assert "ja" in printed


def test_every_command_takes_it(capsys):
    for name in COMMANDS:
        with pytest.raises(SystemExit) as end:
            main([name, "--help"])
        assert end.value.code == 0
        assert "--language CODE" in capsys.readouterr().out


@pytest.mark.parametrize("name", [None, *COMMANDS])
@pytest.mark.parametrize(("language", "script"), SCRIPTS.items())
def test_help_is_in_it_throughout(name, language, script, capsys):
    words = ["--language", language] + ([name, "--help"] if name else ["--help"])
    with pytest.raises(SystemExit) as end:
        main(words)
    assert end.value.code == 0
    printed = capsys.readouterr().out
    told = re.sub(
        r"^ +-.*?(  |$)|[\w-]+[=@][\w.|=@-]+|`[^`]*`|probe \w+ \S+|&", " ", printed, flags=re.M
    )
    assert not re.search(r"(?<![\w-])(?!probe )[a-z]+ [a-z]{2,}\b", told.partition("\n\n")[2])
    assert len(script.findall(printed)) > 40


def test_it_may_stand_before_the_command_and_the_one_behind_it_counts(capsys):
    assert main(["cache", "--language", "ja"]) == 0
    japanese = capsys.readouterr().out
    assert main(["--language", "ja", "cache"]) == 0
    assert capsys.readouterr().out == japanese
    assert main(["--language", "zh", "cache", "--language", "ja"]) == 0
    assert capsys.readouterr().out == japanese


def test_a_locale_makes_help_its_own_language(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    monkeypatch.delenv(VARIABLE, raising=False)
    assert main([]) == 0
    assert "条件どうしを比べる" in capsys.readouterr().out
