"""Differences of two models, against a stored run and by hand."""

import pytest
from scipy import stats

from probe.audit.computed import computed_again
from probe.audit.differences import difference_figures, p_value


def test_the_p_value_is_that_of_student():
    assert p_value(0.3, 0.1, 7) == pytest.approx(2 * stats.t.sf(3, 7))
    assert p_value(1.0, 1e-9, 7) == 1e-9


def test_differences_are_those_of_the_run(stored):
    standings = computed_again(stored).standings
    first, second = (standings["turn", name, "unmasked"] for name in ("stripes", "moco.demo"))
    figures = difference_figures(first, second)
    assert {name for name, _ in figures} == {"mean", "retention", "auc", "dprime", "fnmr"}
    stored_rows = stored.differences.query("condition == ''").set_index("figure")
    for name, row in stored_rows.iterrows():
        computed = figures[name, ""]
        for column in ("difference", "low", "high"):
            assert computed[column] == pytest.approx(row[column], abs=1e-9, nan_ok=True), name
        assert computed["p_value"] == pytest.approx(row["p_value"], rel=1e-5, nan_ok=True)


def test_a_model_does_not_differ_from_itself(stored):
    standing = computed_again(stored).standings["turn", "moco.demo", "unmasked"]
    assert all(
        row["difference"] == pytest.approx(0, nan_ok=True)
        for row in difference_figures(standing, standing).values()
    )
