"""Figures of simulated people: their scores by subject, their intervals, and the truth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from coverage_people import CONDITIONS, Pictures, Setting, draw

from probe.statistics import (
    Errors,
    Gap,
    Interval,
    StrangerScores,
    auc_by_subject,
    auc_interval,
    fnmr_by_subject,
    fnmr_interval,
    mean_interval,
    nonmated_interval,
    paired_fnmr_interval,
    paired_mean_interval,
    paired_population_fnmr_interval,
    paired_response_bias_interval,
    paired_retention_interval,
    population_fnmr_interval,
    response_bias_interval,
    retention_interval,
    strangers_from,
    threshold_at,
)

CELLS = ((0, 0), (0, 1), (1, 2), (2, 2))
STANDARD = (0, 0)
CHANGED = (0, 1)
"""The pair of conditions whose leaning is studied."""

SMALL_FMR, SMALL_FROM = 0.001, 50
"""A second false match rate, and the number of subjects from which it is studied."""


def rows_of(pictures: Pictures, condition: int, own_clothes: bool) -> list[np.ndarray]:
    """Vectors of each subject in a condition."""
    chosen = (pictures.condition == condition) & (pictures.own_clothes == own_clothes)
    ends = np.cumsum(np.bincount(pictures.subject[chosen], minlength=pictures.subjects))[:-1]
    return np.split(pictures.vectors[chosen], ends)


def mated_scores(pictures: Pictures, cell: tuple[int, int]) -> list[np.ndarray]:
    """Each subject's mated scores."""
    first, second = (rows_of(pictures, condition, False) for condition in cell)
    if cell[0] != cell[1]:
        return [(a @ b.T).ravel() for a, b in zip(first, second, strict=True)]
    return [(a @ a.T)[_distinct(len(a))] for a in first]


@cache
def _distinct(pictures: int) -> tuple[np.ndarray, np.ndarray]:
    """Row and column of each pair of distinct pictures."""
    return np.triu_indices(pictures, 1)


def means(scores: list[np.ndarray]) -> np.ndarray:
    """Mean of each subject's scores; NaN without any."""
    return np.array([own.mean() if own.size else np.nan for own in scores])


def centres(pictures: Pictures, own_clothes: bool) -> np.ndarray:
    """Mean vector of each subject in each condition, `(S, conditions, d)`; NaN without pictures."""
    chosen = pictures.own_clothes == own_clothes
    sums = np.zeros((pictures.subjects, CONDITIONS, pictures.vectors.shape[1]))
    counts = np.zeros((pictures.subjects, CONDITIONS))
    place = (pictures.subject[chosen], pictures.condition[chosen])
    np.add.at(sums, place, pictures.vectors[chosen])
    np.add.at(counts, place, 1)
    counts[counts == 0] = np.nan
    return sums / counts[..., None]


def stranger_means(pictures: Pictures) -> dict[tuple[int, int], np.ndarray]:
    """Protocol pictures of the row's person against own-clothes pictures of the column's."""
    protocol, own = centres(pictures, False), centres(pictures, True)
    found = {}
    for i, j in CELLS:
        found[i, j] = (protocol[:, i] @ own[:, j].T + protocol[:, j] @ own[:, i].T) / 2
        np.fill_diagonal(found[i, j], np.nan)
    return found


def strangers(pictures: Pictures, condition: int) -> StrangerScores:
    """Every comparison of a protocol picture with another person's own-clothes picture.

    Args:
        pictures: of one model.
        condition: of both pictures.
    """
    chosen = pictures.condition == condition
    a, b = (np.flatnonzero(chosen & (pictures.own_clothes == own)) for own in (False, True))
    scores = pictures.vectors[a] @ pictures.vectors[b].T
    first, second = np.broadcast_arrays(pictures.subject[a][:, None], pictures.subject[b][None])
    other = first != second
    block = (scores[other], first[other], second[other])
    return strangers_from([block], pictures.subjects, directions=2)


@dataclass(frozen=True, eq=False)
class Truth:
    """Figures of the whole population under one model."""

    mated: dict[tuple[int, int], float]
    nonmated: dict[tuple[int, int], float]
    scores: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]]
    others: np.ndarray
    changed: np.ndarray

    def leaning(self, threshold: float) -> float:
        """Response bias c of the changed pair of conditions at a threshold."""
        from scipy import special

        passed = 1 - np.searchsorted(self.changed, threshold, side="right") / len(self.changed)
        missed = self.fnmr(CHANGED, threshold)
        return float(special.ndtri(missed) - special.ndtri(passed)) / 2

    def retention(self, cell: tuple[int, int]) -> float:
        """Retention of the population."""
        gap = {c: self.mated[c] - self.nonmated[c] for c in (cell, STANDARD)}
        return gap[cell] / gap[STANDARD]

    def fnmr(self, cell: tuple[int, int], threshold: float) -> float:
        """FNMR of the population at a threshold, every subject weighing the same."""
        values, mass = self.scores[cell]
        return float(mass[np.searchsorted(values, threshold, side="right")])

    def threshold(self, fmr: float) -> float:
        """The threshold that truly has a false match rate."""
        return float(self.others[-1 - int(fmr * len(self.others))])

    def auc(self, cell: tuple[int, int]) -> float:
        """AUC of the standard cell, every subject weighing the same."""
        values, mass = self.scores[cell]
        below = np.searchsorted(self.others, values) / len(self.others)
        return float(np.sum(below * np.diff(mass)))


