"""The command line as a user meets it: what it prints, and that nothing ends in a traceback."""

import os
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


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp932"])
def test_a_console_of_another_encoding_ends_no_command(encoding):
    code = "import sys; from probe.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-c", code, "plan", "orientation"],
        capture_output=True, env=environment, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


def test_ctrl_c_while_a_command_is_loaded_ends_without_a_traceback(monkeypatch, capsys):
    def interrupted(name):
        raise KeyboardInterrupt

    monkeypatch.setattr("importlib.import_module", interrupted)
    assert main(["cache"]) == 130
    assert capsys.readouterr().err == "\nprobe: stopped before anything was done\n"
