"""Means with the people's own level taken out, against ordinary least squares."""

import numpy as np
import pytest

from probe.errors import ComparisonError
from probe.statistics.interaction.cellmeans import cell_means

DIFFERENCE = np.array([1.0, -1.0, 0.0, 0.0])


def least_squares(figures):
    """Condition effects by a full design matrix, up to a constant."""
    subject, condition = np.nonzero(np.isfinite(figures))
    people, conditions = figures.shape
    design = np.hstack([np.eye(people)[subject], np.eye(conditions)[condition]])
    solution = np.linalg.lstsq(design, figures[subject, condition], rcond=None)[0]
    return solution[people:]


@pytest.mark.parametrize("missing", [0.0, 0.2])
def test_contrasts_equal_least_squares_with_everybody_and_without_each(rng, missing):
    figures = rng.normal(size=(8, 4))
    figures[rng.random(figures.shape) < missing] = np.nan
    means = cell_means(figures)
    assert DIFFERENCE @ means.means == pytest.approx(DIFFERENCE @ least_squares(figures))
    for k in range(8):
        rest = least_squares(np.delete(figures, k, axis=0))
        assert DIFFERENCE @ means.deleted[k] == pytest.approx(DIFFERENCE @ rest)


def test_conditions_that_nobody_links_are_not_determined(rng):
    figures = rng.normal(size=(6, 4))
    figures[:3, :2], figures[3:, 2:] = np.nan, np.nan
    means = cell_means(figures)
    assert means.determines(DIFFERENCE)
    assert not means.determines(np.array([1.0, 0.0, -1.0, 0.0]))
    assert means.fewest(DIFFERENCE) == 3


def test_bad_figures_are_named():
    with pytest.raises(ComparisonError, match="subjects by conditions"):
        cell_means(np.ones(3))
    with pytest.raises(ComparisonError, match="infinite"):
        cell_means(np.full((2, 2), np.inf))
