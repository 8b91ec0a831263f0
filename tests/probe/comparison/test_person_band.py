"""Bands of people hold what the table of everybody holds, each pair of people in one of them."""

import numpy as np
import pytest

from probe.comparison import VectorScores, cast_of, person_band
from probe.comparison.person_band import PersonBands, band_of, band_size
from probe.comparison.person_tables import PersonTables
from probe.comparison.tally import banded_blocks, stranger_blocks
from tests.probe.comparison.test_cells import photographs, rendered, study

THRESHOLDS = np.array([0.0, 0.4, np.nan])


@pytest.mark.parametrize("size", [1, 2, 5, 7, 9])
@pytest.mark.parametrize("place", [(0, 1), (1, 1)])
def test_bands_are_the_table_cut_in_rows(size, place):
    images, embeddings = study(photographs(7))
    scores = VectorScores(embeddings)
    cast = cast_of(images, scores)
    table = PersonTables(7, 7, THRESHOLDS)
    for block in stranger_blocks(scores, cast, "at_large", *place):
        table.add(block)
    taken = []
    bands = PersonBands(size, 7, 7, THRESHOLDS, taken.append)
    for block in banded_blocks(scores, cast, "at_large", *place, size):
        bands.add(block)
    bands.close()
    bands.close()
    assert [band.start for band in taken] == [k for k in range(0, 7, size) if k < 6]
    assert bands.squares == pytest.approx(table.squares, rel=1e-12)
    for band in taken:
        rows = slice(band.start, band.start + len(band.scores))
        for made, whole in (
            (band.scores, table.scores), (band.compared, table.compared),
            *zip(band.passed, table.passed, strict=True),
        ):  # fmt: skip
            both = whole + whole.T
            above = np.triu(both)[rows, band.start :]
            np.testing.assert_allclose(made, above, atol=1e-12)


def test_few_people_and_those_in_both_roles_stand_in_tables(monkeypatch):
    images, embeddings = study(photographs(7))
    cast = cast_of(images, VectorScores(embeddings))
    assert band_size(cast, "at_large") == 0
    monkeypatch.setattr(person_band, "MOST_TABLED", 48)
    monkeypatch.setattr(person_band, "BAND_PAIRS", 21)
    assert band_size(cast, "at_large") == 3
    images, embeddings = study(rendered(7), alike="role")
    cast = cast_of(images, VectorScores(embeddings))
    assert (band_size(cast, "at_large"), band_size(cast, "alike")) == (0, 3)


def test_a_band_has_somebody():
    assert band_of(10**9) == 1
