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
