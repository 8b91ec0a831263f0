"""What a console of another encoding shows."""

import io
import os
import subprocess
import sys

import pytest

from probe.cli.console import SPELT, spell_out


@pytest.fixture
def console(monkeypatch):
    """The function that prints a text to a console of an encoding, and gives what it shows."""

    def shown(text, encoding, errors="strict"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", stream)
            spell_out()
            stream.write(text)
            stream.flush()
        return stream.buffer.getvalue().decode(encoding)

    return shown


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp", "gbk", "big5", "ascii"])
def test_a_unit_stands_behind_a_space(console, encoding):
    assert console("2\u00a0MB, 95\u00a0%", encoding) == "2 MB, 95 %"


def test_signs_are_spelt_and_letters_of_names_are_numbers(console):
    assert console("−.04 – 1 ≥ 0", "ascii") == "-.04 - 1 >= 0"
    assert console("間隔は\u00a0−2", "gbk") == "間隔は -2"
    assert console("käthe_משה.jpg", "cp932") == r"k\xe4the_\u05de\u05e9\u05d4.jpg"
    assert console("−.04\u00a0%", "utf-8") == "−.04\u00a0%"


def test_the_locale_c_ends_no_command_and_what_was_asked_for_stays(console):
    assert console("−.04\u00a0%", "ascii", "surrogateescape") == "-.04 %"
    assert console("−.04\u00a0%", "ascii", "replace") == "?.04?%"


def test_what_is_spelt_is_ascii():
    assert all(text.isascii() and text for text in SPELT.values())


def test_a_japanese_console_of_a_command(tmp_path):
    code = "import sys; from probe.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONIOENCODING": "euc_jp", "PROBE_LANGUAGE": ""}
    done = subprocess.run(
        [sys.executable, "-c", code, "plan", "mirror"],
        capture_output=True, env={**environment, "LC_ALL": "ja_JP.eucJP"}, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode("euc_jp")
    assert "左右反転" in text
    assert "\\x" not in text
