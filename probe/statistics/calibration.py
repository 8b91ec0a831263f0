"""Scores as log-likelihood ratios: Cllr and what calibration could at best make of it.

Cllr (Bruemmer and du Preez, *Computer Speech and Language* 20, 2006) is the cost in bits of a
likelihood ratio for the same person against another: 0 says all, 1 says nothing, above 1 misleads.
Same-person scores weigh as subjects do, strangers' comparisons all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from probe.statistics.confidence import (
    Interval,
    refused,
    student_interval,
    subjects_note,
    subjects_refusal,
)
from probe.statistics.jackknife import STRANGERS, SUBJECTS, Floats, Integers, Jackknifed
from probe.wording import Message

RIDGE = 1e-3
"""Penalty on the squared slope of standardised scores (ours): without one the slope is infinite
where no stranger scores as high as any mated pair."""

STEPS = 50
"""Steps of Newton's method at most; ten are usual."""


@dataclass(frozen=True, eq=False)
class Trials:
    """Mated and non-mated comparisons with their people.

    Attributes:
        mated: `(m,)` scores.
        subject: `(m,)` number of each one's person.
        strangers: `(n,)` scores.
        first, second: `(n,)` numbers of their two people; `first` is a subject.
        subjects: how many people are subjects, the first numbers.
    """

    mated: Floats
    subject: Integers
    strangers: Floats
    first: Integers
    second: Integers
    subjects: int

    def without(self, person: int) -> Trials:
        """The comparisons in which a person takes no part."""
        own = self.subject != person
        others = (self.first != person) & (self.second != person)
        return replace(
            self, mated=self.mated[own], subject=self.subject[own],
            strangers=self.strangers[others], first=self.first[others], second=self.second[others],
        )  # fmt: skip

    @property
    def weights(self) -> tuple[Floats, Floats]:
        """Of mated and of strangers' comparisons; either sums to 1."""
        _, place, counts = np.unique(self.subject, return_inverse=True, return_counts=True)
        own = 1.0 / counts[place] / len(counts)
        return own, np.full(len(self.strangers), 1.0 / len(self.strangers))


@dataclass(frozen=True)
class Calibration:
    """What a model's scores are worth as evidence.

    Attributes:
        cllr: bits, calibrated on everybody but the person asked about.
        least: bits at the best increasing map of these very scores (PAV): what no calibration
            gets below.
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
    ratios = left_out_ratios(trials)
    slope, offset = fitted(trials)

    def cost(part: NDArray[np.bool_], others: NDArray[np.bool_]) -> float:
        return cllr(_part(trials, part, others), ratios[0][part], ratios[1][others])

    def least(part: NDArray[np.bool_], others: NDArray[np.bool_]) -> float:
        return least_cllr(_part(trials, part, others))

    return Calibration(_over_people(trials, cost), _over_people(trials, least), slope, offset)


def cllr(trials: Trials, mated: Floats, strangers: Floats) -> float:
    """Cllr in bits of log-likelihood ratios (natural logarithm) of both kinds of comparisons."""
    own, others = trials.weights
    bits = own @ np.logaddexp(0, -mated) + others @ np.logaddexp(0, strangers)
    return float(bits / (2 * np.log(2)))


def least_cllr(trials: Trials) -> float:
    """Cllr after the best increasing map of the scores, found by pooling adjacent violators."""
    from scipy import optimize, special

    own, others = trials.weights
    scores = np.concatenate([trials.mated, trials.strangers])
    _, place = np.unique(scores, return_inverse=True)
    same = np.bincount(place, np.concatenate([own, np.zeros(len(others))]))
    other = np.bincount(place, np.concatenate([np.zeros(len(own)), others]))
    share = optimize.isotonic_regression(same / (same + other), weights=same + other).x
    share = np.clip(share, 0.0, 1.0)
    bits = special.xlogy(same, share).sum() + special.xlog1py(other, -share).sum()
    return float(-bits / (2 * np.log(2)))


def fitted(trials: Trials) -> tuple[float, float]:
    """Slope and offset of the log-likelihood ratio by weighted logistic regression."""
    own, others = trials.weights
    scores = np.concatenate([trials.mated, trials.strangers])
    centre, scale = float(scores.mean()), float(scores.std()) or 1.0
    x = (scores - centre) / scale
    weights = np.concatenate([own, others])
    labels = np.concatenate([np.ones(len(own)), np.zeros(len(others))])
    slope = offset = 0.0
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-np.clip(slope * x + offset, -500, 500)))
        apart, spread = weights * (labels - share), weights * share * (1 - share)
        gradient = np.array([apart @ x - RIDGE * slope, apart.sum()])
        curvature = np.array([[spread @ (x * x) + RIDGE, spread @ x], [spread @ x, spread.sum()]])
        step = np.linalg.solve(curvature + 1e-12 * np.eye(2), gradient)
        slope, offset = slope + float(step[0]), offset + float(step[1])
        if np.abs(step).max() < 1e-9:
            break
    return slope / scale, offset - slope * centre / scale


def left_out_ratios(trials: Trials) -> tuple[Floats, Floats]:
    """Log-likelihood ratios of all comparisons, the subject of each left out of the fit."""
    mated, strangers = np.empty(len(trials.mated)), np.empty(len(trials.strangers))
    for person in np.union1d(trials.subject, trials.first).tolist():
        rest = trials.without(person)
        enough = len(rest.mated) and len(rest.strangers)
        slope, offset = fitted(rest) if enough else (0.0, 0.0)
        own, others = trials.subject == person, trials.first == person
        mated[own] = slope * trials.mated[own] + offset
        strangers[others] = slope * trials.strangers[others] + offset
    return mated, strangers


def _part(trials: Trials, own: NDArray[np.bool_], others: NDArray[np.bool_]) -> Trials:
    return replace(
        trials, mated=trials.mated[own], subject=trials.subject[own],
        strangers=trials.strangers[others], first=trials.first[others],
        second=trials.second[others],
    )  # fmt: skip


def _over_people(
    trials: Trials, figure: Callable[[NDArray[np.bool_], NDArray[np.bool_]], float]
) -> Interval:
    """A figure with its interval by the jackknife over people."""
    own = np.ones(len(trials.mated), bool)
    others = np.ones(len(trials.strangers), bool)
    estimate = figure(own, others)
    people = np.unique(np.concatenate([trials.subject, trials.first, trials.second]))
    subjects = len(np.unique(trials.subject))
    if reason := subjects_refusal(subjects):
        return refused(estimate, reason, subjects)
    deleted: dict[str, list[float]] = {SUBJECTS: [], STRANGERS: []}
    for person in people.tolist():
        kept = trials.subject != person
        met = (trials.first != person) & (trials.second != person)
        if kept.any() and met.any():
            group = SUBJECTS if person < trials.subjects else STRANGERS
            deleted[group].append(figure(kept, met))
    groups = {name: np.array(values) for name, values in deleted.items() if len(values) > 1}
    return _on_log_scale(Jackknifed(estimate, groups), subjects)


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
