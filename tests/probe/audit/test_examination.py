"""Every figure of `examination.json` that is computed again."""

import math

import pytest

from probe.audit.computed import computed_again
from probe.audit.examination import examination_figures, missed_by, passed_by
from probe.audit.standing import Cell
from tests.probe.audit.test_false_matches import comparisons


@pytest.fixture
def sections(stored):
    standing = computed_again(stored).standings["turn", "moco.demo", "unmasked"]
    return examination_figures(standing)


@pytest.mark.parametrize("section", ["curves", "identification", "people", "calibration", "flow"])
def test_figures_are_those_of_the_run(stored, sections, section):
    names = {
        "curves": ("condition", "fmr"), "identification": ("condition", "figure", "gallery"),
        "people": ("person",), "calibration": (), "flow": ("people",),
    }[section]  # fmt: skip
    rows = [r for r in stored.examination[section] if r["backbone"] == "moco.demo"]
    assert {tuple(row[name] for name in names) for row in rows} == set(sections[section])
    for row in rows:
        for name, value in sections[section][tuple(row[name] for name in names)].items():
            kept = math.nan if row[name] is None else float(row[name])
            assert value == pytest.approx(kept, abs=1e-8, nan_ok=True), (row, name)


def test_people_without_comparisons_of_a_condition_are_means_of_the_others():
    met = comparisons([0.1, 0.6, 0.9], [0, 0, 1], [1, 2, 2], 3)
    one = Cell(comparisons([0.1, 0.9], [0, 0], [0, 0], 3), met, None)
    other = Cell(comparisons([0.9, 0.9], [0, 1], [0, 1], 3), met, None)
    assert missed_by([one, other], 0.5) == {0: 0.25, 1: 0.0}
    assert passed_by([one, other], 0.5) == {0: 0.5, 1: 0.5, 2: 1.0}
