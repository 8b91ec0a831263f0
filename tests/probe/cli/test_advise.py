"""`probe advise`: the verdict on each model, as text and as JSON."""

import json

import pytest

import probe
from probe.cli import main
from tests.probe.conclusions.site.planted_runs import PlantedRun


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05, "pictures": False}
    return probe.run(protocol_file, "stripes", **asked)


def test_each_model_has_a_verdict_with_what_it_rests_on(run, capsys):
    assert main(["advise", str(run.path), "--site", "orientation=any fmr=0.05"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("site: ")
    assert "\nstripes: " in printed
    assert "\nwhat this rests on\n" in printed


def test_a_machine_reads_the_same_verdicts(run, capsys):
    asked = ["advise", str(run.path), "--site", "orientation=any fmr=0.05", "--json"]
    assert main(asked) == 0
    (verdict,) = json.loads(capsys.readouterr().out)["verdicts"]
    assert verdict["backbone"] == "stripes"


def test_a_variant_that_the_run_lacks_is_refused(run, capsys):
    asked = ["advise", str(run.path), "--site", "orientation=any", "--variant", "scene"]
    assert main(asked) == 2
    assert "scene" in capsys.readouterr().err


def test_the_command_names_usable_models_first(tmp_path, capsys):
    rates = {("worse", "distance", "8"): 0.7}
    planted = PlantedRun(("distance",), rates=rates, models=("worse", "better"))
    run = planted.write(tmp_path / "run")
    asked = ["advise", str(run.path), "--site", "distance=4..8"]
    assert main([*asked]) == 0
    out = capsys.readouterr().out
    assert out.index("better: may be used") < out.index("worse: not to be used")
    assert "what this rests on" in out
    assert main([*asked, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [v["answer"] for v in data["verdicts"]] == ["avoid", "use"]
    assert data["verdicts"][0]["sentences"][0]["cells"][0]["i"] == 3
