"""Precision- or recall-first: both errors of a model over everything that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from probe.comparison.models import NO_THRESHOLD, Standing
from probe.comparison.scores import Scores
from probe.statistics import Decision, Errors, Interval, decide
from probe.statistics.bias import paired_response_bias, response_bias
from probe.statistics.confidence import LEVEL, IntervalAt, refused
from probe.statistics.pair_bands import PairBands, mean_of_bands
from probe.wording import Message

NOBODY = Message("note-nobody-in-all").json()


@dataclass(frozen=True, eq=False)
class Changed:
    """What a model says about the changed conditions of one protocol.

    Attributes:
        people: names, the subjects first.
        subjects: how many of them are subjects.
        standings: one a changed condition.
    """

    people: tuple[str, ...]
    subjects: int
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class Leaning:
    """Which error a model's threshold leans to, or how far two models are apart.

    Attributes:
        backbone: the model; of two the second.
        against: the first of two models, empty for one.
        bias: response bias c with its interval; of two models second minus first.
        fnmr: mean share of the same person's comparisons missed, over changed conditions.
        fmr: mean share of strangers at large who pass, likewise.
        conditions: how many changed conditions went in.
        adjusted: Holm's p-value of c (or of the difference) being 0, over all models (or all pairs
            of models) of the run; NaN without an interval.
    """

    backbone: str
    against: str
    bias: Interval
    fnmr: float
    fmr: float
    conditions: int
    adjusted: float

    @property
    def side(self) -> str:
        """Of one model `precision-first`, `recall-first`, or `neither` where neither is shown;
        empty, not told, without an interval: half a count would decide.
        """
        if self.against or np.isnan(self.adjusted):
            return ""
        if self.adjusted > 1 - LEVEL:
            return "neither"
        return "precision-first" if self.bias.estimate > 0 else "recall-first"


def leanings(models: Mapping[str, Sequence[Changed]]) -> list[Leaning]:
    """The leaning of every model, then the difference of every pair of models.

    All models are decided together, and all pairs of models are, by Holm's rule.

    Args:
        models: backbone -> what it says about each protocol, on the same pictures.
    """
    pooled = {name: errors_of(parts) for name, parts in models.items()}
    counts = {name: sum(len(p.standings) for p in parts) for name, parts in models.items()}
    sides = decide({name: _bias_of(errors) for name, errors in pooled.items()})
    rows = [_leaning_of(name, pooled[name], counts[name], sides[name]) for name in pooled]
    pairs = {f"{first} {second}": (first, second) for first, second in combinations(pooled, 2)}
    apart = decide({key: _bias_between(*(pooled[n] for n in pair)) for key, pair in pairs.items()})
    for key, (first, second) in pairs.items():
        adjusted = apart[key].adjusted
        interval = apart[key].interval
        rows.append(Leaning(second, first, interval, np.nan, np.nan, counts[second], adjusted))
    return rows


def _bias_of(errors: Errors | None) -> IntervalAt:
    if errors is None:
        return lambda level: refused(np.nan, NO_THRESHOLD, 0, level)
    if not len(errors.subjects_with_both()):
        return lambda level: refused(np.nan, NOBODY, 0, level)
    return response_bias(errors)


def _bias_between(first: Errors | None, second: Errors | None) -> IntervalAt:
    if first is None or second is None:
        return lambda level: refused(np.nan, NO_THRESHOLD, 0, level)
    return paired_response_bias(first, second)


def errors_of(parts: Sequence[Changed]) -> Errors | None:
    """Both errors by person, every changed condition weighing the same; None without a threshold.

    A subject enters who has mated comparisons in every condition; a pair of people with the
    conditions in which it was compared.
    """
    standings = [standing for part in parts for standing in part.standings]
    if not standings or any(s.accepted is None or s.undecided for s in standings):
        return None
    bands = _same_bands(parts)
    if bands:
        return _banded_errors(standings, bands)
    subjects = list(dict.fromkeys(name for part in parts for name in part.people[: part.subjects]))
    others = {name for part in parts for name in part.people} - set(subjects)
    people = [*subjects, *sorted(others)]
    number = {name: k for k, name in enumerate(people)}
    misses = np.full((len(standings), len(subjects)), np.nan)
    sums, counts = np.zeros((2, len(subjects), len(people)))
    mated = nonmated = row = 0
    for part in parts:
        columns = np.array([number[name] for name in part.people])
        rows = columns[: part.subjects]
        for standing in part.standings:
            misses[row, rows] = standing.miss_rates
            shares = _table(standing.accepted)
            sums[np.ix_(rows, columns)] += np.nan_to_num(shares)
            counts[np.ix_(rows, columns)] += np.isfinite(shares)
            mated, nonmated = mated + standing.mated_pairs, nonmated + standing.stranger_pairs
            row += 1
    matches = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    column_subject = np.where(np.arange(len(people)) < len(subjects), np.arange(len(people)), -1)
    return Errors(misses.mean(axis=0), matches, column_subject, mated, nonmated)


def _table(accepted: Scores | PairBands | None) -> Scores:
    """`(S, T)`, whatever it is kept as."""
    whole = accepted.table() if isinstance(accepted, PairBands) else accepted
    return np.asarray(whole, np.float64)


def _same_bands(parts: Sequence[Changed]) -> list[PairBands]:
    """The bands of all conditions, where they are those of the same people; else none."""
    everybody = {(part.people, part.subjects) for part in parts}
    accepted = [standing.accepted for part in parts for standing in part.standings]
    bands = [one for one in accepted if isinstance(one, PairBands)]
    cuts = {len(one.bands) for one in bands}
    alike = len(everybody) == len(cuts) == 1 and len(bands) == len(accepted)
    return bands if alike else []


def _banded_errors(standings: Sequence[Standing], bands: Sequence[PairBands]) -> Errors:
    """Both errors of so many people that no table holds their pairs."""
    misses = np.mean([standing.miss_rates for standing in standings], axis=0)
    mated = sum(standing.mated_pairs for standing in standings)
    nonmated = sum(standing.stranger_pairs for standing in standings)
    return Errors(misses, mean_of_bands(bands), None, mated, nonmated)


def _leaning_of(name: str, errors: Errors | None, conditions: int, decision: Decision) -> Leaning:
    fnmr = fmr = np.nan
    if errors is not None and len(subjects := errors.subjects_with_both()):
        fnmr, fmr = (rate.estimate for rate in errors.rates(subjects))
    return Leaning(name, "", decision.interval, fnmr, fmr, conditions, decision.adjusted)
