"""A planted goat carries the misses."""

import numpy as np
import pytest

from probe.comparison.examination.carriers import carriers, concentration


def test_the_goat_is_named_first_and_chance_is_small(planted):
    centres = np.full(12, 3.0)
    centres[7] = 0.0
    examined = planted(apart=(centres, centres, centres), threshold=1.0)
    rows = list(carriers(examined))
    assert rows[0]["person"] == "p07"
    assert rows[0]["carries_misses"] > 0.5
    assert sum(row["carries_misses"] for row in rows) == pytest.approx(1)
    assert sum(row["carries_matches"] for row in rows) == pytest.approx(1)
    assert concentration(examined)["misses_p"] <= 0.01


def test_without_errors_nobody_carries_any(planted):
    examined = planted(apart=(50.0, 50.0), threshold=20.0)
    assert {row["carries_misses"] for row in carriers(examined)} == {None}
    assert {row["carries_matches"] for row in carriers(examined)} == {None}
    assert concentration(examined)["misses_p"] is None


def test_who_was_not_compared_stands_last_without_a_share(planted):
    rows = list(carriers(planted(missing={(0, 4), (1, 4)})))
    assert [row["person"] for row in rows if row["missed"] is None] == ["p04"]
    assert sum(row["carries_misses"] or 0 for row in rows) == pytest.approx(1)


def test_who_is_not_examined_is_not_named(planted):
    examined = planted()
    examined.chosen[3:] = False
    assert sorted(row["person"] for row in carriers(examined)) == ["p00", "p01", "p02"]
