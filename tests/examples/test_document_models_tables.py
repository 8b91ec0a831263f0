"""Tables over many models are those of the run: means, worst level, and what is shown to differ."""

import importlib
from pathlib import Path

import pandas as pd
import pytest

import probe

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.checkout


@pytest.fixture
def tables(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "examples" / "studies")
    return importlib.import_module("document_models_tables")


@pytest.fixture
def run(protocol_file, photos, tmp_path):
    return probe.run(
        protocol_file, photos=photos, backbones=["stripes"], out=tmp_path / "runs", fmr=0.1
    )


def test_figures_are_those_of_the_run(tables, run):
    (row,) = tables.figures(run)
    cells = run.cells[(run.cells["kind"] == "mated") & (run.cells["level_j"] == "180")]
    changed = cells[cells["level_i"] != "180"]
    assert (row["protocol"], row["model"]) == ("turn", "stripes")
    assert float(row["auc"]) == pytest.approx(changed["auc"].mean(), abs=1e-4)
    assert float(row["misses"]) == pytest.approx(changed["fnmr"].mean(), abs=1e-4)
    assert float(row["worst_misses"]) == pytest.approx(changed["fnmr"].max(), abs=1e-4)
    assert float(row["least_retention"]) == pytest.approx(changed["retention"].min(), abs=1e-4)
    assert (row["better_than"], row["worse_than"]) == ("0", "0")
    assert tables.people_of(run) == "real"


def test_what_differs_is_counted_for_both_models(tables):
    base = {"protocol": "turn", "figure": "auc", "condition": "", "variant": "unmasked"}
    rows = [
        base | {"backbone_a": "a", "backbone_b": "b", "difference": 0.2, "differs": True},
        base | {"backbone_a": "a", "backbone_b": "c", "difference": -0.1, "differs": True},
        base | {"backbone_a": "b", "backbone_b": "c", "difference": 0.3, "differs": False},
    ]
    differences = pd.DataFrame(rows)
    counts = {name: tables._shown(differences, "turn", name) for name in "abc"}
    assert counts == {"a": (1, 1), "b": (1, 0), "c": (0, 1)}


def test_collected_tables_make_the_page(tables, run, tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "RESULTS", tmp_path)
    tables.collect([run.path])
    assert tables.stored(tmp_path / "real.csv") == tables.figures(run)
    assert "| stripes |" in tables.TABLES["overview, real"]()
    assert "| turn | stripes |" in tables.TABLES["worst, real"]()
    assert tables.stored(tmp_path / "real_said.csv")[0]["key"] == "headline"
