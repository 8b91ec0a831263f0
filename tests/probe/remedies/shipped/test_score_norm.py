"""Scores normalised by those of strangers: how many it takes."""

from dataclasses import replace

import numpy as np
import pytest

from probe.remedies.scoring import Scoring, Side
from probe.remedies.shipped.score_norm import COMFORTABLE_COHORT, FEWEST_COHORT, spec


@pytest.mark.parametrize(
    ("people", "tried", "uncertain"),
    [
        (FEWEST_COHORT - 1, False, True),
        (FEWEST_COHORT, True, True),
        (COMFORTABLE_COHORT - 1, True, True),
        (COMFORTABLE_COHORT, True, False),
    ],
)
def test_a_cohort_too_small_is_refused_and_a_small_one_is_uncertain(
    remedy_case, remedy_views, people, tried, uncertain
):
    case = replace(remedy_case(), strangers=remedy_views("o", range(100, 100 + people), 2))
    assert (spec.why_not(case) is None) == tried
    caution = spec.caution(case)
    assert (caution is not None) == uncertain
    if caution:
        assert caution.values == {"people": people}


def test_the_cohort_is_the_strangers_of_the_standard_condition():
    strangers = Side(np.eye(2), np.arange(2), np.array(["a", "b"]))
    scoring = spec.change_scoring(Scoring(gallery_views=3), strangers)
    assert scoring.cohort is strangers
    assert scoring.gallery_views == 3
