"""`probe advise`: the verdict on each model, as text and as JSON."""

import json
from pathlib import Path

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


@pytest.fixture
def two_models(tmp_path):
    """A run in which `worse` is to be avoided at 4 to 8 m and `better` may be used."""
    rates = {("worse", "distance", "8"): 0.7}
    planted = PlantedRun(("distance",), rates=rates, models=("worse", "better"))
    return ["advise", str(planted.write(tmp_path / "run").path), "--site", "distance=4..8"]


def test_a_requirement_decides_the_exit_code(two_models, capsys):
    assert main([*two_models, "--require", "use"]) == 1
    said = "required: may be used; not met by worse"
    assert capsys.readouterr().out.splitlines()[-1] == said
    assert main([*two_models, "--require", "use", "--model", "better"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "required: may be used; met"
    assert main([*two_models, "--require", "promising", "--model", "worse"]) == 1


def test_a_requirement_is_in_the_json(two_models, capsys):
    assert main([*two_models, "--require", "use", "--json"]) == 1
    required = json.loads(capsys.readouterr().out)["required"]
    assert required == {"answer": "use", "met": False, "lacking": ["worse"]}
    assert main([*two_models, "--json"]) == 0
    assert "required" not in json.loads(capsys.readouterr().out)


def test_a_requirement_names_models_of_the_run(two_models, capsys):
    assert main([*two_models, "--require", "use", "--model", "bettr"]) == 2
    assert "better" in capsys.readouterr().err
    assert main([*two_models, "--model", "better"]) == 2
    assert "--require use" in capsys.readouterr().err


def noted(two_models, change):
    """Change the manifest of a run."""
    path = Path(two_models[1]) / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), "utf-8")


def test_a_model_that_could_not_finish_meets_no_requirement(two_models, capsys):
    failed = {"name": "third", "reason": "its vector is not finite", "hint": ""}
    noted(two_models, lambda m: m.update(failed_backbones=[failed]))
    assert main([*two_models, "--require", "promising"]) == 1
    out = capsys.readouterr().out
    assert (
        out.splitlines()[-1] == "required: may do, but is not shown to; not met by worse and third"
    )
    assert "third" in out
    assert "its vector is not finite" in out
    assert main([*two_models, "--require", "use", "--model", "third"]) == 1
    assert main([*two_models, "--require", "use", "--model", "better"]) == 0


def test_a_model_that_is_not_set_up_meets_no_requirement(two_models, capsys):
    fault = json.dumps({"id": "setup-vectors-equal", "values": {}}, separators=(",", ":"))

    def change(manifest):
        (better,) = (one for one in manifest["backbones"] if one["name"] == "better")
        better["notes"] = [*better.get("notes", []), fault]

    noted(two_models, change)
    assert main([*two_models, "--require", "use", "--model", "better"]) == 1
    assert "better is not set up as it should be: it gives every picture" in capsys.readouterr().out
