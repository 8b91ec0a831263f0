"""The figures of a cell: one kind of comparison between two conditions."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import ArrayLike

from probe.comparison.cast import Kind
from probe.comparison.cell_scores import CellContext, CellScores
from probe.comparison.mated import MatedScores
from probe.comparison.scores import Scores
from probe.comparison.separation import NOT_SEPARATED, separation
from probe.comparison.tally import StrangerTally
from probe.runs.figures import (
    CellFigures,
    Conditions,
    DecisionFigures,
    RetentionFigures,
    StrangerFigures,
)
from probe.statistics import (
    Gap,
    Interval,
    PictureScores,
    fnmr_interval,
    mean_interval,
    nonmated_interval,
    picture_mean_interval,
    retention,
    retention_interval,
)
from probe.wording import Message

NAN = float("nan")


class Cell(Conditions, CellFigures):
    """One kind of comparison between two conditions, i <= j."""


NOT_DECIDED: DecisionFigures = {
    "threshold": NAN,
    "fmr": NAN,
    "misses": -1,
    "fnmr": NAN,
    "fnmr_low": NAN,
    "fnmr_high": NAN,
    "fnmr_note": "",
    "fnmr_joint_low": NAN,
    "fnmr_joint_high": NAN,
}
NOT_RETAINED: RetentionFigures = {
    "retention": NAN,
    "retention_low": NAN,
    "retention_high": NAN,
    "retention_note": "",
}
NO_STRANGERS: StrangerFigures = {
    "false_matches": -1,
    "fmr_observed": NAN,
    "fmr_low": NAN,
    "fmr_high": NAN,
    "fmr_note": "",
}


def cells_of(context: CellContext, i: int, j: int, scores: CellScores) -> Iterator[Cell]:
    """The cells of two conditions: the same person, then strangers of each kind."""
    yield _mated_cell(context, i, j, scores)
    for kind, tally in scores.tallies.items():
        yield _stranger_cell(context, i, j, kind, tally)


def _mated_cell(context: CellContext, i: int, j: int, scores: CellScores) -> Cell:
    mated = scores.mated
    means = mated.means[np.isfinite(mated.means)]
    interval = _mated_interval(context, i, j, mated)
    count = len(scores.ranked)
    note = interval.note if count else _no_pairs(i, j)
    return Cell(
        i=i,
        j=j,
        kind="mated",
        n_subjects=len(means),
        n_pairs=count,
        mean=interval.estimate,
        sd_pairs=_sd(scores.ranked),
        sd_subjects=_sd(means),
        low=interval.low,
        high=interval.high,
        interval_method=interval.method,
        interval_note=note,
        **_decision(context, mated),
        **_retention(context, scores.gap),
        **separation(scores),
        **NO_STRANGERS,
    )


def _mated_interval(context: CellContext, i: int, j: int, mated: MatedScores) -> Interval:
    """Over people; with a single person, over new pictures of this person (and it says so)."""
    if context.cast.subjects != 1 or not len(mated.scores):
        return mean_interval(mated.means)
    if context.cast.across:
        reason = Message("note-one-person-across").json()
        return Interval(float(mated.scores.mean()), NAN, NAN, "none", reason)
    block = context.scores.block(
        context.cast.subject_sides[i].rows, context.cast.subject_sides[j].rows
    )
    return picture_mean_interval(PictureScores(block, i, j))


def _stranger_cell(context: CellContext, i: int, j: int, kind: Kind, tally: StrangerTally) -> Cell:
    interval = _stranger_interval(context, tally)
    means = tally.subject_means
    by_subject = means[np.isfinite(means)]
    return Cell(
        i=i,
        j=j,
        kind=kind,
        n_subjects=len(by_subject),
        n_pairs=tally.pairs,
        mean=tally.mean,
        sd_pairs=tally.sd_pairs,
        sd_subjects=_sd(by_subject),
        low=interval.low,
        high=interval.high,
        interval_method=interval.method,
        interval_note=interval.note,
        **_at(context),
        **NOT_RETAINED,
        **NOT_SEPARATED,
        **_passing(context, tally),
    )


def _passing(context: CellContext, tally: StrangerTally) -> StrangerFigures:
    if not math.isfinite(context.threshold) or not tally.tested_pairs:
        return NO_STRANGERS
    rate = tally.rates[0].interval
    return {
        "false_matches": int(tally.false_matches[0]),
        "fmr_observed": rate.estimate,
        "fmr_low": rate.low,
        "fmr_high": rate.high,
        "fmr_note": rate.note,
    }


def _stranger_interval(context: CellContext, tally: StrangerTally) -> Interval:
    if not tally.pairs:
        return Interval(NAN, NAN, NAN, "none", Message("note-no-strangers").json())
    return nonmated_interval(tally.pair_means, context.cast.column_subject)


def _at(context: CellContext) -> DecisionFigures:
    """The threshold, and nothing decided by it yet."""
    return {**NOT_DECIDED, "threshold": context.threshold, "fmr": context.fmr}


def _decision(context: CellContext, mated: MatedScores) -> DecisionFigures:
    figures = _at(context)
    if not math.isfinite(context.threshold) or not len(mated.scores):
        return figures
    interval = fnmr_interval(mated.miss_rates(context.threshold))
    return {
        **figures,
        "misses": int((mated.scores <= context.threshold).sum()),
        "fnmr": interval.estimate,
        "fnmr_low": interval.low,
        "fnmr_high": interval.high,
        "fnmr_note": interval.note,
    }


def _retention(context: CellContext, cell: Gap) -> RetentionFigures:
    standard = context.standard_gap
    assert standard is not None, "the standard cell is measured first"
    others = cell.nonmated_mean
    if not np.isfinite([others, _mean(cell.mated), _mean(standard.mated)]).all():
        return {**NOT_RETAINED, "retention_note": Message("note-no-retention").json()}
    interval = retention_interval(cell, standard)
    value = interval.estimate  # of the people whom the interval is about, too
    if not interval.subjects:  # nobody has all four parts, or it is 1 by definition
        parts = (_mean(cell.mated), others, _mean(standard.mated), standard.nonmated_mean)
        value = float(retention(*parts))
    return {
        "retention": value,
        "retention_low": interval.low,
        "retention_high": interval.high,
        "retention_note": interval.note,
    }


def _no_pairs(i: int, j: int) -> str:
    if i == j:
        return Message("note-one-picture-each").json()
    return Message("note-nobody-in-both").json()


def _sd(values: Scores) -> float:
    return float(np.std(values, ddof=1)) if len(values) > 1 else NAN


def _mean(values: ArrayLike) -> float:
    numbers = np.asarray(values, np.float64)
    finite = numbers[np.isfinite(numbers)]
    return float(finite.mean()) if len(finite) else NAN
