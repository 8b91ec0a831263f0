"""Log-likelihood ratios by weighted logistic regression, also with each person left out.

Every fit is Newton's method over nodes (`score_nodes`) that all comparisons are shared among once.
Without a person the nodes hold what is left when that person's comparisons are taken away, and the
fit starts from that of everybody, which is near.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from probe.compiling import exact, exact_inside
from probe.statistics.jackknife import Floats, Integers
from probe.statistics.score_nodes import AROUND, Nodes, add, among, blocks_of, nodes_of
from probe.statistics.trials import Trials

RIDGE = 1e-3
"""Penalty on the squared slope of standardised scores (ours): without one the slope is infinite
where no stranger scores as high as any mated pair."""

STEPS = 50
"""Steps of Newton's method at most; ten are usual, from a fit nearby three."""

STEEPEST = float(np.sqrt(4 * np.log(2) / RIDGE))
"""No slope of standardised scores is higher: its penalty alone would cost more than saying
nothing."""

STEP = 0.05 / STEEPEST
"""Distance of nodes: log-likelihood ratios of neighbours differ by .05 at most, which gives sums
to 1e-13."""

WIDEST = 0.1
"""The same for a fit that leaves somebody out; where it is more, nodes of its own are taken."""


def fitted(trials: Trials) -> tuple[float, float]:
    """Slope and offset of the log-likelihood ratio; both kinds of comparisons are needed."""
    return Shared(trials).line_of_scores


def left_out_lines(trials: Trials, people: Integers, fit: Shared | None = None) -> Floats:
    """Slopes and offsets `(people, 2)` without each person; 0 and 0 where nothing is left.

    Args:
        trials: of both kinds.
        people: numbers of those who are left out.
        fit: of the trials, where it is known.
    """
    fit = fit or Shared(trials)
    lines = np.concatenate([fit.without(block) for block in blocks_of(people, 2 * len(fit.x))])
    slopes, offsets = lines[:, 0] / fit.scale, lines[:, 1] - lines[:, 0] * fit.centre / fit.scale
    found = np.stack([slopes, offsets], axis=1)
    for k in np.flatnonzero(np.isnan(slopes)).tolist():
        found[k] = fitted(trials.without(int(people[k])))
    return found


class Shared:
    """Comparisons, standardised and shared among nodes.

    Args:
        trials: of both kinds.
    """

    def __init__(self, trials: Trials) -> None:
        scores = np.concatenate([trials.mated, trials.strangers])
        self.centre, self.scale = float(scores.mean()), float(scores.std()) or 1.0
        scores -= self.centre
        scores /= self.scale
        m = len(trials.mated)
        nodes = nodes_of(scores, STEP)
        self.x, self.trials = nodes.x, trials
        self.counts = trials.mated_counts
        self.met = trials.met_counts
        self.own, self.others = among(nodes, slice(None, m)), among(nodes, slice(m, None))
        same, other = np.zeros((2, len(self.x)))
        mated_weights = 1.0 / self.counts[trials.subject]
        _share(self.own, mated_weights, same)
        _share_alike(self.others, other)
        self.totals = same, other
        subjects = np.count_nonzero(self.counts)
        slope, offset, _ = newton(
            self.x, same / subjects, other / len(trials.strangers), RIDGE, (0.0, 0.0)
        )
        self.line = slope, offset

    @property
    def line_of_scores(self) -> tuple[float, float]:
        """Slope and offset as of the scores themselves."""
        slope, offset = self.line
        return slope / self.scale, offset - slope * self.centre / self.scale

    @cached_property
    def _variances(self) -> Floats:
        """`(numbers,)` variance of the standardised scores without each person; 0 without any."""
        trials = self.trials
        mated, strangers = (self._standardised(s) for s in (trials.mated, trials.strangers))
        sizes, sums, squares = (
            self._moments_without(mated, strangers, power) for power in range(3)
        )
        variances: Floats = squares / np.maximum(sizes, 1) - (sums / np.maximum(sizes, 1)) ** 2
        return np.maximum(variances, 0.0)

    def _standardised(self, scores: Floats) -> Floats:
        apart = scores - self.centre
        apart /= self.scale
        return apart

    def _moments_without(self, mated: Floats, strangers: Floats, power: int) -> Floats:
        """`(numbers,)` sums of a power of the standardised scores without each person."""
        trials = self.trials
        own, others = mated**power, strangers**power
        gone = np.bincount(trials.subject, own, trials.numbers)
        sums: Floats = own.sum() + others.sum() - gone - trials.sums_by_person(others)
        return sums

    def without(self, people: Integers) -> Floats:
        """Lines in standardised scores `(people, 2)` without each; NaN where nodes do not do."""
        trials = self.trials
        row = np.full(trials.numbers, -1)
        row[people] = np.arange(len(people))
        same, other = np.zeros((2, len(people), len(self.x)))
        weights = 1.0 / np.maximum(self.counts, 1)
        share_by_person(self.own, (trials.subject, trials.subject), row, weights, same)
        ones = np.ones(len(weights))
        share_by_person(self.others, (trials.first, trials.second), row, ones, other)
        subjects = np.count_nonzero(self.counts) - (self.counts[people] > 0)
        strangers = len(trials.strangers) - self.met[people]
        lines = np.empty((len(people), 2))
        variances = self._variances[people]
        taken, left = (same, other), (subjects, strangers)
        _lines(self.x, self.totals, taken, left, RIDGE * variances, self.line, lines)
        uncertain = (variances < 1e-9) | (np.abs(lines[:, 0]) * STEP > WIDEST)
        lines[uncertain & (subjects > 0) & (strangers > 0)] = np.nan
        return lines


