"""The command line as a user meets it: what it prints, and that nothing ends in a traceback."""

import subprocess
import sys

import pytest

from probe.cli import COMMANDS, main


def test_help_lists_every_command(capsys):
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert all(name in printed for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert "usage: probe " + name in capsys.readouterr().out


def test_a_misspelt_command_names_the_nearest(capsys):
    with pytest.raises(SystemExit):
        main(["rnu"])
    assert "did you mean 'run'?" in capsys.readouterr().err


def test_the_command_is_installed():
    done = subprocess.run(
        [sys.executable, "-m", "probe", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("probe ")
