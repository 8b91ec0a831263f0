"""How help is laid out in scripts whose letters take two columns."""

import pytest

from probe.cli.help_text import HelpText
from probe.cli.parser import Parser
from probe.wording import languages, speaking
from probe.wording.columns import columns

LONG = {
    "en": "where the vectors of every picture are kept until somebody empties it " * 3,
    "ja": "だれかが空にするまで、すべての画像のベクトルを保存しておくフォルダー。" * 3,
    "zh": "在有人清空之前，保存每幅图像的向量的文件夹。" * 3,
}


@pytest.mark.parametrize("language", languages())
def test_no_line_is_wider_than_the_terminal(language, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    with speaking(language):
        parser = Parser(prog="probe", description=LONG[language])
        for name in ("--first", "--second", "--third", "--fourth"):
            parser.add_argument(name, metavar="VALUE", help=LONG[language])
        printed = parser.format_help().splitlines()
    assert max(map(columns, printed)) <= 60
    assert len(printed) > 12


def test_what_uses_over_several_lines_stands_below_its_beginning(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    with speaking("ja"):
        parser = Parser(prog="probe")
        for name in ("--first", "--second", "--third", "--fourth"):
            parser.add_argument(name, metavar="VALUE")
        first, further = parser.format_usage().splitlines()[:2]
    assert columns(first[: first.index("[")]) == columns(further) - columns(further.lstrip())


def test_the_name_of_a_command_has_no_heading():
    parser = Parser(prog="probe")
    command = parser.add_subparsers().add_parser("run")
    assert command.prog == "probe run"
    assert command.formatter_class is HelpText
