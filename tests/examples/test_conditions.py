"""Misses and retention of rows: means over trainings, against the standard condition alone."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout


def cell(backbone, level_i, level_j, fnmr, retention, **changes):
    return {
        "protocol": "turn", "variant": "unmasked", "kind": "mated", "backbone": backbone,
        "series_i": "plain", "series_j": "plain", "level_i": level_i, "level_j": level_j,
        "fnmr": fnmr, "retention": retention, **changes,
    }  # fmt: skip


CELLS = [
    cell("a", "180", "180", 0.1, 1.0), cell("b", "180", "180", 0.3, 1.0),
    cell("a", "0", "180", 0.5, 0.4), cell("b", "0", "180", 0.7, 0.6),
    cell("a", "90", "180", 0.3, 0.8), cell("b", "90", "180", 0.5, 0.9),
    cell("a", "0", "90", 0.9, 0.1), cell("c", "0", "180", 0.9, 0.1),
    cell("a", "0", "180", 0.9, 0.1, kind="at_large"),
    cell("a", "0", "180", 0.9, 0.1, variant="grabcut"),
    cell("a", "0", "180", 0.9, 0.1, series_i="backpack"),
]  # fmt: skip


def test_a_line_is_the_mean_over_the_trainings(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from conditions import conditions

    standard = SimpleNamespace(level=180, series="plain")
    run = SimpleNamespace(
        cells=pd.DataFrame(CELLS), protocols={"turn": SimpleNamespace(standard=standard)}
    )
    line = conditions(run, "turn", "row", ["a", "b"])
    assert line == ["turn", "row", "0.2000", "0.5000", "0.6750", "0.5000", "0"]
