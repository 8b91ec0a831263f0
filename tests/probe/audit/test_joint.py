"""Limits that hold together, by the definitions of the glossary."""

import numpy as np
import pytest

from probe.audit.computed import computed_again
from probe.audit.intervals import TAIL, misses
from probe.audit.joint import joint_limits


def test_lower_limits_share_the_error_over_conditions_and_upper_ones_over_ranges(stored):
    computed = computed_again(stored)
    limits = {(k, c): ends for k, c, ends in joint_limits(stored.protocols, computed.standings)}
    conditions = sum(len(s.cells) and s.album.conditions for s in computed.standings.values())
    key = next(iter(computed.standings))
    standing = computed.standings[key]
    for condition in range(standing.album.conditions):
        cell = standing.against_standard(condition)
        own = np.array(list(cell.miss_rates(standing.thresholds[0].value).values()))
        low, high = limits[key, condition]
        assert low == pytest.approx(misses(own, tail=TAIL / conditions)[0])
        assert high == pytest.approx(misses(own, tail=TAIL / len(computed.standings))[1])
        single = misses(own)
        assert low <= single[0] <= single[1] <= high


def test_they_are_those_that_the_run_stores(stored):
    computed = computed_again(stored)
    table = stored.cells.set_index(["protocol", "backbone", "variant", "kind", "i", "j"])
    for key, condition, (low, high) in joint_limits(stored.protocols, computed.standings):
        standard = computed.standings[key].album.standard
        row = table.loc[(*key, "mated", condition, standard)]
        assert (row["fnmr_joint_low"], row["fnmr_joint_high"]) == pytest.approx(
            (low, high), abs=1e-9
        )
