"""Parameters and figures of a model: the report's numbers, under names that every tool takes."""

import json
import re

import pytest

from probe import reports
from probe.exports.figures import figures, parameters


@pytest.fixture(scope="module")
def told(finished):
    return figures(finished, "stripes")


def test_figures_are_those_of_the_report(finished, told, tmp_path):
    path = reports.write(finished, tmp_path, ("json",))["json"]
    report = json.loads(path.read_text("utf-8"))
    chapter = report["chapters"][0]
    standard, heads = chapter["axis"]["standard"], ("0", "90", "180")
    against = {
        cell["i"] + cell["j"] - standard: cell
        for cell in chapter["cells"][0]["cells"]
        if standard in (cell["i"], cell["j"])
    }
    for other, cell in against.items():
        name = "standard" if other == standard else heads[other]
        for figure in ("mean", "retention", "fnmr", "auc", "dprime", "eer"):
            value = told.get(f"turn/{name}/{figure}")
            assert value == cell[figure]["value"], (name, figure)
        assert told.get(f"turn/{name}/fnmr_high") == cell["fnmr"]["high"]
    missed = [cell["fnmr"]["value"] for other, cell in against.items() if other != standard]
    assert told["turn/worst/fnmr"] == max(missed)
    assert told["threshold/fmr_0.1"] == report["models"][0]["threshold"]["value"]


def test_names_are_those_that_every_tool_takes(told):
    assert all(re.fullmatch(r"[\w./: -]+", name) for name in told)
    assert all(value == value for value in told.values())


def test_retention_is_left_out_where_the_standard_condition_fails(finished):
    failing = finished.cells.copy()
    failing.loc[failing["kind"] == "mated", "fnmr"] = 0.5
    finished.__dict__["cells"], kept = failing, finished.cells
    try:
        told = figures(finished, "stripes")
    finally:
        finished.__dict__["cells"] = kept
    assert told["turn/0/fnmr"] == 0.5
    assert not any("retention" in name for name in told)


def test_parameters_name_model_run_and_options(finished):
    told = parameters(finished.manifest, "stripes")
    assert told["model"] == "stripes"
    assert told["run"] == finished.manifest.run
    assert told["options.fmr"] == "0.1"
    assert told["card.licence"]
    assert all(value for value in told.values())
