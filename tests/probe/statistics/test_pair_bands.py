"""Bands of pairs of people say what a table of them says."""

import numpy as np
import pytest

from probe.statistics.gap import pairs_of
from probe.statistics.pair_bands import PairBands, mean_of_bands

SUBJECTS, PEOPLE = 8, 11


def planted(seed, missing=0.2):
    """A table `(S, T)`, symmetric among the subjects, and its bands of three people."""
    rng = np.random.default_rng(seed)
    table = rng.normal(size=(SUBJECTS, PEOPLE))
    table[rng.random(table.shape) < missing] = np.nan
    upper = np.triu_indices(SUBJECTS, 1)
    table[upper[::-1]] = table[upper]
    table[2] = table[:, 2] = table[:, 9] = np.nan  # a subject and a stranger met nobody
    np.fill_diagonal(table, np.nan)
    only_once = np.where(np.arange(PEOPLE) > np.arange(SUBJECTS)[:, None], table, np.nan)
    cuts = [only_once[start : start + 3, start:] for start in range(0, SUBJECTS, 3)]
    return table, PairBands(SUBJECTS, PEOPLE, cuts)


@pytest.mark.parametrize("seed", range(3))
def test_bands_say_what_their_table_says(seed):
    table, bands = planted(seed)
    pairs = pairs_of(table, np.arange(PEOPLE))
    np.testing.assert_array_equal(bands.table(), table)
    assert bands.taking_part().tolist() == pairs.taking_part().tolist()
    assert bands.strangers().tolist() == pairs.strangers().tolist()
    assert bands.mean == pytest.approx(np.nanmean(table), rel=1e-12)
    met = np.isfinite(table).any(axis=1)
    expected = [row[np.isfinite(row)].mean() if here else np.nan
                for row, here in zip(table, met, strict=True)]  # fmt: skip
    np.testing.assert_allclose(bands.subject_means, expected, rtol=1e-12)


@pytest.mark.parametrize(
    ("subjects", "strangers"),
    [([0, 1, 3, 4, 5, 6, 7], [8, 10]), ([0, 1, 2], [8, 9, 10]), ([4, 7], []), ([], [8, 10]),
     ([1, 6], [8, 15])],
)  # fmt: skip
def test_the_mean_among_some_people_is_that_of_the_table(subjects, strangers):
    table, bands = planted(0)
    pairs = pairs_of(table, np.arange(PEOPLE))
    chosen = np.array(subjects, np.int64), np.array(strangers, np.int64)
    for _ in range(2):  # known sums are as good
        made, expected = bands.mean_among(*chosen), pairs.mean_among(*chosen)
        assert made.estimate == pytest.approx(expected.estimate, rel=1e-12, nan_ok=True)
        assert made.deleted.keys() == expected.deleted.keys()
        for group, values in expected.deleted.items():
            np.testing.assert_allclose(made.deleted[group], values, rtol=1e-12)


def test_means_of_bands_are_over_the_figures_that_are_there():
    tables, bands = zip(*(planted(seed, missing=0.5) for seed in range(3)), strict=True)
    stack = np.array(tables)
    counts = np.isfinite(stack).sum(axis=0)
    expected = np.where(counts > 0, np.nansum(stack, axis=0) / np.maximum(counts, 1), np.nan)
    np.testing.assert_allclose(mean_of_bands(bands).table(), expected, rtol=1e-12)
