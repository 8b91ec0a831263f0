"""Precision- or recall-first: both errors of a model over everything that changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from probe.comparison.models import NO_THRESHOLD, Standing
from probe.statistics import Errors, Interval, paired_response_bias_interval, response_bias_interval

NOBODY = "no person has the pictures of every condition"


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
    """

    backbone: str
    against: str
    bias: Interval
    fnmr: float
    fmr: float
    conditions: int

    @property
    def side(self) -> str:
        """Of one model `precision-first`, `recall-first`, or `neither` where the interval holds 0;
        empty without a number.
        """
        if self.against or not np.isfinite(self.bias.estimate):
            return ""
        if self.bias.covers(0.0):
            return "neither"
        return "precision-first" if self.bias.estimate > 0 else "recall-first"


def leanings(models: Mapping[str, Sequence[Changed]]) -> list[Leaning]:
    """The leaning of every model, then the difference of every pair of models.

    Args:
        models: backbone -> what it says about each protocol, on the same pictures.
    """
    pooled = {name: errors_of(parts) for name, parts in models.items()}
    counts = {name: sum(len(p.standings) for p in parts) for name, parts in models.items()}
    rows = [_leaning_of(name, errors, counts[name]) for name, errors in pooled.items()]
    for first, second in combinations(pooled, 2):
        a, b = pooled[first], pooled[second]
        if a is None or b is None:
            interval = Interval(np.nan, np.nan, np.nan, "none", NO_THRESHOLD)
        else:
            interval = paired_response_bias_interval(a, b)
        rows.append(Leaning(second, first, interval, np.nan, np.nan, counts[second]))
    return rows


def errors_of(parts: Sequence[Changed]) -> Errors | None:
    """Both errors by person, every changed condition weighing the same; None without a threshold.

    A subject enters who has mated comparisons in every condition; a pair of people with the
    conditions in which it was compared.
    """
    standings = [standing for part in parts for standing in part.standings]
    if not standings or any(s.accepted is None or s.undecided for s in standings):
        return None
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
            shares = np.asarray(standing.accepted, np.float64)
            sums[np.ix_(rows, columns)] += np.nan_to_num(shares)
            counts[np.ix_(rows, columns)] += np.isfinite(shares)
            mated, nonmated = mated + standing.mated_pairs, nonmated + standing.stranger_pairs
            row += 1
    matches = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    column_subject = np.where(np.arange(len(people)) < len(subjects), np.arange(len(people)), -1)
    return Errors(misses.mean(axis=0), matches, column_subject, mated, nonmated)


def _leaning_of(name: str, errors: Errors | None, conditions: int) -> Leaning:
    missing = float("nan")
    if errors is None:
        none = Interval(missing, missing, missing, "none", NO_THRESHOLD)
        return Leaning(name, "", none, missing, missing, conditions)
    subjects = errors.subjects_with_both()
    if not len(subjects):
        none = Interval(missing, missing, missing, "none", NOBODY)
        return Leaning(name, "", none, missing, missing, conditions)
    misses, matches = errors.rates(subjects)
    interval = response_bias_interval(errors)
    return Leaning(name, "", interval, misses.estimate, matches.estimate, conditions)
