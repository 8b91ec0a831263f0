"""Points of curves: planted rates within their intervals."""

import pytest
from scipy import stats

from probe.comparison.examination.curves import curves, traces


def test_planted_rates_are_within_the_intervals(planted):
    covered = [
        row["low"] <= stats.norm.cdf(stats.norm.isf(row["fmr"]) - 2.0) <= row["high"]
        for seed in range(8)
        for row in curves(planted(people=20, seed=seed))
    ]
    assert sum(covered) >= 0.93 * len(covered)


def test_a_rate_that_too_few_strangers_support_is_left_out(planted):
    rows = list(curves(planted(people=12)))  # 264 comparisons a condition
    assert min(row["fmr"] for row in rows) == 0.02
    assert {row["condition"] for row in rows} == {0, 1}


def test_misses_fall_with_the_rate(planted):
    values = [row["value"] for row in curves(planted()) if row["condition"] == 0]
    assert values == sorted(values, reverse=True)


def test_a_model_of_constant_scores_misses_everybody(planted):
    examined = planted()
    flat = [
        type(one)(one.condition, tuple(0 * s for s in one.mated), constant(one.strangers))
        for one in examined.conditions
    ]
    constants = type(examined)(
        examined.model, examined.names, 12, examined.chosen, 0.0, tuple(flat)
    )
    assert {row["value"] for row in curves(constants)} == {1.0}


def constant(strangers):
    from dataclasses import replace

    return replace(strangers, scores=0 * strangers.scores)


def test_nobody_with_pictures_has_no_misses(planted):
    nobody = {(c, k) for c in (0, 1) for k in range(12)}
    with pytest.raises(StopIteration):
        next(row for row in curves(planted(missing=nobody)) if row["value"] is not None)


def test_points_with_intervals_lie_on_the_whole_curve(planted):
    """Between two neighbours of a step curve: misses fall as the rate rises."""
    examined = planted(people=20)
    whole = {row["condition"]: row for row in traces(examined)}
    assert set(whole) == {0, 1}
    for row in curves(examined):
        trace = whole[row["condition"]]
        points = list(zip(trace["fmr"], trace["fnmr"], strict=True))
        before = [y for x, y in points if x <= row["fmr"] - 1e-3]
        after = [y for x, y in points if x >= row["fmr"] + 1e-3]
        assert min(before, default=1) >= row["value"] >= max(after, default=0)