@exact
def _share(nodes: Nodes, weights: Floats, row: Floats) -> None:
    """Share scores `(n,)` of these weights among nodes, added to `(t,)`."""
    buffer = np.empty(AROUND)
    for n in range(len(weights)):
        add(row, nodes, n, weights[n], buffer)


@exact
def _share_alike(nodes: Nodes, row: Floats) -> None:
    """Share scores that weigh 1 each among nodes, added to `(t,)`."""
    buffer = np.empty(AROUND)
    for n in range(len(nodes.place)):
        add(row, nodes, n, 1.0, buffer)


@exact
def share_by_person(
    nodes: Nodes,
    people: tuple[Integers, Integers],
    row: Integers,
    weights: Floats,
    table: Floats,
) -> None:
    """Share scores among nodes, for the people of each, once for one person.

    Args:
        nodes: with the places of `(n,)` scores.
        people: two of `(n,)`: the numbers of the two people.
        row: `(numbers,)` in which row of the table everybody stands, -1 for none.
        weights: `(numbers,)` what a comparison weighs, by its person.
        table: `(rows, t)`, added to.
    """
    buffer = np.empty(AROUND)
    for n in range(len(nodes.place)):
        one, two = people[0][n], people[1][n]
        if row[one] >= 0:
            add(table[row[one]], nodes, n, weights[one], buffer)
        if two != one and row[two] >= 0:
            add(table[row[two]], nodes, n, weights[two], buffer)


@exact
def newton(
    x: Floats, same: Floats, other: Floats, ridge: float, start: tuple[float, float]
) -> tuple[float, float, bool]:
    """Slope and offset of the best line, and whether the steps came to an end.

    Args:
        x: `(t,)` nodes.
        same: `(t,)` weights of the same person at each.
        other: those of other people.
        ridge: penalty of the squared slope.
        start: slope and offset to begin with.
    """
    slope, offset = start
    for _ in range(STEPS):
        g0 = h0 = h1 = 0.0
        g1, h2 = -ridge * slope, ridge
        for k in range(len(x)):
            weight = same[k] + other[k]
            if weight == 0.0 and same[k] == 0.0:
                continue
            ratio = min(max(slope * x[k] + offset, -500.0), 500.0)
            share = 1.0 / (1.0 + np.exp(-ratio))
            apart = same[k] - weight * share
            spread = weight * share * (1.0 - share)
            g0 += apart
            g1 += apart * x[k]
            h0 += spread
            h1 += spread * x[k]
            h2 += spread * x[k] * x[k]
        h0, h2 = h0 + 1e-12, h2 + 1e-12
        size = h0 * h2 - h1 * h1
        up, along = (h2 * g0 - h1 * g1) / size, (h0 * g1 - h1 * g0) / size
        slope, offset = slope + along, offset + up
        if max(abs(up), abs(along)) < 1e-9:
            return slope, offset, True
    return slope, offset, False


@exact_inside
def _line(
    x: Floats, same: Floats, other: Floats, ridge: float, start: tuple[float, float]
) -> tuple[float, float]:
    """The best line from a start nearby, or from nothing where that leads nowhere."""
    slope, offset, ended = newton(x, same, other, ridge, start)
    if not ended:
        slope, offset, _ = newton(x, same, other, ridge, (0.0, 0.0))
    return slope, offset


@exact
def _lines(
    x: Floats,
    totals: tuple[Floats, Floats],
    taken: tuple[Floats, Floats],
    counts: tuple[Integers, Integers],
    ridges: Floats,
    start: tuple[float, float],
    lines: NDArray[np.float64],
) -> None:
    """Put the line without each person into `lines` `(people, 2)`.

    Args:
        x: `(t,)` nodes.
        totals: what they hold of the same and of other people, `(t,)`.
        taken: what of it goes with each person, `(people, t)`.
        counts: how many subjects and comparisons of strangers are left, `(people,)`.
        ridges: `(people,)` penalty of the squared slope.
        start: slope and offset of everybody.
        lines: result.
    """
    for k in range(len(lines)):
        lines[k] = 0.0
        if counts[0][k] > 0 and counts[1][k] > 0:
            same = (totals[0] - taken[0][k]) / counts[0][k]
            other = (totals[1] - taken[1][k]) / counts[1][k]
            lines[k] = _line(x, same, other, ridges[k], start)
