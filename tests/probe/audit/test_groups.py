"""Rates and differentials of groups, computed by other code than the run's."""

import math

import pytest

from probe.audit.audit import audit
from probe.audit.computed import computed_again
from probe.audit.groups import People, at_least, differential, group_figures
from probe.audit.sections import sections_held
from probe.statistics import Interval
from probe.statistics.differential import differential as stored_differential
from probe.statistics.differential import ratio_at_least
from tests.probe.audit.test_false_matches import comparisons

RATES = ((0.3, 0.2, 0.45), (0.1, 0.05, 0.17), (0.0, 0.0, 0.1), (1.0, 0.8, 1.0))


def test_a_run_with_groups_follows_from_its_vectors(grouped):
    verdict = audit(grouped)
    assert verdict.differing == ()
    columns = {column.column for column in verdict.columns if column.compared}
    assert {"groups: people", "group_pairs: pairs", "differentials: to_mean_high"} <= columns
    assert not any("group" in name or "differ" in name for name in verdict.left_out)


def test_a_ratio_that_was_changed_and_groups_that_were_swapped_differ(grouped, monkeypatch):
    computed = computed_again(grouped)
    record = {name: [dict(row) for row in rows] for name, rows in grouped.examination.items()}
    record["differentials"][0]["to_best_low"] += 1e-6
    row = record["differentials"][1]
    row["worst"], row["best"] = row["best"], row["worst"]
    monkeypatch.setattr(type(grouped), "examination", record)
    differing = {c.column: c.differing for c in sections_held(grouped, computed) if c.differing}
    assert differing["differentials: to_best_low"] == 3
    assert differing["differentials: told"] == 2


@pytest.mark.parametrize("above", RATES)
@pytest.mark.parametrize("below", RATES)
def test_limits_of_ratios_are_those_of_the_run(above, below):
    pair = Interval(*above, "given"), Interval(*below, "given")
    assert at_least(above, below) == pytest.approx(ratio_at_least(*pair), abs=1e-12)


def test_the_worst_of_three_is_held_against_the_best_and_the_mean():
    three = {"a": RATES[1], "b": RATES[0], "c": (0.2, 0.1, 0.3)}
    worst, best, figures = differential({g: lambda _, r=r: r for g, r in three.items()})
    stored = stored_differential([lambda _, r=r: Interval(*r, "given") for r in three.values()])
    assert (worst, best) == ("b", "a")
    for name, ratio in (("to_best", stored.to_best), ("to_mean", stored.to_mean)):
        assert figures[name] == pytest.approx(ratio.value)
        assert figures[f"{name}_low"] == pytest.approx(ratio.low)
        assert figures[f"{name}_high"] == pytest.approx(ratio.high)


def test_people_of_whom_nothing_is_stated_are_only_counted():
    met = comparisons([0.1, 0.6], [0, 0], [1, 2], 3)
    people = People({0: "f", 1: "f", 2: ""}, {0: 0.5, 1: 0.0, 2: 1.0}, met, 0.5)
    rows = group_figures("sex", people)
    assert rows["groups"]["sex", ""]["people"] == 1
    assert math.isnan(rows["groups"]["sex", ""]["value"])
    assert rows["groups"]["sex", "f"]["value"] == 0.25
    assert rows["group_pairs"] == rows["differentials"] == {}
