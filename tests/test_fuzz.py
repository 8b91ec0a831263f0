"""A short slice of `make fuzz`: no changed input ends in a traceback or a hang."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = [pytest.mark.checkout, pytest.mark.filterwarnings("ignore")]

FILE = Path(__file__).parents[1] / "tools" / "fuzz.py"
SEEDS = 12


@pytest.fixture(scope="module")
def fuzz():
    made = importlib.util.spec_from_file_location("fuzz", FILE)
    module = importlib.util.module_from_spec(made)
    made.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "kind", ["protocol", "card", "table", "picture", "checkpoint", "graph", "run"]
)
def test_no_changed_input_ends_in_a_traceback(fuzz, kind):
    results = {seed: fuzz.outcome(kind, seed) for seed in range(SEEDS)}
    assert {seed: r for seed, r in results.items() if r not in {"read", "refused"}} == {}


@pytest.mark.parametrize("seed", [1562, 1807, 4213])
def test_inputs_that_ended_in_a_traceback_once(fuzz, seed):
    assert fuzz.outcome("graph", seed) in {"read", "refused"}


def test_a_traceback_and_a_hang_are_found(fuzz, monkeypatch):
    def divides(folder, draw):
        return 1 / 0

    def waits(folder, draw):
        raise fuzz.HangError

    monkeypatch.setitem(fuzz.KINDS, "card", divides)
    monkeypatch.setitem(fuzz.KINDS, "table", waits)
    assert "ZeroDivisionError" in fuzz.outcome("card", 0)
    assert fuzz.outcome("table", 0) == "hang"
