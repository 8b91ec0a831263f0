"""Exporters by name: the shipped ones, and those that a package registers."""

import subprocess
import sys

import pytest

from probe.errors import ExportError
from probe.exports.registry import export

NOTES = """
from probe.exports.exporter import Exported, Exporter


class Notes(Exporter):
    def export(self, run, place):
        return Exported("notes", place or "here", (run.manifest.study,), "cat notes")


spec = Notes()
"""


LOADED = """
import sys
from probe.exports.registry import EXPORTERS
print(*EXPORTERS.all())
print(*{"mlflow", "wandb"} & set(sys.modules))
"""


def test_the_shipped_ones_are_found_and_no_tool_is_loaded():
    done = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    names, tools = done.stdout.splitlines()
    assert {"mlflow", "wandb"} <= set(names.split())
    assert tools == ""


def test_one_of_a_third_party_is_found_and_told_its_place(finished, plugin):
    plugin("probe.exporters", "notes", NOTES)
    assert export(finished, "notes").place == "here"
    given = export(finished, "notes=sqlite:///a=b")
    assert (given.place, given.names) == ("sqlite:///a=b", ("turn",))


def test_a_misspelt_one_names_the_nearest(finished):
    with pytest.raises(ExportError, match="there is no exporter 'mlfow'") as refused:
        export(finished, "mlfow")
    assert "'mlflow'" in refused.value.hint
