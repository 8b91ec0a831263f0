"""All comparisons of two conditions."""

import numpy as np
import pytest

from probe.audit.comparisons import strangers
from probe.audit.standing import Standing, cells_of
from probe.audit.threshold import threshold_of


def test_cells_hold_the_means_by_people(album, coded):
    cells = cells_of(album, coded)
    assert sorted(cells) == [(0, 0), (0, 1), (1, 1)]
    assert cells[0, 1].mated_means == pytest.approx({0: 1.8, 1: 1.8})
    assert cells[0, 0].miss_rates(1.2) == {0: 1.0, 1: 1.0}
    assert cells[0, 0].alike is None
    assert len(cells[1, 1].mated) == 0


def test_false_matches_are_counted_on_the_other_half(album, coded):
    cells = cells_of(album, coded)
    met = strangers(album, coded, "at_large", 0, 0)
    thresholds = (threshold_of(met, album, 0.4, None),)
    standing = Standing(album, cells, thresholds, met, frozenset({"ann"}))
    assert standing.usual is cells[0, 0]
    assert standing.against_standard(1) is cells[0, 1]
    assert set(np.unique(standing.tested(met).images)) == {"b1", "b2", "c1"}
