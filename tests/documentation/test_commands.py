"""Every command that a page prints is one: the parser of the command line takes it."""

import re

import pytest

from probe.cli import COMMANDS, _load_command, _parser, commands_with
from tests.documentation.pages import PAGES, code_of, commands_in, name_of

pytestmark = pytest.mark.checkout

CALLS = {
    f"{name_of(page)}: {' '.join(call)}": call
    for page in PAGES
    for text in code_of(page)
    for call in commands_in(text)
}
INLINE = re.compile(r"`probe ([a-z]+)((?: [^`]*)?)`")


def parse(call):
    """Ends as the command line does where an option or a value is not one."""
    arguments = call[1:]
    parser = _parser()
    _load_command(parser, arguments)
    return parser.parse_args(arguments)


def test_there_are_commands_of_every_kind():
    assert len(CALLS) > 80
    shown = {call[1] for call in CALLS.values()}
    followed = {"init", "validate", "images", "plan", "cache"}  # see test_examples
    assert set(COMMANDS) - shown <= followed


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_command_is_one(call, capsys):
    try:
        args = parse(call)
    except SystemExit as stopped:
        pytest.fail(f"{' '.join(call)} ends with {stopped.code}: {capsys.readouterr().err}")
    assert callable(args.call)


def test_an_option_that_is_not_there_is_seen(capsys):
    with pytest.raises(SystemExit):
        parse(["probe", "run", "orientation", "--fits", "card"])
    assert "--fits" in capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_within_a_sentence_and_their_options_are_there(page):
    for command, rest in INLINE.findall(page.read_text("utf-8")):
        assert command in COMMANDS, f"probe {command}"
        for option in re.findall(r"--[a-z][a-z0-9-]+", rest):
            assert command in commands_with(option), f"probe {command} has no {option}"
