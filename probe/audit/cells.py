"""The rows of `cells.parquet`, one a cell with i <= j."""

from __future__ import annotations

import math

import numpy as np

from probe.audit.comparisons import Comparisons
from probe.audit.false_matches import limits_of_rate, rate_above
from probe.audit.intervals import FEWEST_PEOPLE, NONE, LeftOut, Limits, misses, student
from probe.audit.retention import retention, retention_limits
from probe.audit.scores import Floats
from probe.audit.separation import auc, d_prime, equal_error_rate, log10_rarity, spread
from probe.audit.standing import Cell, Standing, means_of

Figures = dict[str, float]


def cell_figures(standing: Standing, i: int, j: int) -> dict[str, Figures]:
    """Kind -> the figures of a cell, by the names of their columns."""
    cell = standing.cells[i, j]
    figures = {"mated": _mated(standing, cell)}
    for kind, met in (("at_large", cell.at_large), ("alike", cell.alike)):
        if met is not None:
            figures[kind] = _strangers(standing, met)
    return figures


def _mated(standing: Standing, cell: Cell) -> Figures:
    scores, means = cell.mated.scores, np.array(list(cell.mated_means.values()))
    people = len(standing.album.subjects)
    limits = student(means) if people > 1 else one_person(standing, cell.mated)
    mean = _mean(means)
    return {
        "n_subjects": len(means),
        "n_pairs": len(scores),
        "mean": mean,
        "sd_pairs": spread(scores),
        "sd_subjects": spread(means),
        **_named("", limits),
        **_decided(standing, cell),
        "retention": retention(cell, standing.usual),
        **_named("retention_", retention_limits([cell], standing.usual)),
        **_separation(standing, cell, mean),
        "false_matches": -1,
        "fmr_observed": math.nan,
        **_named("fmr_", NONE),
    }


def _separation(standing: Standing, cell: Cell, mean: float) -> Figures:
    strangers, scores = cell.at_large.scores, cell.mated.scores
    rarity, floored = math.nan, False
    if len(scores) and len(strangers) and len(standing.standard):
        rarity, floored = log10_rarity(mean, standing.standard.scores)
    return {
        "log10_fmr": rarity,
        "log10_fmr_floored": floored,
        "dprime": d_prime(cell.by_subject, strangers),
        "auc": auc(cell.by_subject, strangers),
        "eer": equal_error_rate(cell.mated, strangers),
    }


def _decided(standing: Standing, cell: Cell) -> Figures:
    threshold = standing.thresholds[0]
    figures = {"threshold": threshold.value, "fmr": threshold.rate}
    if math.isnan(threshold.value) or not len(cell.mated):
        return {**figures, "misses": -1, "fnmr": math.nan, **_named("fnmr_", NONE)}
    rates = np.array(list(cell.miss_rates(threshold.value).values()))
    missed = int(np.sum(cell.mated.scores <= threshold.value))
    limits = _named("fnmr_", misses(rates))
    return {**figures, "misses": missed, "fnmr": float(rates.mean()), **limits}


def _strangers(standing: Standing, met: Comparisons) -> Figures:
    means = means_of(met.ordered_pairs())
    by_subject = {
        subject: np.mean([m for (a, _), m in means.items() if a == subject])
        for subject in {a for a, _ in means}
    }
    return {
        "n_subjects": len(by_subject),
        "n_pairs": len(met),
        "mean": _mean(np.array(list(means.values()))),
        "sd_pairs": spread(met.scores),
        "sd_subjects": spread(np.array(list(by_subject.values()))),
        **_named("", strangers_limits(means, met.subjects)),
        "threshold": standing.thresholds[0].value,
        "fmr": standing.thresholds[0].rate,
        **passing(standing, met, standing.thresholds[0].value),
    }


def passing(standing: Standing, met: Comparisons, threshold: float) -> Figures:
    """Strangers above a threshold, and the interval of their share."""
    tested = standing.tested(met)
    if math.isnan(threshold) or not len(tested):
        return {"false_matches": -1, "fmr_observed": math.nan, **_named("fmr_", NONE)}
    variance = spread(met.scores) ** 2 if len(met) > 1 else 0.0
    return {
        "false_matches": int(np.sum(tested.scores > threshold)),
        "fmr_observed": rate_above(tested, threshold),
        **_named("fmr_", limits_of_rate(tested, threshold, variance)),
    }


def strangers_limits(means: dict[tuple[int, int], float], subjects: int) -> Limits:
    """The interval of the mean over ordered pairs of people."""
    people = {person for pair in means for person in pair}
    taking_part = sorted(person for person in people if person < subjects)
    if len(taking_part) < FEWEST_PEOPLE:
        return NONE

    def mean(without: int | None) -> float:
        return _mean(np.array([m for pair, m in means.items() if without not in pair]))

    further = sorted(person for person in people if person >= subjects)
    return LeftOut(mean, taking_part, further).limits


def one_person(standing: Standing, met: Comparisons) -> Limits:
    """With a single person: new pictures of this person, each picture left out in turn."""
    if standing.album.across or not len(met):
        return NONE
    sides = [sorted(set(met.images[:, 0])), sorted(set(met.images[:, 1]))]
    if set(sides[0]) & set(sides[1]):
        sides = [sorted({*sides[0], *sides[1]})]
    if min(map(len, sides)) < (3 if len(sides) == 1 else 2):
        return NONE
    samples = [
        np.array([met.scores[(met.images != image).all(axis=1)].mean() for image in side])
        for side in sides
    ]
    return _sampled(float(met.scores.mean()), samples)


def _sampled(mean: float, samples: list[Floats]) -> Limits:
    from scipy import stats

    variances = [(len(s) - 1) * float(np.var(s)) for s in samples]
    free = [len(s) - 1.0 for s in samples]
    weight = sum(v * v / f for v, f in zip(variances, free, strict=True))
    degrees = sum(variances) ** 2 / weight if weight > 0 else min(free)
    half = float(stats.t.ppf(0.975, degrees)) * math.sqrt(sum(variances))
    return mean - half, mean + half


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else math.nan


def _named(start: str, limits: Limits) -> Figures:
    return {f"{start}low": limits[0], f"{start}high": limits[1]}
