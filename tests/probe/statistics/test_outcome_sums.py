"""Sums over pairs of people give the false match rate that a table of all pairs gives."""

import numpy as np
import pytest

from probe.statistics.fmr import false_match_rate
from probe.statistics.outcome_sums import OutcomeRows
from probe.statistics.outcomes import outcomes_of_table

SUBJECTS, PEOPLE, THRESHOLDS = 9, 12, (0.5, 3.0)


@pytest.fixture(params=[0, 1, 2])
def tables(request):
    """Sums, comparisons and passing ones `(S, T)` of people, of whom some pairs never met."""
    rng = np.random.default_rng(request.param)
    counts = rng.integers(0, 5, (SUBJECTS, PEOPLE))
    counts[np.arange(PEOPLE)[None, :] <= np.arange(SUBJECTS)[:, None]] = 0
    parts = rng.normal(size=PEOPLE)
    means = 40 + parts[:SUBJECTS, None] + parts + rng.normal(size=counts.shape)
    passed = np.stack([rng.binomial(counts, 1 / (1 + t)) for t in THRESHOLDS])
    return means * counts, counts, passed


def sums_of(tables, at_once):
    scores, counts, passed = tables
    rows = OutcomeRows(PEOPLE, SUBJECTS, len(THRESHOLDS), 40.0)
    for start in range(0, SUBJECTS, at_once):
        part = slice(start, start + at_once), slice(start, None)
        rows.add(start, scores[part], counts[part], passed[:, *part])
    return rows


@pytest.mark.parametrize("at_once", [1, 4, SUBJECTS])
@pytest.mark.parametrize("k", [0, 1])
def test_rows_give_what_the_table_gives(at_once, k, tables):
    scores, counts, passed = tables
    found = sums_of(tables, at_once).sums(k, 2.5)
    table = outcomes_of_table(passed[k], counts, scores / np.maximum(counts, 1), 2.5)
    for name in ("rate", "comparisons", "false_matches", "entries", "carrying"):
        assert getattr(found, name) == getattr(table, name), name
    assert found.taking_part.tolist() == table.taking_part.tolist()
    assert found.spread == pytest.approx(table.spread, rel=1e-12)
    assert found.pair_products(0.1, 0.3) == pytest.approx(table.pair_products(0.1, 0.3), rel=1e-12)
    for name in ("products_of_weights", "products_of_ones", "products_of_deviations"):
        assert getattr(found, name)() == pytest.approx(getattr(table, name)(), rel=1e-11), name
    one, other = false_match_rate(found), false_match_rate(table)
    assert (one.pairs, one.carriers) == (other.pairs, other.carriers)
    assert one.effective == pytest.approx(other.effective, rel=1e-11)
    assert (one.interval.low, one.interval.high) == pytest.approx(
        (other.interval.low, other.interval.high), rel=1e-11
    )


def test_without_comparisons_there_is_no_rate():
    rows = OutcomeRows(PEOPLE, SUBJECTS, 1, 0.0)
    assert np.isnan(rows.sums(0, 0.0).rate)
    assert false_match_rate(rows.sums(0, 0.0)).interval.refused
