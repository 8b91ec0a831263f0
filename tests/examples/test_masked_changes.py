"""What a mask changes: the paired differences of the run, with means of the cells beside them."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from probe.errors import UsageError

STUDIES = Path(__file__).parents[2] / "examples" / "studies"

pytestmark = pytest.mark.checkout

STANDARD = SimpleNamespace(index=0, key="s")


@pytest.fixture
def changed(monkeypatch):
    monkeypatch.syspath_prepend(STUDIES)
    from masked_changes import changed

    return changed


def cell(variant, i, j, fnmr, kind="mated", backbone="a"):
    return {
        "variant": variant, "kind": kind, "backbone": backbone, "i": i, "j": j, "fnmr": fnmr,
        "retention": 0.5, "auc": 0.9,
    }  # fmt: skip


def change(condition, figure="fnmr", difference=-0.1, low=-0.2, differs=True):
    return {
        "variant": "cut", "backbone": "a", "condition": condition, "figure": figure,
        "difference": difference, "low": low, "high": 0.0, "differs": differs, "n_subjects": 20,
    }  # fmt: skip


def run_of(changes, cells):
    protocol = SimpleNamespace(standard=STANDARD)
    return SimpleNamespace(
        path="RUN", protocols={"turn": protocol}, cells=pd.DataFrame(cells),
        changes=pd.DataFrame(changes),
    )  # fmt: skip


CELLS = [
    cell("unmasked", 1, 0, 0.4), cell("unmasked", 2, 0, 0.6), cell("cut", 1, 0, 0.3),
    cell("cut", 2, 0, 0.5), cell("cut", 0, 0, 0.9), cell("cut", 1, 2, 0.9),
    cell("cut", 1, 0, 0.9, kind="at_large"), cell("cut", 1, 0, 0.9, backbone="b"),
]  # fmt: skip


def test_a_line_is_over_all_conditions_but_the_standard_one(changed):
    rows = [change(""), change("1", difference=0.7), change("", figure="mean")]
    (line,) = changed(run_of(rows, CELLS), "PKU")
    assert line == [
        "PKU", "cut", "a", "fnmr", "0.5000", "0.4000", "-0.1000", "-0.2000", "0.0000", "yes", "20",
    ]  # fmt: skip


def test_the_only_other_condition_stands_for_all(changed):
    rows = [change("s", difference=0.7), change("1", low=float("nan"), differs=False)]
    (line,) = changed(run_of(rows, [CELLS[0], CELLS[2]]), "CUHK03")
    assert line[4:] == ["0.4000", "0.3000", "-0.1000", "", "0.0000", "no", "20"]


def test_a_run_without_a_mask_is_refused(changed):
    run = run_of([], CELLS)
    run.changes = None
    with pytest.raises(UsageError, match="not a run of one protocol with --mask"):
        changed(run, "PKU")
