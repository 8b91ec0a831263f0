"""The rows of `leanings.parquet`: response bias c over everything that changed."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from probe.audit.cells import Figures
from probe.audit.intervals import FEWEST_PEOPLE, NONE, TAIL, LeftOut, misses
from probe.audit.standing import Standing


@dataclass(frozen=True)
class Errors:
    """Both errors of a model over all changed conditions, by name of the people.

    Attributes:
        misses: subject -> mean over the conditions of their shares of missed comparisons.
        matches: (subject, other) -> mean over conditions of the shares above the threshold.
        mated, strangers: comparisons in all.
        conditions: how many went in.
    """

    misses: dict[str, float]
    matches: dict[tuple[str, str], float]
    mated: int
    strangers: int
    conditions: int

    @property
    def entering(self) -> set[str]:
        """Subjects that have both kinds of comparisons."""
        met = {name for pair in self.matches for name in pair}
        return set(self.misses) & met

    def rates(self, entering: set[str], without: str | None) -> tuple[float, float]:
        """FNMR and FMR over some subjects and all further strangers, without a person."""
        subjects = {a for a, _ in self.matches} | set(self.misses)
        missed = [r for name, r in self.misses.items() if name in entering and name != without]
        matched = [
            r
            for (a, b), r in self.matches.items()
            if a in entering and (b in entering or b not in subjects) and without not in (a, b)
        ]
        return (
            float(np.mean(missed)) if missed else math.nan,
            float(np.mean(matched)) if matched else math.nan,
        )

    def bias(self, entering: set[str], without: str | None) -> float:
        """C = (z(FNMR) - z(FMR)) / 2, half a count added to either error."""
        missed, matched = self.rates(entering, without)
        return (self.z_of_misses(missed) - _z(matched, self.strangers)) / 2

    def z_of_misses(self, rate: float) -> float:
        """Normal quantile of the FNMR, half a count added."""
        return _z(rate, self.mated)


def _z(rate: float, comparisons: int) -> float:
    return float(stats.norm.ppf((rate * comparisons + 0.5) / (comparisons + 1)))


def errors_of(standings: Sequence[Standing]) -> Errors | None:
    """Both errors of one model over protocols; None where there is no threshold."""
    missed: list[dict[str, float]] = []
    matched: dict[tuple[str, str], list[float]] = {}
    mated = strangers = 0
    for standing in standings:
        value, people = standing.thresholds[0].value, standing.album.people
        if math.isnan(value):
            return None
        for condition in range(standing.album.conditions):
            if condition == standing.album.standard:
                continue
            cell = standing.against_standard(condition)
            missed.append({people[k]: rate for k, rate in cell.miss_rates(value).items()})
            tested = standing.tested(cell.at_large)
            for (a, b), scores in tested.ordered_pairs().items():
                share = float(np.mean(scores > value))
                matched.setdefault((people[a], people[b]), []).append(share)
            mated, strangers = mated + len(cell.mated), strangers + len(tested)
    everywhere = set.intersection(*map(set, missed)) if missed else set()
    means = {name: float(np.mean([rates[name] for rates in missed])) for name in everywhere}
    shares = {pair: float(np.mean(rates)) for pair, rates in matched.items()}
    return Errors(means, shares, mated, strangers, len(missed))


def leaning_figures(errors: Errors) -> Figures:
    """The row of one model."""
    entering = errors.entering
    if not entering:
        return _row(math.nan, NONE, (math.nan, math.nan), 0, errors.conditions)
    left_out = _left_out(entering, [errors], lambda p: errors.bias(entering, p))
    rates = errors.rates(entering, None)
    limits = NONE
    if len(entering) >= FEWEST_PEOPLE and not {*rates} & {0.0, 1.0} and left_out.limits != NONE:
        own = _left_out(entering, [], lambda p: _miss_part(errors, entering, p))
        t = float(stats.t.ppf(1 - TAIL, len(entering) - 1))
        extra = t * t * max(0.0, left_out.variance - own.variance)
        ends = misses(np.array([errors.misses[name] for name in sorted(entering)]))
        arms = [max(0.0, s * (_end(e) / 2 - own.value)) for s, e in zip((-1, 1), ends, strict=True)]
        low, high = (math.sqrt(arm**2 + extra) for arm in arms)
        limits = left_out.value - low, left_out.value + high
    return _row(left_out.value, limits, rates, len(entering), errors.conditions)


def _miss_part(errors: Errors, entering: set[str], without: str | None) -> float:
    return errors.z_of_misses(errors.rates(entering, without)[0]) / 2


def _end(rate: float) -> float:
    return float(stats.norm.ppf(rate))


def paired_leaning(first: Errors, second: Errors) -> Figures:
    """The row of two models, second minus first."""
    entering = first.entering & second.entering
    left_out = _left_out(
        entering, [first], lambda p: second.bias(entering, p) - first.bias(entering, p)
    )
    closed = [{*errors.rates(entering, None)} & {0.0, 1.0} for errors in (first, second)]
    limits = NONE if any(closed) else left_out.limits
    return _row(left_out.value, limits, (math.nan, math.nan), len(entering), second.conditions)


def _left_out(
    entering: set[str], groups: Sequence[Errors], figure: Callable[[str | None], float]
) -> LeftOut:
    """The figure without each subject, and without each further stranger."""
    subjects = sorted(entering)
    further: list[str] = []
    for errors in groups:
        own = {a for a, _ in errors.matches} | set(errors.misses)
        further = sorted({b for _, b in errors.matches} - own)
    names = subjects + further
    return LeftOut(
        lambda k: figure(None if k is None else names[k]),
        range(len(subjects)),
        range(len(subjects), len(names)),
    )


def _row(
    bias: float,
    limits: tuple[float, float],
    rates: tuple[float, float],
    subjects: int,
    conditions: int,
) -> Figures:
    return {
        "bias": bias,
        "low": limits[0],
        "high": limits[1],
        "n_subjects": subjects,
        "fnmr": rates[0],
        "fmr": rates[1],
        "conditions": conditions,
    }
