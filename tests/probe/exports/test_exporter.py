"""What is asked of a run and of a package before anything is handed over."""

import pytest

from probe.errors import ExportError, RunError
from probe.exports.exporter import check_complete, tool_module
from probe.runs.reading import Run


def test_a_package_that_is_missing_names_its_extra():
    with pytest.raises(ExportError, match="no_such_tool cannot be imported") as refused:
        tool_module("no_such_tool", "wandb")
    assert refused.value.hint == "pip install 'probe-reid[wandb]'"


def test_a_package_that_is_there_is_imported():
    assert tool_module("json", "none").dumps([1]) == "[1]"


def test_a_run_that_is_not_finished_is_refused(finished):
    run = Run(finished.path)
    check_complete(run)
    run.manifest = run.manifest.model_copy(update={"status": "started"})
    with pytest.raises(RunError, match="the run is started, not complete"):
        check_complete(run)
