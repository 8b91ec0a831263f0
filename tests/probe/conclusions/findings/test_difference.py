"""A paired difference as values of messages."""

import math

from probe.conclusions.findings.difference import decided, interval, size
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


def test_without_both_ends_nothing_is_decided():
    assert decided(row())
    assert not decided(row(low=math.nan))
