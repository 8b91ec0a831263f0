"""`probe verify`: 0 when every figure comes out again, 1 when a file has changed."""

import pytest

import probe
from probe.cli import main


@pytest.fixture
def run(photos, protocol_file, tmp_path):
    asked = {"photos": photos, "out": tmp_path / "runs", "fmr": 0.05, "pictures": False}
    return probe.run(protocol_file, "stripes", **asked)


def test_a_run_is_verified_and_a_changed_one_is_not(run, capsys):
    assert main(["verify", str(run.path)]) == 0
    printed = capsys.readouterr().out
    assert "all the same" in printed
    assert "no part of the run" not in printed
    (run.path / "notes").mkdir()
    (run.path / "notes" / "mine.txt").write_text("a file of somebody")
    assert main(["verify", str(run.path)]) == 0
    printed = capsys.readouterr().out
    assert "1 file in the folder is no part of the run and was not looked at" in printed
    assert "notes/mine.txt" in printed
    (run.path / "cells.parquet").write_bytes(b"other")
    assert main(["verify", str(run.path)]) != 0
    assert "cells.parquet" in "".join(capsys.readouterr())


def test_an_independent_computation_says_how_far_it_agrees(run, capsys):
    assert main(["verify", "--independent", str(run.path)]) == 0
    told = capsys.readouterr().out
    assert "cells.parquet: " in told
    left = [line for line in told.splitlines() if line.startswith("not computed by this other")]
    assert [line.rpartition(" (")[2] for line in left] == [
        "leanings.parquet: p_adjusted)",
        "examination.json: concentration: matches_p)",
        "examination.json: flow: least and examination.json: flow: most)",
    ]
    assert "nine of ten counts" in left[-1]
    assert "`probe verify` without --independent computes again" in told
    assert "1 columns" not in told
    assert "computed again by other code: all agree, to" in told
