"""`probe compare`: one run inside, or two runs of the same pictures."""

import json

import pytest

import probe
from probe.cli import main


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05, "pictures": False}
    return probe.run(protocol_file, "stripes", **asked)


def test_one_backbone_has_nothing_to_be_compared_with(run, capsys):
    assert main(["compare", str(run.path)]) == 0
    assert "nothing to compare" in capsys.readouterr().out


def test_two_runs_of_the_same_pictures_are_paired(run, capsys):
    assert main(["compare", str(run.path), str(run.path), "--json"]) == 0
    printed = capsys.readouterr()
    assert "both are the same run" in printed.err
    rows = json.loads(printed.out)
    assert {row["figure"] for row in rows} >= {"retention", "fnmr"}
    assert all(abs(row["difference"]) < 1e-12 for row in rows if row["difference"] is not None)
    assert main(["compare", *[str(run.path)] * 3]) == 2
    assert "give one run, or two" in capsys.readouterr().err


def test_models_that_could_not_finish_are_named_beside_the_comparison(run, capsys):
    """What the manifest of a run says of a third model is said whether or not two are compared."""
    path = run.path / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    hint = "probe doctor third"
    manifest["failed_backbones"] = [
        {"name": "third", "reason": "its vector is not finite", "hint": hint}
    ]
    path.write_text(json.dumps(manifest), encoding="utf-8")
    for more in ((), ("--json",)):
        assert main(["compare", str(run.path), *more]) == 0
        printed = capsys.readouterr()
        assert "third could not finish, and has no figures: its vector is not finite" in printed.err
        assert hint in printed.err
    assert main(["compare", str(run.path), str(run.path)]) == 0
    assert capsys.readouterr().err.count("third could not finish") == 1
