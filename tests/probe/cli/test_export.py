"""`probe export`: what is printed, and what is refused."""

import json

from probe.cli import main
from tests.conftest import ROOT

NOTES = """
from probe.exports.exporter import Exported, Exporter


class Notes(Exporter):
    def export(self, run, place):
        return Exported("notes", place, ("first", "second"), "cat notes")


spec = Notes()
"""


RUN = str(ROOT / "tests" / "data" / "run_v2")


def test_where_it_is_and_how_to_look_at_it_is_said(plugin, capsys):
    plugin("probe.exporters", "notes", NOTES)
    assert main(["export", RUN, "--to", "notes=book"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "notes   book", "        first", "        second", "next    cat notes",
    ]  # fmt: skip
    assert main(["export", RUN, "--to", "notes=book", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {
        "tool": "notes", "place": "book", "names": ["first", "second"], "look": "cat notes",
    }  # fmt: skip


def test_a_tool_that_there_is_not_is_refused(capsys):
    assert main(["export", RUN, "--to", "mlfow"]) == 2
    complaint = capsys.readouterr().err
    assert "there is no exporter 'mlfow'" in complaint
    assert "did you mean 'mlflow'?" in complaint


def test_a_folder_that_is_no_run_is_refused(tmp_path, capsys):
    assert main(["export", str(tmp_path), "--to", "wandb"]) == 2
    assert str(tmp_path) in capsys.readouterr().err
