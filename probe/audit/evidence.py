"""Scores as log-likelihood ratios: Cllr, and the least that calibration reaches."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from scipy import optimize

from probe.audit.cells import Figures
from probe.audit.intervals import FEWEST_PEOPLE, NONE, LeftOut, Limits
from probe.audit.scores import Floats
from probe.audit.standing import Cell

PENALTY = 0.001


class Trials:
    """All comparisons of changed conditions: score, weight, whether of the same person, people."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        mated, met = [cell.mated for cell in cells], [cell.at_large for cell in cells]
        both = [*mated, *met]
        self.scores = np.concatenate([part.scores for part in both])
        self.first = np.concatenate([part.first for part in both])
        self.second = np.concatenate([part.second for part in both])
        self.same = np.arange(len(self.scores)) < sum(map(len, mated))
        self.subjects = both[0].subjects

    def chosen(self, without: int | None) -> np.ndarray:
        """The comparisons in which a person takes no part."""
        if without is None:
            return np.ones(len(self.scores), bool)
        apart: np.ndarray = (self.first != without) & (self.second != without)
        return apart

    def weights(self, chosen: np.ndarray) -> Floats:
        """Of either kind the sum is 1 half; of mated ones every subject weighs the same."""
        weights = np.zeros(len(self.scores))
        own, other = chosen & self.same, chosen & ~self.same
        people, counts = np.unique(self.first[own], return_counts=True)
        for person, count in zip(people.tolist(), counts.tolist(), strict=True):
            weights[own & (self.first == person)] = 0.5 / len(people) / count
        weights[other] = 0.5 / max(1, int(other.sum()))
        return weights


def evidence_figures(cells: Sequence[Cell]) -> Figures:
    """Cllr and the least Cllr with their intervals, and the line fitted on everybody."""
    trials = Trials(cells)
    subjects = np.unique(trials.first[trials.same]).tolist()
    if len(subjects) < 2 or trials.same.all():
        return {}
    slope, offset = line(trials, trials.chosen(None))
    bits = _bits(trials)
    least = {person: least_bits(trials, person) for person in (None, *_people(trials))}
    cost = {p: float(np.sum(trials.weights(trials.chosen(p)) * bits)) for p in least}
    low, high = _limits(trials, cost, len(subjects))
    least_low, least_high = _limits(trials, least, len(subjects))
    if not math.isnan(low):  # what is never above Cllr has no limit above Cllr's
        least_low, least_high = np.minimum((least_low, least_high), (low, high)).tolist()
    return {
        "value": cost[None],
        "low": low,
        "high": high,
        "least": least[None],
        "least_low": least_low,
        "least_high": least_high,
        "slope": slope,
        "offset": offset,
    }


def _people(trials: Trials) -> list[int]:
    """Whom the rest can do without."""
    people = sorted({*trials.first.tolist(), *trials.second.tolist()})
    kept = {person: trials.chosen(person) for person in people}
    return [p for p, c in kept.items() if (c & trials.same).any() and (c & ~trials.same).any()]


def line(trials: Trials, chosen: np.ndarray) -> tuple[float, float]:
    """Slope and offset of the log-likelihood ratio in the score."""
    spread = float(np.std(trials.scores[chosen])) or 1.0
    centre = float(np.mean(trials.scores[chosen]))
    x = (trials.scores[chosen] - centre) / spread
    sign = np.where(trials.same[chosen], 1.0, -1.0)
    weights = 2 * trials.weights(chosen)[chosen]

    def gradient(place: Floats) -> Floats:
        wrong = weights * sign * (0.5 - 0.5 * np.tanh(sign * (place[0] * x + place[1]) / 2))
        return np.array([wrong @ x - PENALTY * place[0], wrong.sum()])

    solved = optimize.root(gradient, np.array([1.0, 0.0]), tol=1e-13)
    slope, offset = solved.x
    return float(slope / spread), float(offset - slope * centre / spread)


def _bits(trials: Trials) -> Floats:
    """Every comparison's own cost, its first person taking no part in the line."""
    bits = np.empty(len(trials.scores))
    for person in np.unique(trials.first).tolist():
        rest = trials.chosen(person)
        both = (rest & trials.same).any() and (rest & ~trials.same).any()
        slope, offset = line(trials, rest) if both else (0.0, 0.0)
        own = trials.first == person
        ratio = slope * trials.scores[own] + offset
        bits[own] = np.logaddexp(0, np.where(trials.same[own], -ratio, ratio)) / math.log(2)
    return bits


def least_bits(trials: Trials, without: int | None) -> float:
    """Cost after the best increasing map: neighbours out of order are pooled until none is."""
    chosen = trials.chosen(without)
    weights, values = trials.weights(chosen)[chosen], trials.scores[chosen]
    same = np.where(trials.same[chosen], weights, 0.0)
    pools: list[list[float]] = []
    for value in np.unique(values).tolist():
        tied = values == value
        pools.append([float(same[tied].sum()), float(weights[tied].sum())])
        while len(pools) > 1 and pools[-2][0] * pools[-1][1] >= pools[-1][0] * pools[-2][1]:
            own, whole = pools.pop()
            pools[-1][0] += own
            pools[-1][1] += whole
    return sum(_entropy(own, whole) for own, whole in pools)


def _entropy(own: float, whole: float) -> float:
    other = whole - own
    return -sum(part * math.log2(part / whole) for part in (own, other) if part > 1e-15 * whole)


def _limits(trials: Trials, costs: dict[int | None, float], subjects: int) -> Limits:
    """By leaving everybody out of the logarithm in turn."""
    if subjects < FEWEST_PEOPLE or min(costs.values()) <= 0:
        return NONE
    people = [person for person in costs if person is not None]
    logs = LeftOut(
        lambda person: math.log(costs[person]),
        [person for person in people if person < trials.subjects],
        [person for person in people if person >= trials.subjects],
    )
    half = logs.error
    return math.exp(logs.value - half), math.exp(logs.value + half)
