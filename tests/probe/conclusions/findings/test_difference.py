"""A paired difference as values of messages."""

import math

from probe.conclusions.findings.difference import decided, interval, shown_alone, size
from probe.wording import wording_of
from tests.probe.conclusions.planted_pairs import row

words = wording_of()


def test_misses_are_in_points_and_other_figures_in_hundredths():
    assert words(size(row(difference=-0.1))) == ".10"
    assert words(size(row("fnmr", 0.25))) == "25\u00a0points"


def test_the_interval_is_turned_as_the_size_is_stated():
    assert (
        words(interval(row(difference=-0.1, low=-0.15, high=-0.05))) == "95\u00a0% .05 to\u00a0.15"
    )
    alike = row(difference=-0.01, low=-0.05, high=0.03, differs=False)
    assert words(interval(alike)) == "95\u00a0% −.05 to\u00a0.03"


def test_an_interval_that_leaves_0_out_beside_no_difference_is_taken_alone():
    alone = row(low=0.05, high=0.15, differs=False)
    assert shown_alone(alone)
    assert words(interval(alone)) == "taken alone 95\u00a0% .05 to\u00a0.15"
    assert words(interval({**alone, "figure": "fnmr"})) == "taken alone 95\u00a0% 5 to\u00a015"
    for other in (row(), row(low=-0.05, differs=False), row(low=math.nan, differs=False)):
        assert not shown_alone(other)
        assert "alone" not in words(interval(other))


def test_without_both_ends_nothing_is_decided():
    assert decided(row())
    assert not decided(row(low=math.nan))
