"""A short slice of `make fuzz`: no changed input ends in a traceback or a hang."""

import importlib
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.checkout, pytest.mark.filterwarnings("ignore")]

TOOLS = Path(__file__).parents[1] / "tools"
SEEDS = 12
KINDS = (
    "protocol",
    "card",
    "recipe",
    "table",
    "picture",
    "photos",
    "checkpoint",
    "graph",
    "run",
    "styled",
    "pictures",
    "keypoints",
    "boxes",
    "detector",
    "drawer",
    "video",
    "penn_fudan",
    "coco",
    "crops",
)


@pytest.fixture(scope="module")
def fuzz():
    sys.path.insert(0, str(TOOLS))
    written = sys.dont_write_bytecode
    module = importlib.import_module("fuzz")
    module.warm_up()
    yield module
    sys.dont_write_bytecode = written
    sys.path.remove(str(TOOLS))


@pytest.mark.parametrize("kind", KINDS)
def test_no_changed_input_ends_in_a_traceback(fuzz, kind):
    assert set(KINDS) == set(fuzz.KINDS)
    results = {seed: fuzz.outcome(kind, seed) for seed in range(SEEDS)}
    assert {seed: r for seed, r in results.items() if r not in {"read", "refused"}} == {}


ONCE = [
    *(("graph", seed) for seed in (1562, 1807, 4213, 6348, 70222)),
    *(("card", seed) for seed in (30645, 31324)),
    *(("recipe", seed) for seed in (30095, 30999, 31107)),
]
"""Tracebacks and files outside that were met once."""


@pytest.mark.parametrize(("kind", "seed"), ONCE)
def test_inputs_that_ended_in_a_fault_once(fuzz, kind, seed):
    assert fuzz.outcome(kind, seed) in {"read", "refused"}


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        (lambda folder: (folder.parent / "outside.csv").read_text(), "read"),
        (lambda folder: (folder / "../outside.csv").unlink(), "os.remove"),
        (lambda folder: (folder / "../new").write_text("x"), "write"),
        (lambda folder: subprocess.run(["true"]), "subprocess.Popen"),
        (lambda folder: importlib.import_module("intruder_of_the_fuzz"), "intruder"),
    ],
)
def test_what_is_done_outside_the_folder_is_found(fuzz, monkeypatch, deed, told):
    monkeypatch.setitem(fuzz.KINDS, "card", lambda folder, draw: deed(folder))
    result = fuzz.outcome("card", 0)
    sys.modules.pop("intruder_of_the_fuzz", None)
    assert result.startswith("outside the folder:")
    assert told in result


def test_what_is_done_inside_the_folder_is_no_fault(fuzz, monkeypatch):
    monkeypatch.setitem(fuzz.KINDS, "card", lambda folder, draw: (folder / "x").write_text("x"))
    assert fuzz.outcome("card", 0) == "read"


def test_a_traceback_and_a_hang_are_found(fuzz, monkeypatch):
    def divides(folder, draw):
        return 1 / 0

    def waits(folder, draw):
        raise fuzz.HangError

    monkeypatch.setitem(fuzz.KINDS, "card", divides)
    monkeypatch.setitem(fuzz.KINDS, "table", waits)
    assert "ZeroDivisionError" in fuzz.outcome("card", 0)
    assert fuzz.outcome("table", 0) == "hang"
