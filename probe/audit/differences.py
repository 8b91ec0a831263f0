"""The rows of `differences.parquet` and `changes.parquet`: second model minus first."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy import stats

from probe.audit.cells import Figures
from probe.audit.intervals import FEWEST_PEOPLE, NONE, TAIL, LeftOut, Limits
from probe.audit.retention import mean_margin, people_of
from probe.audit.separation import auc, d_prime
from probe.audit.standing import Cell, Standing

LEAST_P = 1e-9

Pair = tuple[Standing, Standing]


def difference_figures(first: Standing, second: Standing) -> dict[tuple[str, str], Figures]:
    """(figure, key of the condition) -> difference, limits and p-value; the key is the index of the
    condition as text, or empty for all but the standard one together.
    """
    standard = first.album.standard
    others = [c for c in range(first.album.conditions) if c != standard]
    rows = {}
    for name, figure in FIGURES.items():
        for condition in range(first.album.conditions):
            if condition != standard or name != "retention":
                rows[name, str(condition)] = figure((first, second), [condition])
        if len(others) > 1:
            rows[name, ""] = figure((first, second), others)
    return rows


def _cells(standing: Standing, conditions: Sequence[int]) -> list[Cell]:
    return [standing.against_standard(condition) for condition in conditions]


def _by_subject(
    pair: Pair, conditions: Sequence[int], of: Callable[[Standing, Cell], dict[int, float]]
) -> dict[int, float]:
    """Difference of each subject who has a figure in every condition, mean over conditions."""
    means: list[dict[int, float]] = []
    for standing in pair:
        figures = [of(standing, cell) for cell in _cells(standing, conditions)]
        everywhere = set.intersection(*map(set, figures))
        means.append({k: float(np.mean([f[k] for f in figures])) for k in everywhere})
    both = sorted(set(means[0]) & set(means[1]))
    return {k: means[1][k] - means[0][k] for k in both}


def _mean(pair: Pair, conditions: Sequence[int]) -> Figures:
    """Of mated means, subject by subject: paired Student's t."""
    apart = np.array(list(_by_subject(pair, conditions, lambda _, c: c.mated_means).values()))
    if not len(apart):
        return _row(math.nan, NONE, math.nan, 0)
    centre, count = float(apart.mean()), len(apart)
    error = float(np.std(apart, ddof=1)) / math.sqrt(count) if count > 1 else math.nan
    return _student(centre, centre, error, count - 1, count)


def _misses(pair: Pair, conditions: Sequence[int]) -> Figures:
    """At the thresholds that truly have the rate: half a pseudo-subject at either end."""
    if any(math.isnan(standing.thresholds[0].value) for standing in pair):
        return _row(math.nan, NONE, math.nan, 0)
    apart = _by_subject(pair, conditions, lambda s, c: c.miss_rates(s.thresholds[0].value))
    values, count = np.array(list(apart.values())), len(apart)
    if not count:
        return _row(math.nan, NONE, math.nan, 0)
    centre = float(values.sum()) / (count + 1)
    squares = sum((v - centre) ** 2 for v in values.tolist())
    squares += ((1 - centre) ** 2 + (1 + centre) ** 2) / 2
    variance = squares / ((count + 1) * count) + _added(pair, conditions, apart)
    row = _student(float(values.mean()), centre, math.sqrt(variance), count - 1, count)
    row["low"], row["high"] = max(-1.0, row["low"]), min(1.0, row["high"])
    return row


def _added(pair: Pair, conditions: Sequence[int], apart: dict[int, float]) -> float:
    """What the two estimated thresholds add to the variance: a person leaves both of them."""
    first = pair[0].album
    values = np.array(list(apart.values()))
    if len(values) < 2:
        return 0.0
    moved = {name: _moved(pair, conditions, name) for name in pair[0].thresholds[0].without}
    names = {first.people[k]: k for k in apart}
    subjects = [
        (float(values.sum()) - apart[k]) / (len(values) - 1) + moved.get(name, 0.0)
        for name, k in names.items()
    ]
    everybody = first.people if len(first.people) >= len(moved) else list(moved)
    further = [moved.get(name, 0.0) for name in everybody if name not in names]
    whole = sum((len(g) - 1) * float(np.var(g)) for g in (subjects, further) if len(g) > 1)
    return max(0.0, whole - float(np.var(values, ddof=1)) / len(values))


def _moved(pair: Pair, conditions: Sequence[int], name: str) -> float:
    """How the difference of mean miss rates moves when a person leaves both thresholds."""
    shifts = []
    for standing in pair:
        threshold = standing.thresholds[0]
        without = threshold.without.get(name, math.nan)
        value = threshold.value if math.isnan(without) else without
        changes = []
        for cell in _cells(standing, conditions):
            before, after = cell.miss_rates(threshold.value), cell.miss_rates(value)
            changes.append(
                float(np.mean([after[k] - before[k] for k in before])) if before else 0.0
            )
        shifts.append(float(np.mean(changes)))
    return shifts[1] - shifts[0]


