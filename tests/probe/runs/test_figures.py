"""Declared figures are what a comparison computes, name by name, and mean what they say."""

from pathlib import Path

import numpy as np
import pytest

from probe.comparison import VectorScores, compare, standard_strangers
from probe.comparison.parts import part_cells
from probe.contracts import VectorPart
from probe.runs import figures
from probe.runs.reading import Run
from tests.probe.comparison.test_cells import rendered, study

STORED = Path(__file__).parents[2] / "data" / "run_v2"


@pytest.fixture(scope="module")
def compared():
    images, embeddings = study(rendered(), alike="subjects")
    scores = VectorScores(embeddings)
    return images, scores, compare(images, scores, standard_strangers([images], scores), 0.1, 0.1)


@pytest.fixture(scope="module")
def run():
    return Run(STORED)


def names(declared):
    return list(declared.__annotations__)


def test_every_cell_has_the_declared_figures_and_no_other(compared):
    _, _, comparison = compared
    declared = {*names(figures.CellFigures), "i", "j"}
    assert len(comparison.cells) == 18
    assert all(set(cell) == declared for cell in comparison.cells)
    assert {cell["kind"] for cell in comparison.cells} == {"mated", "at_large", "alike"}


def test_every_part_has_the_declared_figures_and_no_other(compared):
    images, scores, _ = compared
    parts = (VectorPart("upper", 2, bottom=0.5), VectorPart("lower", 4, top=0.5))
    cells = list(part_cells(images, scores, parts, dict.fromkeys(("upper", "lower"), 0.5)))
    assert cells
    assert all(set(cell) == set(names(figures.PartFigures)) for cell in cells)


def test_stored_counts_and_shares_agree(run):
    cells = run.cells
    strangers = cells[cells["kind"] != "mated"]
    shares = strangers["false_matches"] / strangers["n_pairs"]
    np.testing.assert_allclose(strangers["fmr_observed"], shares)
    mated = cells[cells["kind"] == "mated"]
    assert mated["misses"].between(0, mated["n_pairs"]).all()
    assert (mated["false_matches"] == -1).all()
    assert (strangers["misses"] == -1).all()
    assert strangers[names(figures.RetentionFigures)[:3]].isna().all(axis=None)
    for low, value, high in (
        ("low", "mean", "high"),
        ("fnmr_low", "fnmr", "fnmr_high"),
        ("retention_low", "retention", "retention_high"),
    ):
        known = mated[mated[low].notna()]
        assert len(known) >= len(mated) - 1  # by definition 1 at the standard condition
        assert (known[low] <= known[value]).all()
        assert (known[value] <= known[high]).all()


def test_rates_are_those_of_the_cells_at_the_rate_that_decides(run):
    rates = run.rates.set_index(["i", "j"])
    cells = run.cells.set_index(["kind", "i", "j"])
    (asked,) = rates["fmr_asked"].unique()
    assert asked == run.manifest.thresholds[0].fmr
    for place, rate in rates.iterrows():
        mated, large = (cells.loc[(kind, *place)] for kind in ("mated", "at_large"))
        assert (rate["misses"], rate["n_pairs"], rate["fnmr"]) == (
            mated["misses"],
            mated["n_pairs"],
            mated["fnmr"],
        )
        assert rate["fmr"] == rate["false_matches"] / rate["compared"] == large["fmr_observed"]
        assert (rate["alike_compared"], rate["alike_false_matches"]) == (0, -1)


def test_a_model_fails_above_the_limit_and_not_at_it():
    assert figures.fails(0.11, 0.1)
    assert not figures.fails(0.1, 0.1)
    assert not figures.fails(None, 0.1)
