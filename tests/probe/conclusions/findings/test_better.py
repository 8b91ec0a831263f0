"""Which model is better: what decides, and what only explains."""

import pytest

from probe.conclusions.findings.better import better_of, in_favour_of
from tests.probe.conclusions.planted_pairs import row

NAN = float("nan")


def alike(figure):
    return row(figure, 0.01, -0.1, 0.1, differs=False)


@pytest.mark.parametrize(
    ("figure", "difference", "better"),
    [("auc", 0.1, "second"), ("dprime", -1.0, "first"), ("fnmr", 0.2, "first")],
)
def test_each_deciding_figure_alone_decides(figure, difference, better):
    rows = [row(figure, difference), *map(alike, {"auc", "dprime", "fnmr"} - {figure})]
    assert better_of(rows).answer == in_favour_of(rows[0]) == better
    assert better_of(rows).figures == (figure,)


def test_retention_never_decides():
    kept = row("retention", 0.3)
    assert better_of([kept, alike("auc"), alike("fnmr")]).answer == "alike"
    assert better_of([kept, alike("auc")]).keeps_more == "second"
    assert better_of([kept, row("auc", -0.2)]).answer == "first"
    assert better_of([kept]).answer == "undecided"


def test_figures_that_speak_for_either_are_mixed():
    assert better_of([row("auc", 0.1), row("fnmr", 0.1)]).answer == "mixed"


def test_without_an_interval_nothing_is_decided():
    unknown = row("auc", NAN, NAN, NAN, differs=False)
    assert better_of([unknown, alike("retention")]).answer == "undecided"
