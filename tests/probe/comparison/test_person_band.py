"""Bands of people hold what the table of everybody holds, each pair of people in one of them."""

import numpy as np
import pytest

from probe.comparison.person_band import person_bands
from probe.comparison.person_tables import PersonTables
from probe.comparison.stranger_block import StrangerBlock

PEOPLE, THRESHOLDS = 9, np.array([0.0, 0.7])


def blocks(rows, columns):
    """Rectangles of seven people's 19 pictures with everybody's; some people go on in the next."""
    rng = np.random.default_rng(0)
    first = np.sort(rng.integers(0, 7, 19))
    second = np.sort(rng.integers(0, PEOPLE, 20))
    scores = rng.normal(size=(19, 20))
    for top in range(0, 19, rows):
        for left in range(0, 20, columns):
            a, b = slice(top, top + rows), slice(left, left + columns)
            met = first[a, None] < second[b]
            yield StrangerBlock(scores[a, b], met, first[a], second[b])


@pytest.mark.parametrize("rows", [1, 2, 5, 19])
@pytest.mark.parametrize("columns", [3, 20])
def test_bands_are_the_table_cut_in_rows(rows, columns):
    table = PersonTables(7, PEOPLE, THRESHOLDS)
    for block in blocks(rows, columns):
        table.add(block)
    seen = np.zeros(7, int)
    for band in person_bands(blocks(rows, columns), PEOPLE, THRESHOLDS):
        part = slice(band.start, band.start + len(band.scores))
        seen[part] += 1
        np.testing.assert_allclose(band.scores, table.scores[part], atol=1e-12)
        np.testing.assert_array_equal(band.compared, table.compared[part])
        np.testing.assert_array_equal(band.passed, table.passed[:, part])
    assert seen.max() == 1
    assert not table.compared[seen == 0].any()
