"""How often groups are told apart that are equal, and how often the ratio of others is covered.

Two groups of S people each, with error rates that are equal or five times (false matches: ten
times) apart; three groups where the table says `3 x S`, the third between them. Misses: a person's
rate lies on the normal scale, of twelve comparisons each. Matches: a score of two people is what
either has in common with everybody, what the pair has, and six pictures. `normal`: all parts are
normal. `heavy`: people differ by Student's t with 4 degrees of freedom. `few`: one person in ten is
missed (passes) far more often. `told`: studies that tell a difference; `best`, `mean`: studies
whose interval holds the true ratio of the worst to the best, and to the geometric mean. Finished
lines of FILE are kept.

    PYTHONPATH=. python benchmarks/differential_coverage.py [--samples N] [--out FILE]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, special
from simulated_table import simulate

from probe.statistics import strangers_from
from probe.statistics.confidence import IntervalAt
from probe.statistics.differential import Differential, differential
from probe.statistics.fmr import false_match_rate
from probe.statistics.intervals import fnmr_interval
from probe.statistics.outcomes import outcomes_of_scores

Floats = NDArray[np.float64]
WORLDS = ("normal", "heavy", "few")
PEOPLE = (5, 8, 20, 40)
TRIALS, PICTURES, REFERENCE = 12, 6, 400_000
RATES = {
    "misses": {"equal": (0.2, 0.2), "apart": (0.1, 0.5), "three": (0.2, 0.2, 0.2)},
    "matches": {"equal": (0.03, 0.03), "apart": (0.01, 0.1), "three": (0.03, 0.03, 0.03)},
}
HEADS = ("error", "world", "people", "rates", "samples", "told", "best", "mean")


def unlike(world: str, rng: np.random.Generator, people: int) -> Floats:
    """What a person adds to every score of theirs."""
    if world == "heavy":
        return np.asarray(rng.standard_t(4, people) / np.sqrt(2), np.float64)
    own = rng.standard_normal(people)
    return own if world == "normal" else 0.5 * own + 2.5 * (rng.random(people) < 0.1)


@cache
def level_of(world: str, rate: float) -> float:
    """Where people stand on the normal scale whose mean miss rate is this."""
    own = unlike(world, np.random.default_rng(1), REFERENCE)
    return float(optimize.brentq(lambda a: special.ndtr(a + own).mean() - rate, -9, 9))


@cache
def threshold_of(world: str, rate: float) -> float:
    """The score that this share of strangers is above."""
    rng = np.random.default_rng(2)
    people = 0.5 * unlike(world, rng, REFERENCE) + 0.5 * unlike(world, rng, REFERENCE)
    scores = people + np.sqrt(0.36 + 1) * rng.standard_normal(REFERENCE)
    return float(np.quantile(scores, 1 - rate))


def misses(world: str, rng: np.random.Generator, people: int, rate: float) -> IntervalAt:
    """The miss rate of a group."""
    own = special.ndtr(level_of(world, rate) + unlike(world, rng, people))
    rates = rng.binomial(TRIALS, own) / TRIALS
    return lambda level: fnmr_interval(rates, level=level)


def matches(world: str, rng: np.random.Generator, people: int, rate: float) -> IntervalAt:
    """The false match rate within a group."""
    first, second = np.triu_indices(people, 1)
    own, pair = 0.5 * unlike(world, rng, people), 0.6 * rng.standard_normal(len(first))
    scores = own[first] + own[second] + pair + rng.standard_normal((PICTURES, len(first)))
    met = strangers_from([(row, first, second) for row in scores], people, subjects=people)
    outcomes = outcomes_of_scores(met, threshold_of(world, rate))
    return lambda level: false_match_rate(outcomes, level).interval


GROUPS: dict[str, Callable[[str, np.random.Generator, int, float], IntervalAt]] = {
    "misses": misses,
    "matches": matches,
}


def lines(samples: int, done: set[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each error, world, number of people and rates not done yet."""
    for error, kinds in RATES.items():
        for people in PEOPLE:
            for world in WORLDS:
                for kind, rates in kinds.items():
                    name = (error, world, f"{len(rates)} x {people}", kind)
                    if name in done:
                        continue
                    rng = np.random.default_rng([people, 23])
                    studies = [
                        differential([GROUPS[error](world, rng, people, rate) for rate in rates])
                        for _ in range(samples)
                    ]
                    yield (*name, str(samples), *shares(studies, rates))


def shares(studies: list[Differential], rates: tuple[float, ...]) -> Iterator[str]:
    """Of studies that tell a difference, and that hold either ratio."""
    best = max(rates) / min(rates)
    mean = max(1.0, max(rates) / float(np.exp(np.mean(np.log(rates)))))
    yield f"{np.mean([study.to_best.told for study in studies]):.3f}"
    yield f"{np.mean([s.to_best.low <= best <= s.to_best.high for s in studies]):.3f}"
    yield f"{np.mean([s.to_mean.low <= mean <= s.to_mean.high for s in studies]):.3f}"


def main() -> None:
    """Simulate, print, and write the table, line by line."""
    simulate(__doc__ or "", HEADS, lines, names=4, samples=200)


if __name__ == "__main__":
    main()
