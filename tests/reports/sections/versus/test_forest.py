"""The axis of paired differences: it holds them all, and the better model's side is its own."""

import pytest

from probe.reports.sections.versus.data import Difference
from probe.reports.sections.versus.forest import Forest, forest_of, round_up
from probe.reports.source import Source


def difference(low: float | None, value: float, high: float | None) -> Difference:
    return Difference("", "", False, "", value=value, low=low, high=high)


@pytest.mark.parametrize(
    ("reach", "end"), [(0.0, 0.01), (0.003, 0.01), (0.2, 0.2), (0.21, 0.5), (1.0, 1.0), (13, 20)]
)
def test_an_axis_ends_at_a_round_number(reach: float, end: float) -> None:
    assert round_up(reach) == pytest.approx(end)


def test_right_speaks_for_the_second_model() -> None:
    assert Forest("auc", 0.5, ()).place(0.25) == 75
    assert Forest("fnmr", 0.5, ()).place(0.25) == 25


def test_marks_run_from_left_to_right_and_end_with_the_axis() -> None:
    assert Forest("fnmr", 0.5, ()).marks_of(-0.25, 0.0, 0.9) == (0, 50, 75)
    assert Forest("auc", 0.5, ()).marks_of(None, 0.1, None) == (60, 60, 60)
    assert Forest("auc", 0.5, ()).marks_of(None, None, None) == ()


def test_the_axis_holds_every_interval_and_is_labelled_with_its_ends(run) -> None:
    source = Source(run, "en")
    shown = [difference(-0.3, 0.1, 0.4), difference(None, -0.2, None)]
    assert forest_of(source, "auc", shown).marks == ((0, "−.5"), (50, "0"), (100, "+.5"))
    near = [difference(-0.012, 0.0, 0.004)]
    assert forest_of(source, "auc", near).marks == ((0, "−.02"), (50, "0"), (100, "+.02"))
    assert forest_of(source, "fnmr", shown).marks == ((0, "+50"), (50, "0"), (100, "−50"))
