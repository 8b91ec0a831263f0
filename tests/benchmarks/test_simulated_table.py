"""Finished lines of a simulation are kept."""

import csv
import sys

import pytest

from benchmarks.simulated_table import simulate

pytestmark = pytest.mark.checkout


def test_a_killed_run_goes_on(tmp_path, monkeypatch, capsys):
    asked = []

    def lines(samples, done):
        for people in ("5", "8"):
            if ("flat", people) not in done:
                asked.append(people)
                if len(asked) == 2:
                    raise KeyboardInterrupt
                yield "flat", people, str(samples)

    out = tmp_path / "table.csv"
    monkeypatch.setattr(sys, "argv", ["study", "--samples", "7", "--out", str(out)])
    with pytest.raises(KeyboardInterrupt):
        simulate("", ("world", "people", "samples"), lines, names=2, samples=100)
    simulate("", ("world", "people", "samples"), lines, names=2, samples=100)
    assert asked == ["5", "8", "8"]
    with out.open(newline="") as file:
        assert list(csv.reader(file)) == [
            ["world", "people", "samples"], ["flat", "5", "7"], ["flat", "8", "7"],
        ]  # fmt: skip
    assert capsys.readouterr().out.splitlines() == ["flat 5 7", "flat 8 7"]
