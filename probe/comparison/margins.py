"""Margins over strangers by subject and condition, for crossed factors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from probe.comparison import Standing
from probe.protocol.model import Protocol
from probe.statistics import Gap
from probe.statistics.gap import pairs_of
from probe.statistics.interaction import Crossing, interactions
from probe.statistics.jackknife import SUBJECTS, Floats


def crossing_of(protocol: Protocol, standings: Mapping[int, Standing]) -> Crossing:
    """What the crossed factors of a protocol (a series is one) do to the retention of a backbone.

    Args:
        protocol: with more than one axis.
        standings: condition -> standing of the backbone on it.
    """
    margins = margin_figures(standings, len(protocol.conditions))
    return interactions(protocol, margins, "retention", relative=True)


def margin_figures(standings: Mapping[int, Standing], conditions: int) -> Floats:
    """Margin over strangers of every subject in every condition, `(S, C)`, in cosines.

    Mated mean minus the subject's pseudo-value of the non-mated mean: n times the mean minus n - 1
    times the mean without the subject (Tukey's jackknife). Their mean over subjects is the margin,
    and their spread is its sampling error, in which a subject stands on both sides of the pairs.
    Further strangers count as fixed. Pass them to `interactions` with `relative=True`: divided by
    the margin in the standard condition they are retentions.

    Args:
        standings: condition -> standing of one backbone on one protocol.
        conditions: how many conditions the protocol has, C.
    """
    return _table({at: _margin(standing.gap) for at, standing in standings.items()}, conditions)


def _table(columns: Mapping[int, Floats], conditions: int) -> Floats:
    subjects = len(next(iter(columns.values())))
    table = np.full((subjects, conditions), np.nan)
    for at, column in columns.items():
        table[:, at] = column
    return table


def _margin(gap: Gap) -> Floats:
    mated = np.asarray(gap.mated, np.float64)
    pairs = pairs_of(gap.pairs, gap.column_subject)
    subjects = np.flatnonzero(np.isfinite(mated) & pairs.taking_part())
    mean = pairs.mean_among(subjects, pairs.strangers())
    margin = np.full(len(mated), np.nan)
    if SUBJECTS in mean.deleted:
        count = len(subjects)
        pseudo = count * mean.estimate - (count - 1) * mean.deleted[SUBJECTS]
        margin[subjects] = mated[subjects] - pseudo
    return margin