def _retention(pair: Pair, conditions: Sequence[int]) -> Figures:
    """Everybody is left out of all parts of both models at once."""
    cells = [_cells(standing, conditions) for standing in pair]
    everything = [c for part, s in zip(cells, pair, strict=True) for c in (*part, s.usual)]
    entering, further = people_of(everything)

    def kept(k: int, without: int | None) -> float:
        below = mean_margin(pair[k].usual, without, entering, further)
        above = [mean_margin(cell, without, entering, further) for cell in cells[k]]
        return float(np.mean(above)) / below

    people = sorted(entering), sorted(further)
    apart = LeftOut(lambda p: kept(1, p) - kept(0, p), *people)
    usual = [_margin(s.usual, entering, further) for s in pair]
    unclear = any(part.limits == NONE or not part.value > part.error for part in usual)
    if unclear or apart.limits == NONE:
        return _row(apart.value, NONE, math.nan, len(entering))
    # A margin whose own p-value is higher decides nothing below it.
    p = max(_p(apart), *(_p(part) for part in usual))
    return _row(apart.value, apart.limits, p, len(entering))


def _margin(cell: Cell, entering: set[int], further: set[int]) -> LeftOut:
    return LeftOut(
        lambda p: mean_margin(cell, p, entering, further), sorted(entering), sorted(further)
    )


def _auc(pair: Pair, conditions: Sequence[int]) -> Figures:
    def of(cell: Cell, without: int | None) -> float:
        own = {k: s for k, s in cell.by_subject.items() if k != without}
        met = cell.at_large if without is None else cell.at_large.without(without)
        return auc(own, met.scores)

    return _separation(pair, conditions, of)


def _dprime(pair: Pair, conditions: Sequence[int]) -> Figures:
    def of(cell: Cell, without: int | None) -> float:
        own = {k: s for k, s in cell.by_subject.items() if k != without}
        met = cell.at_large if without is None else cell.at_large.without(without)
        return d_prime(own, met.scores)

    return _separation(pair, conditions, of)


def _separation(
    pair: Pair, conditions: Sequence[int], of: Callable[[Cell, int | None], float]
) -> Figures:
    """A person leaves the mated scores and the comparisons of strangers of both models."""
    cells = [_cells(standing, conditions) for standing in pair]
    if any(not len(c.at_large) or not len(c.mated) for part in cells for c in part):
        return _row(math.nan, NONE, math.nan, 0)

    def apart(without: int | None) -> float:
        return float(np.mean([of(c, without) for c in cells[1]])) - float(
            np.mean([of(c, without) for c in cells[0]])
        )

    met = [c.at_large for c in (*cells[0], *cells[1])]
    people = {p for c in met for p in (*c.first.tolist(), *c.second.tolist())}
    own = [{k for c in part for k in c.by_subject} for part in cells]
    people |= own[0] | own[1]
    bound = len(pair[0].album.subjects)
    left_out = LeftOut(
        apart, sorted(p for p in people if p < bound), sorted(p for p in people if p >= bound)
    )
    count = len(own[0] & own[1])
    if count < FEWEST_PEOPLE or left_out.limits == NONE or left_out.variance == 0:
        return _row(left_out.value, NONE, math.nan, count)
    return _row(left_out.value, left_out.limits, _p(left_out), count)


def _p(left_out: LeftOut) -> float:
    return p_value(left_out.value, math.sqrt(left_out.variance), left_out.degrees)


def p_value(value: float, error: float, degrees: float) -> float:
    """Two-sided, of Student's t; none below a billionth is stated."""
    return max(LEAST_P, 2 * float(stats.t.sf(abs(value) / error, degrees))) if error else LEAST_P


def _student(value: float, centre: float, error: float, degrees: int, count: int) -> Figures:
    if count < FEWEST_PEOPLE:
        return _row(value, NONE, math.nan, count)
    half = float(stats.t.ppf(1 - TAIL, degrees)) * error
    p = 1.0 if centre == 0 else p_value(centre, error, degrees)
    return _row(value, (centre - half, centre + half), p, count)


def _row(value: float, limits: Limits, p: float, count: int) -> Figures:
    return {
        "difference": value,
        "low": limits[0],
        "high": limits[1],
        "p_value": p,
        "n_subjects": count,
    }


FIGURES: dict[str, Callable[[Pair, Sequence[int]], Figures]] = {
    "mean": _mean,
    "retention": _retention,
    "auc": _auc,
    "dprime": _dprime,
    "fnmr": _misses,
}
"""The figures that models are compared by."""
