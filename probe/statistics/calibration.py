"""Scores as log-likelihood ratios: Cllr and what calibration could at best make of it.

Cllr (Bruemmer and du Preez, *Computer Speech and Language* 20, 2006) is the cost in bits of a
likelihood ratio for the same person against another: 0 says all, 1 says nothing, above 1 misleads.
Same-person scores weigh as subjects do, strangers' comparisons all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from probe.statistics.confidence import (
    Interval,
    refused,
    student_interval,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Integers, Jackknifed
from probe.statistics.ladder import Ladder
from probe.statistics.logistic import Shared, left_out_lines
from probe.statistics.pooling import pooled_bits, pooled_bits_without
from probe.statistics.trials import Trials
from probe.wording import Message


@dataclass(frozen=True)
class Calibration:
    """What a model's scores are worth as evidence.

    Attributes:
        cllr: bits, calibrated on everybody but the person asked about.
        least: bits at the best increasing map of these very scores (PAV): what no calibration
            gets below. Neither limit is above that of `cllr`, which is at least as large.
        slope, offset: log-likelihood ratio = slope times score plus offset, fitted on everybody
            (natural logarithm).
    """

    cllr: Interval
    least: Interval
    slope: float
    offset: float


def calibration(trials: Trials) -> Calibration | None:
    """Calibrate by logistic regression, one person left out at a time.

    None without comparisons of strangers, and with fewer than two subjects: nobody is left to
    calibrate on.
    """
    if len(np.unique(trials.subject)) < 2 or not len(trials.strangers):
        return None
    slope, offset, costs = _fitted_costs(trials)
    ladder = Ladder(trials)
    whole = _over_people(trials, costs.bits(), costs.bits_without)
    least = _over_people(trials, pooled_bits(ladder), partial(pooled_bits_without, ladder))
    return Calibration(whole, no_more(least, whole), slope, offset)


def no_more(smaller: Interval, larger: Interval) -> Interval:
    """The interval of a figure that is never above another: no limit is above the other's."""
    if smaller.refused or larger.refused:
        return smaller
    return replace(smaller, low=min(smaller.low, larger.low), high=min(smaller.high, larger.high))


class Costs:
    """What log-likelihood ratios of both kinds of comparisons cost.

    Args:
        trials: of both kinds.
        mated, strangers: their ratios, `(m,)` and `(n,)` (natural logarithm).
    """

    def __init__(self, trials: Trials, mated: Floats, strangers: Floats) -> None:
        self.counts, self.met = trials.mated_counts, trials.met_counts
        own = np.bincount(trials.subject, np.logaddexp(0, -mated), len(self.counts))
        self.own = own / np.maximum(self.counts, 1)
        costs = np.logaddexp(0, strangers)
        self.sum, self.count = float(costs.sum()), len(costs)
        self.others = trials.sums_by_person(costs)

    def bits(self) -> float:
        """Cllr."""
        own = self.own.sum() / np.count_nonzero(self.counts)
        return float((own + self.sum / self.count) / (2 * np.log(2)))

    def bits_without(self, people: Integers) -> Floats:
        """Cllr without each person `(people,)`; both kinds of comparisons must be left."""
        subjects = np.count_nonzero(self.counts) - (self.counts[people] > 0)
        own = (self.own.sum() - self.own[people]) / subjects
        others = (self.sum - self.others[people]) / (self.count - self.met[people])
        bits: Floats = (own + others) / (2 * np.log(2))
        return bits


def cllr(trials: Trials, mated: Floats, strangers: Floats) -> float:
    """Cllr in bits of log-likelihood ratios (natural logarithm) of both kinds of comparisons."""
    return Costs(trials, mated, strangers).bits()


def least_cllr(trials: Trials) -> float:
    """Cllr after the best increasing map of the scores, found by pooling adjacent violators."""
    return pooled_bits(Ladder(trials))


def _fitted_costs(trials: Trials) -> tuple[float, float, Costs]:
    """Slope and offset of the fit on everybody, and the costs of fits without their subjects."""
    fit = Shared(trials)
    slope, offset = fit.line_of_scores
    return slope, offset, Costs(trials, *left_out_ratios(trials, fit))


def left_out_ratios(trials: Trials, fit: Shared | None = None) -> tuple[Floats, Floats]:
    """Log-likelihood ratios of all comparisons, the subject of each left out of the fit.

    Args:
        trials: of both kinds.
        fit: of the trials, where it is known.
    """
    compared = trials.mated_counts + np.bincount(trials.first, minlength=trials.numbers)
    people = np.flatnonzero(compared)
    lines = np.zeros((trials.numbers, 2))
    lines[people] = left_out_lines(trials, people, fit)
    sides = ((trials.subject, trials.mated), (trials.first, trials.strangers))
    mated, strangers = (_ratios(lines, who, scores) for who, scores in sides)
    return mated, strangers


def _ratios(lines: Floats, people: Integers, scores: Floats) -> Floats:
    """Slope times score plus offset of each one's person; many scores are held once."""
    ratios: Floats = lines[:, 0][people]
    ratios *= scores
    ratios += lines[:, 1][people]
    return ratios


def _over_people(
    trials: Trials, estimate: float, without: Callable[[Integers], Floats]
) -> Interval:
    """A figure with its interval by the jackknife over people."""
    counts, met = trials.mated_counts, trials.met_counts
    subjects = int(np.count_nonzero(counts))
    if reason := subjects_refusal(subjects):
        return refused(estimate, reason, subjects)
    people = np.flatnonzero(((counts > 0) | (met > 0)) & (met < len(trials.strangers)))
    deleted = without(people)
    is_subject = people < trials.subjects
    groups = {SUBJECTS: deleted[is_subject], STRANGERS: deleted[~is_subject]}
    kept = {name: values for name, values in groups.items() if len(values) > 1}
    return _on_log_scale(Jackknifed(estimate, kept), subjects)


def _on_log_scale(statistic: Jackknifed, subjects: int) -> Interval:
    """A cost is above 0: its interval is one of its logarithm; none where one person makes it."""
    everything = np.concatenate([[statistic.estimate], *statistic.deleted.values()])
    if not (everything > 0).all():
        note = Message("note-rests-on-one-person").json()
        return refused(statistic.estimate, note, subjects)
    deleted = {name: np.log(values) for name, values in statistic.deleted.items()}
    logs = Jackknifed(float(np.log(statistic.estimate)), deleted)
    interval = student_interval(logs, "subject jackknife of the logarithm", subjects_note(subjects))
    limits = float(np.exp(interval.low)), float(np.exp(interval.high))
    return Interval(statistic.estimate, *limits, interval.method, interval.note, subjects)
