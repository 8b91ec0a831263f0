"""A disk that is full, a real one: what is said, what is left, and going on when there is room."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from probe.cli import main

pytestmark = pytest.mark.checkout

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def trials():
    """The module of `tools` with the smallest commands."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        import kill_trials
    finally:
        sys.path.remove(str(ROOT / "tools"))
    return kill_trials


@pytest.fixture(scope="module")
def inputs(trials, tmp_path_factory):
    folder = tmp_path_factory.mktemp("inputs")
    trials.write_inputs(folder)
    return folder


@pytest.fixture
def small(tmp_path):
    """A file system of 6 MB."""
    if sys.platform != "linux" or os.geteuid():
        pytest.skip("only root mounts a file system, on Linux")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("a file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(small, free):
    """Leave so many bytes."""
    left = shutil.disk_usage(small).free
    (small / "ballast").write_bytes(bytes(left - free))


def make_room(small):
    (small / "ballast").unlink()


@pytest.mark.parametrize("free", [0, 400_000])
def test_a_run_says_what_is_full_and_goes_on_when_there_is_room(
    free, small, inputs, trials, tmp_path, capsys
):
    trial = trials._run_trial(inputs)
    (tmp_path / "whole").mkdir()
    assert main(trial.command(tmp_path / "whole")) == 0
    (small / "case").mkdir()
    fill(small, free)
    capsys.readouterr()
    assert main(trial.command(small / "case")) == 1
    said = capsys.readouterr().err.strip().splitlines()
    assert said[-2].startswith(f"probe: {small}/case/runs")
    assert said[-2].endswith("No space left on device")
    assert said[-1].endswith("give the same command again with --resume: what is done is kept")
    assert not list(small.rglob("*.part"))
    manifests = list(small.glob("case/runs/*/*/manifest.json"))
    if free:
        assert json.loads(manifests[0].read_text())["status"] == "failed"
        main(["report", str(manifests[0].parent)])
        assert "failed" in capsys.readouterr().err
    make_room(small)
    assert main([*trial.command(small / "case"), "--resume"]) == 0
    assert trial.figures(small / "case") == trial.figures(tmp_path / "whole")


def test_a_report_is_written_when_there_is_room(small, inputs, trials, tmp_path, capsys):
    run = trials._run_trial(inputs)
    assert main(run.command(tmp_path)) == 0
    trial = trials._report_trial(tmp_path)
    trial.prepare(small)
    fill(small, 20_000)
    capsys.readouterr()
    assert main(trial.command(small)) == 1
    said = capsys.readouterr().err
    assert "report.html: No space left on device" in said
    assert said.strip().endswith("then give the same command again")
    assert not list(small.rglob("report.*"))
    make_room(small)
    assert main(trial.command(small)) == 0
    assert (trials.newest(small / "runs") / "report.json").is_file()


@pytest.mark.slow
def test_a_training_says_what_is_full_and_goes_on(small, inputs, trials, tmp_path, capsys):
    """While the recipe or a checkpoint is written (weights are smaller than a checkpoint)."""
    trial = trials._train_trial(inputs)
    (tmp_path / "whole").mkdir()
    assert main(trial.command(tmp_path / "whole")) == 0
    whole = tmp_path / "whole" / "training"
    checkpoint = (whole / "checkpoint.pt").stat().st_size
    for free, file in ((0, "recipe.yaml"), (checkpoint // 2, "checkpoint.pt")):
        (small / "case").mkdir()
        fill(small, free)
        capsys.readouterr()
        assert main(trial.command(small / "case"))
        said = capsys.readouterr().err
        assert f"{small}/case/training/{file}: " in said
        assert "No space left on device" in said
        assert "--resume" in said
        assert not list(small.rglob("*.part"))
        make_room(small)
        assert main([*trial.command(small / "case"), "--resume"]) == 0
        assert trial.figures(small / "case") == trial.figures(tmp_path / "whole")
        shutil.rmtree(small / "case")


def test_a_download_says_what_is_full_and_goes_on(small, trials):
    trial = trials._fetch_trial()
    (small / "case").mkdir()
    trial.prepare(small / "case")
    fill(small, 500_000)
    process = trial.start(small / "case")
    said = process.communicate()[1].decode()
    assert process.returncode == 1
    assert f"{small}/case/cache/weights/slow.pth.part: No space left on device" in said
    assert "make room on the disk" in said
    assert not (small / "case" / "cache" / "weights" / "slow.pth").exists()
    make_room(small)
    trial.finish(small / "case")
    assert list(trial.figures(small / "case")) == ["slow.pth"]


@pytest.mark.slow
def test_scenes_say_what_is_full_and_go_on(small, capsys):
    command = ["scenes", str(small / "set"), "--people", "2", "--cameras", "2", "--workers", "1"]
    fill(small, 30_000)
    assert main(command) == 1
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "give the same command again" in said
    assert not list(small.rglob("*.part"))
    make_room(small)
    assert main(command) == 0
