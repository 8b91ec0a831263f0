"""A short slice of `tools/kills.py`: killed commands go on to what is made without a kill."""

import importlib
import random
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

TOOLS = Path(__file__).parents[1] / "tools"


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_figures(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(TOOLS)
    kills = importlib.import_module("kills")
    drawn = random.Random(4)
    for trial in kills.all_trials(tmp_path):
        whole, cut = tmp_path / trial.name, tmp_path / f"{trial.name}-killed"
        whole.mkdir()
        cut.mkdir()
        place, fault = kills.fault_after_kill(trial, cut, kills.Reference(trial, whole), drawn)
        assert fault == "", f"{trial.name} {place}"
