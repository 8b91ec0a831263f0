"""Coverage of the interval of a false match rate, over people, in three worlds.

Everybody has a point in a space of features; a picture is the point of its person, moved by the
clothes and by chance. `normal`: points are normal. `heavy`: people lie at very different distances
from the middle, so that some look like many others. `alike`: four in ten belong to one of 40 kinds
whose people look much the same. S subjects in protocol clothes (5 pictures each) meet everybody in
own clothes (1 picture each), as rendered people do; `+ N` are further strangers. The threshold is
set at the false match rate asked for, on these very comparisons; the truth is the rate of 1,500
other people at that threshold, about two million comparisons.

    python benchmarks/fmr_coverage.py [--samples N] [--out FILE]
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from probe.statistics.fmr import false_match_rate
from probe.statistics.outcomes import outcomes_of_table

Floats = NDArray[np.float64]
DIMENSION, TAKES, KINDS, REFERENCE = 16, 5, 40, 1500
WORLDS = ("normal", "heavy", "alike")
PEOPLE = ((5, 0), (8, 0), (20, 0), (50, 0), (5, 55), (8, 52))
RATES = (0.001, 0.01, 0.1)
HEADS = ("world", "rate", "subjects", "further", "samples", "true_5", "true_median", "true_95",
         "covered", "truth_below", "truth_above", "median_low", "median_high",
         "median_effective")  # fmt: skip


@dataclass(frozen=True, eq=False)
class World:
    """Where people come from.

    Attributes:
        name: of `WORLDS`.
        kinds: `(KINDS, DIMENSION)` what people of a kind have in common.
        scores: scores of strangers, ascending, by which the true rate is known.
    """

    name: str
    kinds: Floats
    scores: Floats

    def true_rate(self, threshold: float) -> float:
        """Share of strangers above a threshold."""
        above = len(self.scores) - np.searchsorted(self.scores, threshold, side="right")
        return float(above / len(self.scores))


def world_named(name: str, seed: int = 1) -> World:
    """A world with its kinds and its true scores."""
    rng = np.random.default_rng(seed)
    kinds = rng.standard_normal((KINDS, DIMENSION)) + 0.7
    scores = drawn_scores(name, kinds, rng, REFERENCE, 0, 1)[:, :, 0]
    return World(name, kinds, np.sort(scores[~np.eye(REFERENCE, dtype=bool)]))


def drawn_people(name: str, kinds: Floats, rng: np.random.Generator, people: int) -> Floats:
    """Points of people `(people, DIMENSION)`."""
    normal = rng.standard_normal((people, DIMENSION))
    if name == "heavy":
        return np.exp(0.5 * rng.standard_normal((people, 1))) * normal + 0.7
    if name == "alike":
        of_kind = rng.random(people) < 0.4
        near = kinds[rng.integers(0, KINDS, people)] + 0.45 * rng.standard_normal(normal.shape)
        return np.where(of_kind[:, None], near, normal + 0.7)
    return normal + 0.7


def drawn_scores(
    name: str, kinds: Floats, rng: np.random.Generator, subjects: int, further: int, takes: int
) -> Floats:
    """Cosines `(S, S + further, takes)`: protocol clothes against own clothes."""
    points = drawn_people(name, kinds, rng, subjects + further)
    noise = 0.5 * rng.standard_normal((subjects, takes, DIMENSION))
    dressed = _unit(0.8 * points[:subjects, None] + 0.9 + noise)
    clothes = 0.8 * rng.standard_normal(points.shape)
    plain = _unit(points + clothes + 0.5 * rng.standard_normal(points.shape))
    scores: Floats = np.einsum("and,td->atn", dressed, plain)
    return scores


def _unit(points: Floats) -> Floats:
    unit: Floats = points / np.linalg.norm(points, axis=-1, keepdims=True)
    return unit


def sample(
    world: World, rng: np.random.Generator, subjects: int, further: int, rate: float
) -> tuple[float, ...]:
    """One study: true rate, lower and upper limit, effective number of comparisons."""
    scores = drawn_scores(world.name, world.kinds, rng, subjects, further, TAKES)
    others = ~np.eye(subjects, subjects + further, dtype=bool)
    ranked = np.sort(scores[others], axis=None)[::-1]
    threshold = float(ranked[int(rate * ranked.size)])
    above = np.where(others, (scores > threshold).sum(axis=2), 0)
    compared = np.where(others, TAKES, 0)
    outcomes = outcomes_of_table(above, compared, scores.mean(axis=2), float(ranked.var()))
    measured = false_match_rate(outcomes)
    interval = measured.interval
    return world.true_rate(threshold), interval.low, interval.high, measured.effective


def lines(samples: int) -> Iterator[tuple[object, ...]]:
    """A line of the table for each world, rate and number of people."""
    for world in map(world_named, WORLDS):
        for rate in RATES:
            for number, (subjects, further) in enumerate(PEOPLE):
                rng = np.random.default_rng([number, int(1e6 * rate)])
                drawn = [sample(world, rng, subjects, further, rate) for _ in range(samples)]
                true, low, high, effective = np.array(drawn).T
                shares = [np.mean((low <= true) & (true <= high)), np.mean(true < low)]
                yield (
                    world.name, rate, subjects, further, samples,
                    *(f"{value:.5f}" for value in np.quantile(true, [0.05, 0.5, 0.95])),
                    *(f"{share:.3f}" for share in (*shares, np.mean(true > high))),
                    f"{np.median(low):.5f}", f"{np.median(high):.5f}",
                    f"{np.median(effective):.0f}",
                )  # fmt: skip


def main() -> None:
    """Simulate, print, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--samples", type=int, default=500)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    rows = [HEADS]
    for line in lines(given.samples):
        rows.append(tuple(map(str, line)))
        print(*line, flush=True)
    if given.out:
        with given.out.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
