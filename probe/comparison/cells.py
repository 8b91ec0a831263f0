"""The figures of a cell: one kind of comparison between two conditions."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypedDict

import numpy as np
from numpy.typing import ArrayLike

from probe.comparison.cast import Kind
from probe.comparison.cell_scores import CellContext, CellScores
from probe.comparison.mated import MatedScores
from probe.comparison.scores import Scores
from probe.comparison.separation import separation
from probe.comparison.tally import StrangerTally
from probe.statistics import (
    Interval,
    PictureScores,
    fnmr_interval,
    mean_interval,
    nonmated_interval,
    picture_mean_interval,
    retention,
    retention_interval,
)

NAN = float("nan")


@dataclass(frozen=True)
class Cell:
    """One kind of comparison between two conditions; NaN and "" where a figure is not defined.

    `mean` is over subjects (mated) or ordered pairs of people (strangers), each weighing the same;
    `sd_pairs` is over pairs of pictures, `sd_subjects` over people. `low` and `high` are the 95 %
    interval of `mean` for people like these. FNMR is the mean of the subjects' shares of `misses`.
    """

    i: int
    j: int
    kind: Literal["mated", "at_large", "alike"]
    n_subjects: int
    n_pairs: int
    mean: float
    sd_pairs: float
    sd_subjects: float
    low: float
    high: float
    interval_method: str
    interval_note: str
    threshold: float = NAN
    fmr: float = NAN
    misses: int = -1
    fnmr: float = NAN
    fnmr_low: float = NAN
    fnmr_high: float = NAN
    fnmr_note: str = ""
    retention: float = NAN
    retention_low: float = NAN
    retention_high: float = NAN
    retention_note: str = ""
    log10_fmr: float = NAN
    log10_fmr_floored: bool = False
    dprime: float = NAN
    auc: float = NAN
    eer: float = NAN
    eer_note: str = ""
    false_matches: int = -1
    fmr_observed: float = NAN


class DecisionFigures(TypedDict, total=False):
    """The figures of a mated cell that need a threshold."""

    threshold: float
    fmr: float
    misses: int
    fnmr: float
    fnmr_low: float
    fnmr_high: float
    fnmr_note: str


class RetentionFigures(TypedDict, total=False):
    """The figures of a mated cell that are relative to the standard condition."""

    retention: float
    retention_low: float
    retention_high: float
    retention_note: str


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
        **_retention(context, i, j),
        **separation(context, scores, interval.estimate),
    )


def _mated_interval(context: CellContext, i: int, j: int, mated: MatedScores) -> Interval:
    """Over people; with a single person, over new pictures of this person (and it says so)."""
    if context.cast.subjects != 1 or not len(mated.scores):
        return mean_interval(mated.means)
    if context.cast.across:
        reason = "one person, and only pictures of different places are compared"
        return Interval(float(mated.scores.mean()), NAN, NAN, "none", reason)
    block = context.scores.block(
        context.cast.subject_sides[i].rows, context.cast.subject_sides[j].rows
    )
    return picture_mean_interval(PictureScores(block, i, j))


def _stranger_cell(context: CellContext, i: int, j: int, kind: Kind, tally: StrangerTally) -> Cell:
    means = tally.pair_means
    interval = _stranger_interval(context, tally)
    people = np.isfinite(means).any(axis=1)
    by_subject = np.array([row[np.isfinite(row)].mean() for row in means[people]])
    decided = math.isfinite(context.threshold) and tally.tested_pairs > 0
    passed = int(tally.false_matches[0])
    return Cell(
        i=i,
        j=j,
        kind=kind,
        n_subjects=int(people.sum()),
        n_pairs=tally.pairs,
        mean=tally.mean,
        sd_pairs=tally.sd_pairs,
        sd_subjects=_sd(by_subject),
        low=interval.low,
        high=interval.high,
        interval_method=interval.method,
        interval_note=interval.note if tally.pairs else "no strangers to compare",
        threshold=context.threshold,
        fmr=context.fmr,
        false_matches=passed if decided else -1,
        fmr_observed=passed / tally.tested_pairs if decided else NAN,
    )


def _stranger_interval(context: CellContext, tally: StrangerTally) -> Interval:
    if not tally.pairs:
        return Interval(NAN, NAN, NAN, "none", "no strangers to compare")
    return nonmated_interval(tally.pair_means, context.cast.column_subject)


def _decision(context: CellContext, mated: MatedScores) -> DecisionFigures:
    figures: DecisionFigures = {"threshold": context.threshold, "fmr": context.fmr}
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


def _retention(context: CellContext, i: int, j: int) -> RetentionFigures:
    cell = context.gaps[i, j]
    standard = context.gaps[context.cast.standard, context.cast.standard]
    measured = [np.isfinite(np.asarray(part)).any() for part in (cell.mated, cell.pairs)]
    if not all(measured) or not np.isfinite(np.asarray(standard.mated)).any():
        return {"retention_note": "no strangers, or no pairs in the standard condition"}
    interval = retention_interval(cell, standard)
    parts = [_mean(part) for gap in (cell, standard) for part in (gap.mated, gap.pairs)]
    return {
        "retention": float(retention(*parts)),
        "retention_low": interval.low,
        "retention_high": interval.high,
        "retention_note": interval.note,
    }


def _no_pairs(i: int, j: int) -> str:
    if i == j:
        return "one picture a person in this condition: there is no pair to compare"
    return "no person has pictures in both conditions"


def _sd(values: Scores) -> float:
    return float(np.std(values, ddof=1)) if len(values) > 1 else NAN


def _mean(values: ArrayLike) -> float:
    numbers = np.asarray(values, np.float64)
    finite = numbers[np.isfinite(numbers)]
    return float(finite.mean()) if len(finite) else NAN
