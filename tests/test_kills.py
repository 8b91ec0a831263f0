"""A short slice of `tools/kills.py`: a killed run goes on to the figures of one that was not."""

import importlib.util
from pathlib import Path

import pytest

pytestmark = pytest.mark.checkout

FILE = Path(__file__).parents[1] / "tools" / "kills.py"


@pytest.mark.slow
def test_a_killed_run_goes_on_to_the_same_figures(tmp_path):
    made = importlib.util.spec_from_file_location("kills", FILE)
    kills = importlib.util.module_from_spec(made)
    made.loader.exec_module(kills)
    arguments = kills.write_inputs(tmp_path)
    kills.finished([*arguments, "--out", str(tmp_path / "whole"), "--cache", str(tmp_path / "c")])
    run = kills.newest(tmp_path / "whole")
    reference = {table: (run / table).read_bytes() for table in kills.TABLES}
    for choice, seconds in enumerate((1.5, 2.5, 3.5)):
        assert kills.fault_after_kill(arguments, tmp_path, reference, seconds, choice) == ""
