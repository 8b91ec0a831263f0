"""Error rates of groups, from planted scores."""

from dataclasses import replace

import numpy as np
import pytest

from probe.comparison.examination.groups import (
    Grouping,
    differentials,
    group_matches,
    group_misses,
)
from probe.statistics import strangers_from


def grouping(examined, groups):
    return Grouping("sex", replace(examined, groups={"sex": tuple(groups)}))


def halves(count):
    return ["f"] * (count // 2) + ["m"] * (count - count // 2)


def test_misses_of_a_group_are_means_over_its_people(planted):
    examined = planted(people=12)
    groups = [*halves(11), ""]
    rows = {row["group"]: row for row in group_misses(grouping(examined, groups))}
    assert list(rows) == ["", "f", "m"]
    assert [rows[g]["people"] for g in ("", "f", "m")] == [1, 5, 6]
    assert rows["f"]["value"] == pytest.approx(examined.missed[:5].mean())
    assert rows["f"]["low"] < rows["f"]["value"] < rows["f"]["high"]
    assert (rows[""]["value"], rows[""]["note"]) == (None, "")


def test_a_group_of_few_people_has_no_interval_and_is_not_compared(planted):
    of_few = grouping(planted(people=12), ["f"] * 5 + ["m"] * 3 + ["x"] * 4)
    rows = {row["group"]: row for row in group_misses(of_few)}
    assert rows["m"]["low"] is None
    assert rows["m"]["note"]["id"] == "note-too-few-subjects"
    assert [(r["first"], r["second"]) for r in group_matches(of_few)] == [("f", "f")]
    assert list(differentials(of_few)) == []


def test_every_comparison_is_of_one_pair_of_groups(planted):
    examined = planted(people=12, threshold=1.0)
    rows = list(group_matches(grouping(examined, halves(12))))
    assert [(r["first"], r["second"], r["people"], r["pairs"]) for r in rows] == [
        ("f", "f", 6, 15), ("f", "m", 12, 36), ("m", "m", 6, 15),
    ]  # fmt: skip
    shares, *_ = examined.pair_shares
    weighed = [row["value"] * row["pairs"] for row in rows]
    assert sum(weighed) / 66 == pytest.approx(shares.mean())


def two_kinds(planted, seed, apart, above=0.0, people=24):
    """Half the people have mated scores higher by `apart`, and strangers of the other half score
    higher among themselves by `above`.
    """
    centres = np.where(np.arange(people) < people // 2, 2.0 + apart, 2.0)
    examined = planted(apart=(centres, centres), people=people, threshold=1.8, seed=seed, takes=8)
    conditions = []
    for one in examined.conditions:
        met = one.strangers
        other = (met.first >= people // 2) & (met.second >= people // 2)
        block = met.scores + above * other, met.first, met.second
        raised = strangers_from([block], people, subjects=people)
        conditions.append(replace(one, strangers=raised))
    return grouping(replace(examined, conditions=tuple(conditions)), halves(people))


def test_groups_that_differ_are_told_apart(planted):
    errors = {row["error"]: row for row in differentials(two_kinds(planted, 0, 1.5, 1.0))}
    assert errors["misses"]["told"]
    assert errors["matches"]["told"]
    for row in errors.values():
        assert (row["worst"], row["best"], row["groups"]) == ("m", "f", 2)
        assert 1 < row["to_best_low"] < row["to_best"] < row["to_best_high"]
        assert row["to_mean"] == pytest.approx(row["to_best"] ** 0.5)


def test_equal_groups_are_not_told_apart(planted):
    told = {"misses": 0, "matches": 0}
    for seed in range(100):
        for row in differentials(two_kinds(planted, seed, 0.0, people=12)):
            told[row["error"]] += row["told"]
    assert max(told.values()) <= 7


def test_a_group_without_misses_leaves_the_ratio_open(planted):
    (misses, _) = differentials(two_kinds(planted, 0, 9.0))
    assert misses["to_best"] is misses["to_best_high"] is None
    assert misses["to_best_low"] > 1
    assert misses["told"]
