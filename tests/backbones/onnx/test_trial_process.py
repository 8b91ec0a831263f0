"""The process of a trial, run as a script."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from onnx import helper

from probe.backbones.onnx import trial_process

MEANS = helper.make_node("ReduceMean", ["x"], ["m"], axes=[2, 3], keepdims=0)


def run(path, **changes):
    task = {
        "path": str(path), "threads": 1, "memory": 4 * 2**30, "taken": "x", "given": "v",
        "kind": "float32", "shape": [1, 3, 32, 16], **changes,
    }  # fmt: skip
    script = Path(trial_process.__file__)
    return subprocess.run(
        [sys.executable, "-P", str(script)],
        input=json.dumps(task), capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def sound(graph_file, tmp_path):
    given = helper.make_node("Identity", ["m"], ["v"])
    return graph_file(tmp_path / "sound é.onnx", [MEANS, given])


def test_an_inference_ends_with_nothing_said(sound):
    done = run(sound)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_an_error_of_onnx_runtime_is_given_as_one_line(sound):
    done = run(sound, shape=[1, 3, 32, 17])
    assert done.returncode == trial_process.FAILED
    assert "Got: 17 Expected: 16" in done.stdout
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a limit of memory")
def test_the_limit_of_memory_holds(sound):
    done = run(sound, shape=[10**6, 3, 32, 16])
    assert done.returncode == trial_process.FAILED
    assert "allocate" in done.stdout
