"""Crossed factors: what each costs, and whether one makes another cost more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from probe.errors import ComparisonError
from probe.protocol.model import Protocol
from probe.statistics.confidence import LEVEL
from probe.statistics.interaction.cellmeans import CellMeans, cell_means
from probe.statistics.interaction.grid import Grid, grid_of
from probe.statistics.interaction.shares import Shares, variance_shares
from probe.statistics.interaction.slices import Slice, slices
from probe.statistics.interaction.terms import Scale, Term, terms
from probe.statistics.jackknife import Floats


@dataclass(frozen=True)
class Crossing:
    """What crossed factors do to a figure.

    Attributes:
        figure: what the figures are, such as `retention`.
        effects: every level against the standard one, averaged over the other factors; decided
            together.
        whole: one interaction a pair of factors: how the change along one depends on the other
            (see `probe.statistics.interaction.grid.direction`).
        single: one interaction a pair of levels, y(a, b) - y(a0, b) - y(a, b0) + y(a0, b0); with
            `whole` decided so that any false one has a probability of at most 1 - level. Empty for
            two factors of two levels, whose only interaction is the whole.
        slices: for each of `whole` that is not refused, by its axes, the change along one factor
            at both ends of the other.
        shares: where the variance comes from.
    """

    figure: str
    effects: tuple[Term, ...]
    whole: tuple[Term, ...]
    single: tuple[Term, ...]
    slices: Mapping[tuple[str, ...], tuple[Slice, Slice]]
    shares: Shares

    @property
    def interactions(self) -> tuple[Term, ...]:
        """All interactions, those of whole factors first."""
        return (*self.whole, *self.single)


def interactions(
    protocol: Protocol,
    figures: ArrayLike,
    figure: str = "mated mean",
    *,
    relative: bool = False,
    level: float = LEVEL,
) -> Crossing:
    """Main effects and interactions of the factors (and the series) of a protocol.

    Intervals come from contrasts within subjects: with every figure there, exactly the paired t
    interval on S - 1 degrees of freedom, which assumes nothing about how the figures of a person go
    together; with figures missing, least squares with subject and condition effects, each subject
    deleted in turn, on one degree less than the subjects of the condition that fewest have. Wald
    intervals of the mixed model are not used: with a random level a subject it takes it that a
    condition costs all people the same. Where it does not, it holds main effects in 78 to 84 %
    instead of 95 % and makes interactions 1.5 to 2.5 times as wide as these intervals (measured in
    `benchmarks/interaction_coverage.md`); a random slope a condition cannot be told from noise with
    one figure a cell. The mixed model gives the variance shares.

    An interaction is a departure from adding up on the scale of the figure: costs that multiply
    interact on this scale. Fewer than five subjects in a condition: refused, in words.

    Args:
        protocol: whose conditions the columns are.
        figures: `(S, C)`, one figure a subject and condition against the standard condition, higher
            is better; NaN where missing.
        figure: what they are, in words.
        relative: divide by the mean of the standard condition, deleted along with each subject:
            margins over strangers become retentions.
        level: confidence level, 0..1.

    Raises:
        ComparisonError: one factor only, another number of conditions, or an infinite figure.
    """
    decided = effects_and_interactions(protocol, figures, relative=relative, level=level)
    grid, means = decided.grid, decided.means.means
    sliced = {
        term.axes: slices(grid, term, means, decided.scale.value)
        for term in decided.whole
        if not term.interval.refused
    }
    return Crossing(
        figure=figure,
        effects=decided.effects,
        whole=decided.whole,
        single=decided.single,
        slices=sliced,
        shares=variance_shares(np.asarray(figures, np.float64), grid),
    )


@dataclass(frozen=True, eq=False)
class Decided:
    """Effects and interactions before they are put in words.

    Attributes:
        grid: the conditions.
        means: of the conditions.
        scale: what the contrasts are divided by.
        effects, whole, single: as in `Crossing`.
    """

    grid: Grid
    means: CellMeans
    scale: Scale
    effects: tuple[Term, ...]
    whole: tuple[Term, ...]
    single: tuple[Term, ...]


def effects_and_interactions(
    protocol: Protocol, figures: ArrayLike, *, relative: bool = False, level: float = LEVEL
) -> Decided:
    """The intervals and decisions of `interactions`, without mixed model and words."""
    grid = grid_of(protocol)
    values = np.asarray(figures, np.float64)
    if values.ndim != 2 or values.shape[1] != grid.conditions:
        raise ComparisonError(
            f"figures of shape {values.shape} for {grid.conditions} conditions",
            place=f"protocol {protocol.name!r}",
            hint="give one row a subject and one column a condition, in the protocol's order",
        )
    means = cell_means(values)
    scale = _scale(values, grid.standard) if relative else _unit(means)
    single = grid.single()
    families = 2 if len(single) > 1 else 1
    return Decided(
        grid,
        means,
        scale,
        effects=terms(grid.effects(), means, scale, level),
        whole=terms(grid.whole(), means, scale, level, families),
        # Two factors of two levels have one interaction only: the whole.
        single=terms(single, means, scale, level, families) if len(single) > 1 else (),
    )


def _unit(means: CellMeans) -> Scale:
    return Scale(1.0, np.ones(means.subjects))


def _scale(values: Floats, standard: int) -> Scale:
    """Mean of the standard condition, with the mean without each subject that enters."""
    entering = np.isfinite(values).sum(axis=1) > 1
    column = values[entering, standard]
    seen = np.isfinite(column)
    values_seen = np.where(seen, column, 0.0)
    count, total = int(seen.sum()), float(values_seen.sum())
    if count < 2:
        return Scale(float("nan"), np.full(len(column), np.nan))
    return Scale(total / count, (total - values_seen) / (count - seen))
