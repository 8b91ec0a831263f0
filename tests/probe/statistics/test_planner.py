"""Predicted widths against those obtained, and the fewest people that serve."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics import (
    fnmr_interval,
    fnmr_width,
    people_needed,
    plan,
    rate_deviation,
    strangers_needed,
    subjects_needed,
)


@pytest.mark.parametrize("subjects", [8, 20, 60])
@pytest.mark.parametrize("fnmr", [0.02, 0.1, 0.4])
@pytest.mark.parametrize("correlation", [0.1, 0.5])
def test_predicted_width_of_an_fnmr(rng, subjects, fnmr, correlation):
    """Beta-distributed people, five independent pictures each: within 15 % of the obtained."""
    size = 1 / correlation - 1
    obtained = []
    for _ in range(300):
        people = rng.beta(fnmr * size, (1 - fnmr) * size, subjects)
        obtained.append(fnmr_interval(rng.binomial(5, people) / 5).width)
    deviation = rate_deviation(fnmr, correlation, 5)
    assert fnmr_width(subjects, fnmr, deviation) == pytest.approx(np.mean(obtained), rel=0.15)


def test_a_plan_is_the_smallest_that_serves():
    found = plan(fmr=0.001, width=0.2, takes=5, fnmr=0.1, correlation=0.3)
    deviation = rate_deviation(0.1, 0.3, 5)
    assert found.width <= 0.2 < fnmr_width(found.subjects - 1, 0.1, deviation)
    assert found.people_for_fmr == 21
    assert found.further_strangers == 0
    few = plan(fmr=0.0001, width=0.5, takes=5, fnmr=0.1, correlation=0.3)
    assert few.further_strangers > 0


@pytest.mark.parametrize("subjects", [1, 8, 20, 21])
def test_further_strangers_are_the_fewest(subjects):
    found = strangers_needed(0.001, subjects, 5)

    def allowed(strangers):
        return round(0.001 * 25 * (subjects * (subjects - 1) / 2 + subjects * strangers), 9)

    assert allowed(found) >= 5
    assert found == 0 or allowed(found - 1) < 5
    assert (found == 0) == (subjects >= people_needed(0.001, 5))


def test_what_cannot_be_planned_is_refused():
    with pytest.raises(ComparisonError, match="not reached"):
        subjects_needed(1e-6, lambda count: fnmr_width(count, 0.5, 0.5))
    with pytest.raises(ComparisonError, match="do not go together"):
        rate_deviation(1.5, 0.1, 5)
    with pytest.raises(ComparisonError, match="at least one subject"):
        strangers_needed(0.01, 0, 5)
