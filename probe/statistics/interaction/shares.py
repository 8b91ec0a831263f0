"""Where the differences between pictures come from: variance shares of a mixed model."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from itertools import combinations

import numpy as np

from probe.statistics.interaction.grid import Grid
from probe.statistics.jackknife import Floats

SUBJECT = "subject"
REST = "rest"
HIGHER = "three factors or more"

_SAME = 1e-9
"""Figures that differ by less are the same (ours): cosines of float32 vectors carry seven
digits."""


@dataclass(frozen=True)
class Share:
    """One part of the variance of a figure.

    Attributes:
        parts: names of the factors (one: main effect, two: interaction), or `subject` (people
            differ alike in every condition), `rest` (a person reacts to a condition in a way of
            his own, and picture noise), `three factors or more`.
        share: 0..1; all shares of a figure sum to 1.
    """

    parts: tuple[str, ...]
    share: float


@dataclass(frozen=True)
class Shares:
    """The shares of a figure, the factors first; none, with the reason, where there is no model.

    Attributes:
        shares: sum to 1, or empty.
        note: why there are none.
    """

    shares: tuple[Share, ...]
    note: str = ""


def variance_shares(figures: Floats, grid: Grid) -> Shares:
    """Variance shares of figures `(S, C)`, NaN where missing, over the conditions of a grid.

    Linear mixed model by REML: one fixed mean a condition, a random level a subject; in closed form
    with every figure there, through statsmodels where some are missing.
    The variance of the fixed means over the grid, each condition weighing the same, falls apart
    into main effects and interactions without overlap; what the means' own sampling error adds
    to each part is taken off (not below zero). As Nakagawa and Schielzeth (Methods in Ecology and
    Evolution 4, 2013), with the fixed part split.
    """
    subject, condition = np.nonzero(np.isfinite(figures))
    values = figures[subject, condition]
    seen = np.bincount(condition, minlength=grid.conditions)
    if (seen == 0).any():
        return Shares((), "a condition has no figure of anybody")
    if len(np.unique(subject)) < 2 or len(values) < grid.conditions + len(np.unique(subject)):
        return Shares((), "too few figures to tell people from conditions")
    if np.ptp(values) < _SAME:
        return Shares((), "all figures are the same")
    if len(values) == figures.size:
        fitted: _Fit | str = _balanced(figures)
    else:
        fitted = _fitted(values, np.eye(grid.conditions)[condition], subject)
    if isinstance(fitted, str):
        return Shares((), fitted)
    means, covariance, between, within = fitted
    variances = {
        parts: max(0.0, float(means @ q @ means - np.trace(q @ covariance)) / grid.conditions)
        for parts, q in _projections(grid)
    }
    variances |= {(SUBJECT,): between, (REST,): within}
    total = sum(variances.values())
    return Shares(tuple(Share(parts, value / total) for parts, value in variances.items()))


_Fit = tuple[Floats, Floats, float, float]
"""Condition means `(C,)`, their covariance `(C, C)`, variance between subjects, variance within."""


def _balanced(figures: Floats) -> _Fit:
    """The model where nothing is missing: REML is the analysis of variance then, with the variance
    between subjects not below zero (Searle, Casella and McCulloch, Variance Components, 1992).
    """
    subjects, conditions = figures.shape
    means = figures.mean(axis=0)
    levels = figures.mean(axis=1) - figures.mean()
    between = conditions * float(levels @ levels)
    within = float(((figures - means - levels[:, None]) ** 2).sum())
    residual = within / ((subjects - 1) * (conditions - 1))
    variance = (between / (subjects - 1) - residual) / conditions
    if variance <= 0:
        variance, residual = 0.0, (between + within) / ((subjects - 1) * conditions)
    covariance = (residual * np.eye(conditions) + variance) / subjects
    return means, np.asarray(covariance, np.float64), variance, residual


def _fitted(values: Floats, design: Floats, subject: np.ndarray) -> _Fit | str:
    """The model where figures are missing."""
    from statsmodels.regression.mixed_linear_model import MixedLM

    # The optimiser's tolerances are absolute: cosines are brought to a deviation of 1 first. Its
    # gradient methods stray to singular matrices or stop early where the subjects hardly differ.
    scale = float(np.std(values))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a variance of zero lies on the boundary, and is said so
        try:
            result = MixedLM(values / scale, design, subject).fit(reml=True, method=["powell"])
        except (np.linalg.LinAlgError, ValueError) as error:
            return f"the mixed model could not be fitted ({error})"
    count = design.shape[1]
    covariance = np.asarray(result.cov_params(), np.float64)[:count, :count]
    numbers = [float(np.asarray(result.cov_re)[0, 0]), float(result.scale)]
    means = np.asarray(result.fe_params, np.float64)
    if not (result.converged and np.isfinite([*numbers, *means]).all()):
        return "the mixed model did not converge"
    return means, covariance, numbers[0], numbers[1]


def _projections(grid: Grid) -> Iterator[tuple[tuple[str, ...], Floats]]:
    """Orthogonal projections `(C, C)` on the main effects, the interactions and what is left."""
    left = np.eye(grid.conditions) - _projection(grid, ())
    for order in (1, 2):
        for parts in combinations([axis.name for axis in grid.axes], order):
            projection = _projection(grid, parts)
            left = left - projection
            yield parts, projection
    if len(grid.axes) > 2:
        yield (HIGHER,), left


def _projection(grid: Grid, parts: tuple[str, ...]) -> Floats:
    """Departures along `parts`, averaged over the other axes: (I - J/L) or J/L, axis by axis."""
    factors = []
    for at, axis in enumerate(grid.axes):
        count = len(axis.levels)
        average = np.full((count, count), 1 / count)
        kernel = np.eye(count) - average if axis.name in parts else average
        codes = grid.codes[:, at]
        factors.append(kernel[np.ix_(codes, codes)])
    return np.asarray(reduce(np.multiply, factors), np.float64)
