"""The cells of a protocol for one backbone: every pair of conditions, with its figures."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations_with_replacement
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from probe.comparison.cast import Cast, Kind, cast_of
from probe.comparison.mated import MatedScores, mated_scores, pair_ids
from probe.comparison.models import Standing
from probe.comparison.rates import RateAt, rates_at, resolved_value
from probe.comparison.scores import Scores, ScoreSource, binned
from probe.comparison.standard import StandardStrangers
from probe.comparison.tally import StrangerTally, stranger_blocks
from probe.pictures.image_set import ImageSet
from probe.statistics import (
    Gap,
    Interval,
    PictureScores,
    Threshold,
    d_prime,
    eer,
    fnmr_interval,
    log10_fmr,
    mean_interval,
    nonmated_interval,
    picture_mean_interval,
    retention,
    retention_interval,
)

NAN = float("nan")


Costliest = Callable[[str, str, str], int | None]
"""(protocol, backbone, mask variant) -> index of the condition that costs most; None: unknown."""


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


class MatedPair(NamedTuple):
    """The score of two pictures of the same person."""

    i: int
    j: int
    image_a: str
    image_b: str
    score: float


@dataclass(frozen=True, eq=False)
class Comparison:
    """What one backbone says about a protocol.

    Attributes:
        cells: every cell with i <= j.
        pairs: every mated pair.
        histograms: (kind, condition) -> score counts against the standard condition `(400,)`,
            bins of `probe.comparison.scores.bin_edges`.
        standings: condition -> figures by subject against the standard condition.
        people: names, the subjects first.
        subjects: how many of them are subjects.
        rates: error rates of every cell with i <= j at every threshold that was given.
    """

    cells: tuple[Cell, ...]
    pairs: tuple[MatedPair, ...]
    histograms: Mapping[tuple[str, int], NDArray[np.int64]]
    standings: Mapping[int, Standing]
    people: tuple[str, ...]
    subjects: int
    rates: tuple[RateAt, ...] = ()


@dataclass(eq=False)
class _Work:
    """What the cells of a protocol share while they are computed."""

    scores: ScoreSource
    cast: Cast
    ids: tuple[str, ...]
    strangers: StandardStrangers
    threshold: float
    fmr: float
    points: tuple[Threshold, ...] = ()
    gaps: dict[tuple[int, int], Gap] = field(default_factory=dict)

    @property
    def thresholds(self) -> tuple[float, ...]:
        """Every threshold, the one that decides the cells first."""
        return self.threshold, *(resolved_value(point) for point in self.points[1:])


class _Measured(NamedTuple):
    """Scores of one pair of conditions."""

    mated: MatedScores
    ranked: Scores
    tallies: Mapping[Kind, StrangerTally]


def compare(
    images: ImageSet,
    scores: ScoreSource,
    strangers: StandardStrangers,
    threshold: float,
    fmr: float,
    progress: Callable[[int, int], None] | None = None,
    points: Sequence[Threshold] = (),
) -> Comparison:
    """Every pair of conditions of a protocol, same person and strangers.

    Args:
        images: the pictures.
        scores: their scores by one backbone.
        strangers: strangers at large in the standard condition (see `standard_strangers`).
        threshold: match iff score > threshold; NaN when the rate cannot be resolved.
        fmr: the false match rate it was set for.
        progress: told (cells done, all).
        points: every threshold at which error rates are wanted, that of `fmr` first.
    """
    ids = tuple(sorted(scores.row, key=scores.row.__getitem__))
    cast = cast_of(images, scores)
    work = _Work(scores, cast, ids, strangers, threshold, fmr, tuple(points))
    standard = (cast.standard, cast.standard)
    order = sorted(
        combinations_with_replacement(range(cast.conditions), 2), key=lambda ij: ij != standard
    )
    cells: list[Cell] = []
    pairs: list[MatedPair] = []
    histograms: dict[tuple[str, int], NDArray[np.int64]] = {}
    standings: dict[int, Standing] = {}
    rates: list[RateAt] = []
    numbers = strangers.numbers(cast.people[: cast.subjects])
    for done, (i, j) in enumerate(order):
        measured = _measure(work, i, j)
        cells.extend(_cells(work, i, j, measured))
        found = rates_at((i, j), work.points, numbers, measured.mated, measured.tallies)
        rates.extend(found)
        pairs.extend(MatedPair(i, j, a, b, s) for a, b, s in pair_ids(ids, measured.mated))
        if cast.standard in (i, j):
            level = j if i == cast.standard else i
            histograms.update({(k, level): h for k, h in _histograms(work, measured)})
            standings[level] = _standing(work, i, j, measured)
        if progress:
            progress(done + 1, len(order))
    cells.sort(key=lambda cell: (cell.i, cell.j))
    rates.sort(key=lambda rate: (rate.i, rate.j))
    standings = dict(sorted(standings.items()))
    told = (tuple(cells), tuple(pairs), histograms, standings)
    return Comparison(*told, cast.people, cast.subjects, tuple(rates))


def _measure(work: _Work, i: int, j: int) -> _Measured:
    mated = mated_scores(work.scores, work.cast, i, j)
    ranked = np.sort(mated.scores)
    kinds: tuple[Kind, ...] = ("at_large", "alike") if work.cast.measures_alike else ("at_large",)
    tallies: dict[Kind, StrangerTally] = {}
    testing = work.strangers.testing(work.cast.people)
    for kind in kinds:
        tally = StrangerTally(work.cast, kind, ranked, work.thresholds, testing, work.scores.limits)
        for block in stranger_blocks(work.scores, work.cast, kind, i, j):
            tally.add(*block)
        tallies[kind] = tally
    gap = Gap(mated.means, tallies["at_large"].pair_means, work.cast.column_subject)
    work.gaps[i, j] = gap
    return _Measured(mated, ranked, tallies)


def _standing(work: _Work, i: int, j: int, measured: _Measured) -> Standing:
    rates = measured.mated.miss_rates(work.threshold)
    if not math.isfinite(work.threshold):
        rates = np.full(len(rates), NAN)
    large = measured.tallies["at_large"]
    return Standing(work.gaps[i, j], rates, large.accepted, len(measured.ranked), large.tested)


def _cells(work: _Work, i: int, j: int, measured: _Measured) -> Iterator[Cell]:
    yield _mated_cell(work, i, j, measured)
    for kind, tally in measured.tallies.items():
        yield _stranger_cell(work, i, j, kind, tally)


def _mated_cell(work: _Work, i: int, j: int, measured: _Measured) -> Cell:
    mated = measured.mated
    means = mated.means[np.isfinite(mated.means)]
    interval = _mated_interval(work, i, j, mated)
    count = len(measured.ranked)
    note = interval.note if count else _no_pairs(i, j)
    return Cell(
        i=i,
        j=j,
        kind="mated",
        n_subjects=len(means),
        n_pairs=count,
        mean=interval.estimate,
        sd_pairs=_sd(measured.ranked),
        sd_subjects=_sd(means),
        low=interval.low,
        high=interval.high,
        interval_method=interval.method,
        interval_note=note,
        **_decision(work, mated),
        **_retention(work, i, j),
        **_separation(work, measured, interval),
    )


def _mated_interval(work: _Work, i: int, j: int, mated: MatedScores) -> Interval:
    """Over people; with a single person, over new pictures of this person (and it says so)."""
    if work.cast.subjects != 1 or not len(mated.scores):
        return mean_interval(mated.means)
    if work.cast.across:
        told = "one person, and only pictures of different places are compared"
        return Interval(float(mated.scores.mean()), NAN, NAN, "none", told)
    block = work.scores.block(work.cast.shown[i].rows, work.cast.shown[j].rows)
    return picture_mean_interval(PictureScores(block, i, j))


def _stranger_cell(work: _Work, i: int, j: int, kind: Kind, tally: StrangerTally) -> Cell:
    means = tally.pair_means
    interval = _stranger_interval(work, tally)
    people = np.isfinite(means).any(axis=1)
    by_subject = np.array([row[np.isfinite(row)].mean() for row in means[people]])
    decided = math.isfinite(work.threshold) and tally.tested > 0
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
        threshold=work.threshold,
        fmr=work.fmr,
        false_matches=passed if decided else -1,
        fmr_observed=passed / tally.tested if decided else NAN,
    )


def _stranger_interval(work: _Work, tally: StrangerTally) -> Interval:
    if not tally.pairs:
        return Interval(NAN, NAN, NAN, "none", "no strangers to compare")
    return nonmated_interval(tally.pair_means, work.cast.column_subject)


def _decision(work: _Work, mated: MatedScores) -> dict[str, Any]:
    told: dict[str, Any] = {"threshold": work.threshold, "fmr": work.fmr}
    if not math.isfinite(work.threshold) or not len(mated.scores):
        return told
    interval = fnmr_interval(mated.miss_rates(work.threshold))
    return told | {
        "misses": int((mated.scores <= work.threshold).sum()),
        "fnmr": interval.estimate,
        "fnmr_low": interval.low,
        "fnmr_high": interval.high,
        "fnmr_note": interval.note,
    }


def _retention(work: _Work, i: int, j: int) -> dict[str, Any]:
    cell = work.gaps[i, j]
    standard = work.gaps[work.cast.standard, work.cast.standard]
    known = [np.isfinite(np.asarray(part)).any() for part in (cell.mated, cell.pairs)]
    if not all(known) or not np.isfinite(np.asarray(standard.mated)).any():
        return {"retention_note": "no strangers, or no pairs in the standard condition"}
    interval = retention_interval(cell, standard)
    parts = [_mean(part) for gap in (cell, standard) for part in (gap.mated, gap.pairs)]
    return {
        "retention": float(retention(*parts)),
        "retention_low": interval.low,
        "retention_high": interval.high,
        "retention_note": interval.note,
    }


def _separation(work: _Work, measured: _Measured, mean: Interval) -> dict[str, Any]:
    tally = measured.tallies["at_large"]
    told: dict[str, Any] = {}
    if not len(measured.ranked) or not tally.pairs:
        return told
    if work.strangers.ranked.comparisons:
        value, floored = log10_fmr([mean.estimate], work.strangers.scores)
        told |= {"log10_fmr": float(value[0]), "log10_fmr_floored": bool(floored[0])}
    told["dprime"] = d_prime(
        float(measured.mated.scores.mean()),
        _sd(measured.ranked),
        tally.sum_of_scores / tally.pairs,
        tally.sd_pairs,
    )
    weights = _sorted_weights(measured)
    told["auc"] = _auc(tally, weights)
    told["eer"] = _eer(tally, weights)
    told["eer_note"] = "no interval: none with known coverage"
    return told


def _sorted_weights(measured: _Measured) -> Scores:
    order = np.argsort(measured.mated.scores, kind="stable")
    weights = measured.mated.weights[order]
    total: Scores = weights / weights.sum()
    return total


def _auc(tally: StrangerTally, weights: Scores) -> float:
    """P(mated > stranger) + P(tie) / 2, every subject weighing the same."""
    below = np.cumsum(tally.between + tally.tied) - tally.tied
    first = tally.first_of_ties
    ranks = below[first] + tally.tied[first] / 2
    return float(weights @ ranks) / tally.pairs


def _eer(tally: StrangerTally, weights: Scores) -> float:
    """The equal error rate needs only where strangers stand among the mated scores."""
    places = np.arange(len(weights) + 1, dtype=np.float64)
    first = tally.first_of_ties
    return eer(
        first + 0.5,
        np.concatenate([places, places + 0.5]),
        weights,
        np.concatenate([tally.between, tally.tied]),
    )


def _histograms(work: _Work, measured: _Measured) -> Iterator[tuple[str, NDArray[np.int64]]]:
    yield "mated", binned(measured.ranked, work.scores.limits)
    for kind, tally in measured.tallies.items():
        yield kind, tally.histogram


def _no_pairs(i: int, j: int) -> str:
    if i == j:
        return "one picture a person in this condition: there is no pair to compare"
    return "no person has pictures in both conditions"


def _sd(values: Scores) -> float:
    return float(np.std(values, ddof=1)) if len(values) > 1 else NAN


def _mean(values: Any) -> float:
    known = np.asarray(values, np.float64)
    known = known[np.isfinite(known)]
    return float(known.mean()) if len(known) else NAN
