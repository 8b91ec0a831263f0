"""Which remedy is recommended, and what is said of its price."""

from dataclasses import replace

import numpy as np
import pytest

from probe.remedies import RemedyResult, recommendation, try_remedies
from probe.statistics import Interval
from probe.wording import wording_of

PEOPLE = 8


def in_words(results):
    return wording_of()(recommendation(results)).replace("\u00a0", " ")


def test_no_remedy_no_recommendation(pixels, frame, remedy_case):
    results = try_remedies(pixels, frame, remedy_case(), remedies=["flip-average"], fmr=0.05)
    assert in_words(results[:1]).startswith("No remedy")


def measured(name, *, kept, fnmr, cost, gain=0.2):
    change = Interval(gain, gain - 0.05, gain + 0.05, "stated", "", PEOPLE, 0.95)
    missed = None if name is None else Interval(-0.1, -0.2, -0.01, "stated", "", PEOPLE, 0.95)
    return RemedyResult(
        () if name is None else (name,), retention=kept, fnmr=fnmr, milliseconds=cost,
        retention_change=None if name is None else change, fnmr_change=missed,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            {"kept": 0.5, "fnmr": 0.4, "cost": 3.0},
            {"name": "mask", "kept": 0.7, "fnmr": 0.1, "cost": 63.5},
            "Mask: retention .50 to .70 (gain .20, 95 % .15 to .25), misses 40 % to 10 %, for 60.5 "
            "ms a picture more.",
        ),
        (
            {"kept": 0.1, "fnmr": 1.0, "cost": 3.0},
            {"name": "views-5", "kept": 0.3, "fnmr": float("nan"), "cost": 3.0},
            "Views-5: retention .10 to .30 (gain .20, 95 % .15 to .25), misses 100 % without it "
            "and not known with it, for less than 0.1 ms a picture more and 5 enrolled pictures a "
            "person. More than half of the margin over strangers stays lost.",
        ),
        (
            {"kept": 0.5, "fnmr": float("nan"), "cost": 3.0},
            {"name": "flip-average", "kept": 0.7, "fnmr": float("nan"), "cost": 6.0},
            "Flip-average: retention .50 to .70 (gain .20, 95 % .15 to .25), for 3.0 ms a picture "
            "more.",
        ),
    ],
)
def test_a_recommendation_tells_the_misses_and_the_price(before, after, told):
    results = (measured(None, **before), measured(**after))
    assert in_words(results) == told


def test_what_raises_misses_is_not_recommended_and_the_simplest_is_taken():
    def change(estimate, low, high):
        return Interval(estimate, low, high, "t", "", PEOPLE, 0.95)

    nothing = RemedyResult((), 0.8, 0.0, milliseconds=1.0)
    mask = RemedyResult(("mask",), 0.97, 0.0, None, change(0.17, 0.1, 0.2), None, 1.5)
    both = RemedyResult(("mask", "score-norm"), 0.98, 0.0, None, change(0.18, 0.12, 0.2), None, 2.0)
    assert in_words([nothing, both, mask]).startswith("Mask: retention .80 to .97")
    unknown = replace(both, retention_change=change(0.4, 0.3, 0.5))
    worse = replace(unknown, fnmr_change=change(0.9, np.nan, np.nan))
    assert in_words([nothing, worse, mask]).startswith("Mask:")
    seen = replace(unknown, fnmr_change=change(0.09, -0.02, 0.2))
    assert in_words([nothing, seen, mask]).startswith("Mask:")
    assert in_words([nothing, unknown, mask]).startswith("Mask + score-norm:")