def truths(setting: Setting, subjects: int = 8_000, chunk: int = 2_000) -> tuple[Truth, Truth]:
    """The population's figures under both models, from one very large sample."""
    rng = np.random.default_rng(99)
    parts: list[list[tuple]] = [[], []]
    for _ in range(subjects // chunk):
        for model, pictures in enumerate(draw(rng, setting, chunk)):
            mated = {cell: mated_scores(pictures, cell) for cell in CELLS}
            pairs = stranger_means(pictures)
            nonmated = {cell: np.nanmean(pairs[cell]) for cell in CELLS}
            sampled = [_sampled_strangers(rng, pictures, cell) for cell in (STANDARD, CHANGED)]
            parts[model].append((mated, nonmated, *sampled))
    return tuple(_truth(model) for model in parts)  # type: ignore[return-value]


def _sampled_strangers(
    rng: np.random.Generator, pictures: Pictures, cell: tuple[int, int]
) -> np.ndarray:
    """Scores of strangers, one side in each condition, protocol clothes against own clothes."""
    found = []
    for protocol, own in (cell, cell[::-1]):
        chosen = (pictures.condition == protocol) & ~pictures.own_clothes
        others = (pictures.condition == own) & pictures.own_clothes
        a, b = (rng.choice(np.flatnonzero(each), 125_000) for each in (chosen, others))
        apart = pictures.subject[a] != pictures.subject[b]
        found.append(np.einsum("nd,nd->n", pictures.vectors[a[apart]], pictures.vectors[b[apart]]))
    return np.concatenate(found)


def _truth(parts: list[tuple]) -> Truth:
    scores, mated = {}, {}
    for cell in CELLS:
        own = [x for part in parts for x in part[0][cell] if x.size]
        values = np.concatenate(own)
        weights = np.concatenate([np.full(x.size, 1 / (x.size * len(own))) for x in own])
        order = np.argsort(values)
        scores[cell] = (values[order], np.append(0.0, np.cumsum(weights[order])))
        mated[cell] = float(np.sum(values * weights))
    nonmated = {cell: float(np.mean([part[1][cell] for part in parts])) for cell in CELLS}
    others, changed = (np.sort(np.concatenate([part[k] for part in parts])) for k in (2, 3))
    return Truth(mated, nonmated, scores, others, changed)


Found = Iterator[tuple[str, tuple[int, int], Interval, float]]


def figures(models: tuple[Pictures, Pictures], truth: tuple[Truth, Truth], fmr: float) -> Found:
    """Every figure of one sample: its name, cell, interval and true value."""
    yield from figures_of_cells(models, truth, fmr)
    yield from auc_figures(models, truth, fmr)
    yield from leaning_figures(models, truth, fmr)


def leaning_figures(
    models: tuple[Pictures, Pictures], truth: tuple[Truth, Truth], fmr: float
) -> Found:
    """Precision- or recall-first: response bias c of the changed cell, of one model and of two."""
    values = [threshold_at(strangers(m, 0), fmr).value for m in models]
    if np.isnan(values).any():
        return
    errors = [_errors(m, value) for m, value in zip(models, values, strict=True)]
    true = [t.leaning(value) for t, value in zip(truth, values, strict=True)]
    if np.isfinite(true).all():
        yield "response bias", CHANGED, response_bias_interval(errors[0]), true[0]
        paired = paired_response_bias_interval(*errors)
        yield "response bias, B - A", CHANGED, paired, true[1] - true[0]


def _errors(pictures: Pictures, threshold: float) -> Errors:
    mated = mated_scores(pictures, CHANGED)
    passed, compared = np.zeros((2, pictures.subjects, pictures.subjects))
    for first, second in (CHANGED, CHANGED[::-1]):
        a = (pictures.condition == first) & ~pictures.own_clothes
        b = (pictures.condition == second) & pictures.own_clothes
        over = (pictures.vectors[a] @ pictures.vectors[b].T > threshold).astype(float)
        rows, columns = (_membership(pictures.subject[each], pictures.subjects) for each in (a, b))
        passed += rows @ over @ columns.T
        compared += rows.sum(axis=1)[:, None] * columns.sum(axis=1)
    np.fill_diagonal(compared, 0)
    shares = np.where(compared > 0, passed / np.maximum(compared, 1), np.nan)
    rates = fnmr_by_subject(mated, threshold)
    return Errors(rates, shares, None, sum(map(len, mated)), int(compared.sum()))


def _membership(subject: np.ndarray, subjects: int) -> np.ndarray:
    """`(subjects, pictures)`: 1 where a picture shows a subject."""
    return (np.arange(subjects)[:, None] == subject).astype(float)


def auc_figures(models: tuple[Pictures, Pictures], truth: tuple[Truth, Truth], _: float) -> Found:
    """The AUC of the standard cell."""
    mated = mated_scores(models[0], STANDARD)
    placements, extra = auc_by_subject(mated, strangers(models[0], 0))
    yield "AUC", STANDARD, auc_interval(placements, extra), truth[0].auc(STANDARD)


def figures_of_cells(
    models: tuple[Pictures, Pictures], truth: tuple[Truth, Truth], fmr: float
) -> Found:
    """Means, retention and FNMR of every cell, of one model and of two."""
    mated = [{cell: mated_scores(m, cell) for cell in CELLS} for m in models]
    pairs = [stranger_means(m) for m in models]
    gaps = [
        {cell: Gap(means(own[cell]), other[cell]) for cell in CELLS}
        for own, other in zip(mated, pairs, strict=True)
    ]
    pools = [strangers(m, 0) for m in models]
    thresholds = [threshold_at(pool, fmr) for pool in pools]
    small = threshold_at(pools[0], SMALL_FMR) if models[0].subjects >= SMALL_FROM else None
    a, b = truth
    for cell in CELLS:
        own = [m[cell] for m in mated]
        mean = [gap[cell].mated for gap in gaps]
        yield "mated mean", cell, mean_interval(mean[0]), a.mated[cell]
        yield "mated mean, naive over pairs", cell, naive_mean(own[0]), a.mated[cell]
        yield "non-mated mean", cell, nonmated_interval(pairs[0][cell]), a.nonmated[cell]
        difference = b.mated[cell] - a.mated[cell]
        yield "mated mean, B - A", cell, paired_mean_interval(*mean), difference
        if cell != STANDARD:
            at = [(gap[cell], gap[STANDARD]) for gap in gaps]
            true = [t.retention(cell) for t in truth]
            yield "retention", cell, retention_interval(*at[0]), true[0]
            yield "retention, B - A", cell, paired_retention_interval(*at), true[1] - true[0]
        values = [t.value for t in thresholds]
        rates = [fnmr_by_subject(s, t) for s, t in zip(own, values, strict=True)]
        if not np.isnan(values).any():
            at_own = [t.fnmr(cell, v) for t, v in zip(truth, values, strict=True)]
            yield "FNMR, this threshold", cell, fnmr_interval(rates[0]), at_own[0]
            yield "FNMR, naive over pairs", cell, naive_rate(own[0], values[0]), at_own[0]
            difference = at_own[1] - at_own[0]
            yield "FNMR, B - A", cell, paired_fnmr_interval(*rates), difference
        true = [t.fnmr(cell, t.threshold(fmr)) for t in truth]
        found = population_fnmr_interval(own[0], thresholds[0])
        yield "FNMR at the true FMR", cell, found, true[0]
        if not np.isnan(values[0]):
            found = fnmr_interval(rates[0])
            yield "FNMR at the true FMR, threshold error left out", cell, found, true[0]
        if small is not None:
            true_small = a.fnmr(cell, a.threshold(SMALL_FMR))
            found = population_fnmr_interval(own[0], small)
            yield "FNMR at the true FMR of 0.1 %", cell, found, true_small
        sides = [(s, t) for s, t in zip(own, thresholds, strict=True)]
        found = paired_population_fnmr_interval(*sides)
        yield "FNMR at the true FMR, B - A", cell, found, true[1] - true[0]


def naive_mean(scores: list[np.ndarray]) -> Interval:
    """The interval everybody prints: 1.96 sd / sqrt(number of comparisons)."""
    values = np.concatenate(scores)
    half = 1.96 * values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else np.nan
    mean = float(values.mean()) if len(values) else np.nan
    return Interval(mean, mean - half, mean + half, "naive")


def naive_rate(scores: list[np.ndarray], threshold: float) -> Interval:
    """Wilson's interval with every comparison counted as independent."""
    values = np.concatenate(scores)
    if not len(values):
        return Interval(np.nan, np.nan, np.nan, "naive")
    share, size, z2 = float(np.mean(values <= threshold)), len(values), 1.96**2
    centre = share + z2 / (2 * size)
    half = np.sqrt(z2 * share * (1 - share) / size + z2**2 / (4 * size**2))
    low, high = (centre - half) / (1 + z2 / size), (centre + half) / (1 + z2 / size)
    return Interval(share, min(low, share), max(high, share), "naive")
