"""Options are written in full; a misspelt or shortened one is refused with the nearest."""

import pytest

from probe.cli import COMMANDS, main
from probe.cli.parser import Parser


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["run", "p.yaml", "--subject", "3"], "no option --subject: did you mean '--subjects'?"),
        (["run", "p.yaml", "--subjcets=3"], "no option --subjcets: did you mean '--subjects'?"),
        (["evaluate", "--dat", "a=b"], "no option --dat: did you mean '--data'?"),
        (["--vers"], "no option --vers: did you mean '--version'?"),
        (["--bf16", "run"], "--bf16: options of a command stand behind it"),
        (["--language", "ja", "--bf16", "run"], "コマンドのオプションはコマンドの後に書きます"),
        (["--language=zh", "--bf16", "run"], "命令的选项写在命令之后：probe COMMAND ... --bf16"),
        (["--langage", "zh", "run"], "no option --langage: did you mean '--language'?"),
        (["--language", "ja", "rnu"], "'run'のことですか？"),
    ],
)
def test_the_nearest_option_is_named(arguments, complaint, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_takes_a_shortened_option(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--hel"])
    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert printed.startswith(f"probe {name}: there is no option --hel: did you mean '--help'?\n")
    assert printed.endswith(f"`probe {name} --help` says what it takes\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["run", "p.yaml", "--tables", "xx"],
            "--tables: it is one of `probe report`",
        ),
        (
            ["plan", "p.yaml", "more", "words"],
            "probe plan: more words: more than the command takes",
        ),
        (["plan"], "probe plan: missing: protocol\n"),
        (["generate"], "probe generate: missing: TRAINING\n"),
    ],
)
def test_what_argparse_refuses_is_one_plain_sentence_and_a_next_step(arguments, complaint, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    printed = capsys.readouterr().err
    assert complaint in printed
    assert len(printed.splitlines()) == 2


def a_parser():
    parser = Parser()
    parser.add_argument("--name")
    parser.add_argument("words", nargs="*")
    return parser


def test_what_is_no_option_is_left_alone():
    assert a_parser().parse_args(["--name", "-1", "a"]).words == ["a"]
    assert a_parser().parse_args(["--", "--nam"]).words == ["--nam"]
    assert a_parser().parse_args(["--name", "--or a text"]).name == "--or a text"


def test_options_behind_a_command_are_its_own(capsys):
    parser = Parser()
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("go").add_argument("--far", type=int)
    assert parser.parse_args(["go", "--far", "2"]).far == 2
    with pytest.raises(SystemExit):
        parser.parse_args(["go", "--fa", "2"])
    assert "did you mean '--far'?" in capsys.readouterr().err
